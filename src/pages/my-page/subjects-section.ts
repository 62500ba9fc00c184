import { html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import type { Kept } from './kept.js';
import { Saving } from './saving.js';
import { sectionLook } from './section-look.js';
import type { Shown } from './shown.js';
import { subjectLines, subjectsIn, type Subject } from './subject-lines.js';
import { valueIn } from './typed.js';

/** By which words callers ask for somebody, or for a unit. */
export type SubjectWords = Kept<readonly Subject[]> & { readonly subjects: readonly Subject[] };

/** Subject words (ämnesord, P14), one a line with its synonyms. */
export class SubjectsSection extends LitElement {
  static override properties = {
    shown: { attribute: false },
    words: { attribute: false },
    draft: { state: true },
  };
  static override styles = [controls, sectionLook];
  declare shown: Shown;
  declare words: SubjectWords;
  declare private draft: string | null;
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.draft = null;
  }

  override render() {
    const { said } = this.shown;
    const { title, hint, subjects } = this.words;
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">${title}</h2>
      <p class="hint">${hint}</p>
      ${subjects.length === 0 ? html`<p class="quiet">${said.noSubjects}</p>` : nothing}
      <ul>
        ${subjects.map(
          ({ word, synonyms }) =>
            html`<li>
              <strong>${word}</strong> <span class="quiet">${synonyms.join(', ')}</span>
            </li>`,
        )}
      </ul>
      ${this.saving.renderNotice()} ${this.draft === null ? this.saving.renderRefusals() : nothing}
      ${
        this.draft === null
          ? html`<button class="change" @click=${() => void this.begin()}>
              ${subjects.length === 0 ? said.giveSubjects : said.change}
            </button>`
          : this.renderForm(this.draft)
      }
    </section>`;
  }

  private renderForm(draft: string) {
    const { said } = this.shown;
    return html`<form
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.submit();
      }}
    >
      <div>
        <label for="words">${said.subjectsField}</label>
        <textarea
          id="words"
          rows=${Math.max(4, draft.split('\n').length + 1)}
          spellcheck="true"
          aria-describedby="words-hint wrong-subjects"
          aria-invalid=${this.saving.isWrong('subjects')}
          .value=${draft}
          @input=${(event: Event) => (this.draft = valueIn(event))}
        ></textarea>
        <p class="hint" id="words-hint">${said.subjectsHow}</p>
        ${this.saving.renderAt('subjects', (one) => said.wordNumber(numberOf(one.field)))}
      </div>
      ${this.saving.renderRefusals(['subjects'])}
      <div class="row">
        <button class="main" ?disabled=${this.saving.busy}>${said.save}</button>
        <button type="button" @click=${() => this.leave()}>${said.cancel}</button>
      </div>
    </form>`;
  }

  private async begin(): Promise<void> {
    this.saving.clear();
    this.draft = subjectLines(this.words.subjects);
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.focus();
  }

  private async close(): Promise<void> {
    this.draft = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.change')?.focus();
  }

  private leave(): void {
    this.saving.clear();
    void this.close();
  }

  private async submit(): Promise<void> {
    const { document, input } = this.words.change(subjectsIn(this.draft ?? ''));
    if (await this.saving.carryOut(document, input, this.shown.said.saved)) await this.close();
  }
}
customElements.define('subjects-section', SubjectsSection);

/** Which word a refusal is about, counted from one; null for one of the whole list. */
function numberOf(field: readonly string[] | null): number | null {
  const index = field?.find((part) => /^\d+$/.test(part));
  return index === undefined ? null : Number(index) + 1;
}
