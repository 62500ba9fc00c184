import { html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { hoursLines, type Window } from '../words/weekly-hours.js';
import './hours-form.js';
import type { HoursForm } from './hours-form.js';
import type { Kept } from './kept.js';
import { Saving } from './saving.js';
import { sectionLook } from './section-look.js';
import type { Shown } from './shown.js';

/** Times of the week: when somebody is best reached, or a unit answers. */
export type WeeklyHours = Kept<readonly Window[]> & {
  readonly windows: readonly Window[];
  /** What is said while there are none. */
  readonly none: string;
  /** Why there are times that nobody sees, which can be taken away; null when there are no such. */
  readonly unseen: string | null;
};

/** Times of the week, to read and to change. */
export class HoursSection extends LitElement {
  static override properties = {
    shown: { attribute: false },
    hours: { attribute: false },
    open: { state: true },
  };
  static override styles = [controls, sectionLook];
  declare shown: Shown;
  declare hours: WeeklyHours;
  declare private open: boolean;
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.open = false;
  }

  override render() {
    const { said, language } = this.shown;
    const { title, hint, windows, none, unseen } = this.hours;
    const change = html`<button class="change" @click=${() => void this.begin()}>
      ${windows.length === 0 ? said.giveHours : said.change}
    </button>`;
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">${title}</h2>
      <p class="hint">${hint}</p>
      ${windows.length === 0 && unseen === null ? html`<p class="quiet">${none}</p>` : nothing}
      <ul>
        ${hoursLines(windows, language).map(
          ({ days, hours }) =>
            html`<li class="row"><span>${days}</span> <span>${hours}</span></li>`,
        )}
      </ul>
      ${unseen === null ? nothing : this.renderUnseen(unseen)} ${this.saving.renderNotice()}
      ${this.saving.renderRefusals()}
      ${
        this.open
          ? html`<hours-form
              .shown=${this.shown}
              .hours=${this.hours}
              @done=${({ detail }: CustomEvent<boolean>) => void this.close(detail)}
            ></hours-form>`
          : unseen === null
            ? change
            : nothing
      }
    </section>`;
  }

  private renderUnseen(why: string) {
    return html`<p class="warn"><span aria-hidden="true">⚠ </span>${why}</p>
      <button @click=${() => void this.takeAway()}>${this.shown.said.removeHours}</button>`;
  }

  private async begin(): Promise<void> {
    this.saving.clear();
    this.open = true;
    await this.updateComplete;
    const form = this.renderRoot.querySelector<HoursForm>('hours-form');
    await form?.updateComplete;
    form?.renderRoot.querySelector('select')?.focus();
  }

  private async close(saved: boolean): Promise<void> {
    this.open = false;
    if (saved) this.saving.tell({ text: this.shown.said.saved, undo: null });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.change')?.focus();
  }

  private async takeAway(): Promise<void> {
    const { document, input } = this.hours.change([]);
    await this.saving.carryOut(document, input, this.shown.said.saved);
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }
}
customElements.define('hours-section', HoursSection);
