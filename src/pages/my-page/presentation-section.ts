import { html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { namesOf } from './code-names.js';
import { setMyPresentation } from './documents.js';
import { Saving } from './saving.js';
import type { ProtectionPresentation } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { OfPerson } from './shown.js';
import { valueIn } from './typed.js';

/** How somebody PROTECTED appears to others: not at all, or by another name on an alias card. Only oneself sees it here. */
export class PresentationSection extends LitElement {
  static override properties = { shown: { attribute: false }, chosen: { state: true } };
  static override styles = [controls, sectionLook];
  declare shown: OfPerson;
  declare private chosen: ProtectionPresentation | null;
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.chosen = null;
  }

  override render() {
    const { said, language, person } = this.shown;
    const presentation = this.chosen ?? person.presentation ?? 'HIDDEN';
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">${said.presentationTitle}</h2>
      <p class="hint">${said.presentationHint}</p>
      <form
        novalidate
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          void this.submit(presentation, new FormData(event.target as HTMLFormElement));
        }}
      >
        <div>
          <label for="how">${said.presentationHow}</label>
          <select
            id="how"
            @change=${(event: Event) => (this.chosen = valueIn(event) as ProtectionPresentation)}
          >
            ${namesOf('presentation', language).map(
              ({ code, name }) =>
                html`<option value=${code} ?selected=${code === presentation}>${name}</option>`,
            )}
          </select>
        </div>
        ${
          presentation === 'HIDDEN'
            ? nothing
            : html`<div>
                <label for="alias">${said.alias}</label>
                <input
                  id="alias"
                  name="alias"
                  maxlength="80"
                  autocomplete="off"
                  aria-describedby="wrong-alias"
                  aria-invalid=${this.saving.isWrong('alias')}
                  .value=${person.alias ?? ''}
                />
                ${this.saving.renderAt('alias')}
              </div>`
        }
        <div class="row">
          <button ?disabled=${this.saving.busy}>${said.save}</button>
        </div>
      </form>
      ${this.saving.renderNotice()} ${this.saving.renderRefusals(['alias'])}
    </section>`;
  }

  private async submit(presentation: ProtectionPresentation, form: FormData): Promise<void> {
    const typed = form.get('alias');
    const alias = typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : null;
    const input = { presentation, alias: presentation === 'ALIAS' ? alias : null };
    if (await this.saving.carryOut(setMyPresentation, input, this.shown.said.saved))
      this.chosen = null;
  }
}
customElements.define('presentation-section', PresentationSection);
