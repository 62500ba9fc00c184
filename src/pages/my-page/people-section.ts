import { css, html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import './colleague-search.js';
import type { ColleagueSearch, Hit } from './colleague-search.js';
import type { Kept } from './kept.js';
import { Saving } from './saving.js';
import { sectionLook } from './section-look.js';
import type { Shown } from './shown.js';

/** Who has some part: usually answers instead, is in an answer group, is telefonansvarig. */
export type ChosenPeople = Kept<readonly string[]> & {
  readonly people: readonly { readonly id: string; readonly displayName: string }[];
  /** What is said while there is nobody. */
  readonly nobody: string;
  /** What the button says that adds somebody. */
  readonly add: string;
  readonly most: number;
  /** Whether it matters who comes first. */
  readonly ordered: boolean;
  /** The code of the municipality whose people are found first. */
  readonly near: string;
};

/** People who are chosen for some part; each choice is saved at once. */
export class PeopleSection extends LitElement {
  static override properties = {
    shown: { attribute: false },
    chosen: { attribute: false },
    searching: { state: true },
  };
  static override styles = [
    controls,
    sectionLook,
    css`
      .row > .grow {
        flex-basis: 7rem;
      }
    `,
  ];
  declare shown: Shown;
  declare chosen: ChosenPeople;
  declare private searching: boolean;
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.searching = false;
  }

  override render() {
    const { said, token, language } = this.shown;
    const { title, hint, people, nobody, add, most, near } = this.chosen;
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">${title}</h2>
      <p class="hint">${hint}</p>
      ${people.length === 0 ? html`<p class="quiet">${nobody}</p>` : nothing}
      <ol>
        ${people.map((_, index) => this.renderOne(index))}
      </ol>
      ${this.saving.renderNotice()} ${this.saving.renderRefusals()}
      ${
        this.searching
          ? html`<colleague-search
                .token=${token}
                .language=${language}
                .near=${near}
                @chosen=${({ detail }: CustomEvent<Hit>) =>
                  void this.choose([...this.without(detail.id), detail.id])}
              ></colleague-search>
              <button @click=${() => void this.leave()}>${said.cancel}</button>`
          : people.length < most
            ? html`<button class="add" @click=${() => void this.search()}>${add}</button>`
            : nothing
      }
    </section>`;
  }

  private renderOne(index: number) {
    const { said } = this.shown;
    const { people, ordered } = this.chosen;
    const one = people[index];
    if (one === undefined) return nothing;
    const { id, displayName } = one;
    return html`<li class="row">
      <span class="grow">${ordered ? `${index + 1}. ` : ''}${displayName}</span>
      ${
        index === 0 || !ordered
          ? nothing
          : html`<button
              aria-label=${said.first(displayName)}
              @click=${() => void this.choose([id, ...this.without(id)])}
            >
              <span aria-hidden="true">↑</span>
            </button>`
      }
      <button
        aria-label=${said.removeOne(displayName)}
        @click=${() => void this.choose(this.without(id))}
      >
        ${said.remove}
      </button>
    </li>`;
  }

  private without(id: string): readonly string[] {
    return this.chosen.people.map((one) => one.id).filter((one) => one !== id);
  }

  private async search(): Promise<void> {
    this.searching = true;
    this.saving.clear();
    await this.updateComplete;
    const field = this.renderRoot.querySelector<ColleagueSearch>('colleague-search');
    await field?.updateComplete;
    field?.renderRoot.querySelector('input')?.focus();
  }

  private async leave(): Promise<void> {
    this.searching = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
  }

  private async choose(ids: readonly string[]): Promise<void> {
    const { document, input } = this.chosen.change(ids);
    const saved = await this.saving.carryOut(document, input, this.shown.said.saved);
    if (saved) this.searching = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}
customElements.define('people-section', PeopleSection);
