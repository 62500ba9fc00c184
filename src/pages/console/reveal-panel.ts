import { html, LitElement } from 'lit';
import { ask } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import { refusalText } from '../words/refusals.js';
import type { Language } from '../words/words.js';
import { revealNumbers } from './documents.js';
import { deskLook, panelLook } from './look.js';
import type { RevealNumbersMutation, RevealPurpose } from './schema-types.js';
import { consoleWords } from './words.js';

/** The digit that states each purpose. */
const purposes: readonly RevealPurpose[] = ['CONNECT_CALL', 'URGENT_MESSAGE', 'EMERGENCY', 'OTHER'];

/** Asks for numbers with a purpose, which is recorded. Tells `given` with the numbers, or `close`. */
export class RevealPanel extends LitElement {
  static override properties = {
    token: { attribute: false },
    person: { attribute: false },
    language: { type: String },
    failure: { state: true },
  };
  static override styles = [controls, deskLook, panelLook];
  declare token: string;
  declare person: { readonly id: string; readonly displayName: string };
  declare language: Language;
  declare private failure: string;
  #busy = false;

  constructor() {
    super();
    this.failure = '';
    this.addEventListener('keydown', (event) => this.onKey(event));
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  override render() {
    const said = consoleWords[this.language];
    return html`<section role="dialog" aria-labelledby="heading" aria-describedby="intro">
      <h2 id="heading">${said.revealTitle(this.person.displayName)}</h2>
      <p id="intro">${said.revealIntro}</p>
      <div class="choices">
        ${purposes.map(
          (purpose, index) =>
            html`<button @click=${() => this.state(purpose)}>
              <kbd>${index + 1}</kbd> ${said.purposes[purpose]}
            </button>`,
        )}
      </div>
      <label>${said.caseReference} <input maxlength="100" autocomplete="off" /></label>
      ${this.failure === '' ? '' : html`<p role="alert" class="bad">${this.failure}</p>`}
      <div class="row">
        <button @click=${() => this.dispatchEvent(new CustomEvent('close'))}>
          <kbd>Esc</kbd> ${said.close}
        </button>
      </div>
    </section>`;
  }

  private onKey(event: KeyboardEvent): void {
    const field = this.renderRoot.querySelector('input');
    if (event.composedPath()[0] === field || event.ctrlKey || event.altKey || event.repeat) return;
    const purpose = purposes[Number(event.key) - 1];
    if (purpose === undefined) return;
    event.preventDefault();
    void this.state(purpose);
  }

  private async state(purpose: RevealPurpose): Promise<void> {
    if (this.#busy) return;
    const said = consoleWords[this.language];
    const field = this.renderRoot.querySelector('input');
    const caseReference = field?.value.trim() ?? '';
    if (purpose === 'OTHER' && caseReference === '') {
      this.failure = said.missing;
      field?.focus();
      return;
    }
    const input = {
      personId: this.person.id,
      purpose,
      ...(purpose === 'OTHER' && { caseReference }),
    };
    this.#busy = true;
    try {
      const { revealNumbers: answer } = await ask<RevealNumbersMutation>(
        this.token,
        revealNumbers,
        { input },
      );
      const [error] = answer.userErrors;
      if (error) this.failure = refusalText(error, this.language);
      else this.dispatchEvent(new CustomEvent('given', { detail: answer.numbers ?? [] }));
    } catch {
      this.failure = said.notDone;
    } finally {
      this.#busy = false;
    }
  }
}
customElements.define('reveal-panel', RevealPanel);
