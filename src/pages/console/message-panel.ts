import { html, LitElement, type TemplateResult } from 'lit';
import { ask } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import { refusalText } from '../words/refusals.js';
import type { Language } from '../words/words.js';
import type { Municipality } from './connection-words.js';
import { blindContactRequest } from './documents.js';
import { deskLook, panelLook } from './look.js';
import { e164Of } from './phone-text.js';
import type { BlindContactRequestMutation } from './schema-types.js';
import { consoleWords } from './words.js';

type Field = 'name' | 'municipalityCode' | 'callerNumber' | 'message';
const fields: readonly Field[] = ['name', 'municipalityCode', 'callerNumber', 'message'];

/** Takes a message for somebody who may not exist; nobody is looked up. Tells `done` or `close`. */
export class MessagePanel extends LitElement {
  static override properties = {
    token: { attribute: false },
    asked: { attribute: false },
    near: { attribute: false },
    municipalities: { attribute: false },
    language: { type: String },
    faults: { state: true },
  };
  static override styles = [controls, deskLook, panelLook];
  declare token: string;
  /** What was searched. */
  declare asked: string;
  declare near: string | null;
  declare municipalities: readonly Municipality[];
  declare language: Language;
  declare private faults: Readonly<Partial<Record<Field | 'all', string>>>;
  #busy = false;

  constructor() {
    super();
    this.faults = {};
  }

  override firstUpdated(): void {
    const name = this.renderRoot.querySelector<HTMLInputElement>('[name=name]');
    const rest = this.renderRoot.querySelector<HTMLElement>('[name=municipalityCode]');
    (this.asked === '' ? name : rest)?.focus();
  }

  override render() {
    const said = consoleWords[this.language];
    return html`<section role="dialog" aria-labelledby="heading" aria-describedby="intro">
      <h2 id="heading">${said.messageTitle}</h2>
      <p id="intro">${said.messageIntro}</p>
      <form @submit=${(event: Event) => this.submit(event)} novalidate>
        ${this.field(
          'name',
          said.name,
          (invalid) =>
            html` <input
              name="name"
              .value=${this.asked}
              maxlength="100"
              autocomplete="off"
              aria-invalid=${invalid}
              aria-describedby="name-fault"
            />`,
        )}
        ${this.field(
          'municipalityCode',
          said.municipality,
          (invalid) =>
            html` <select
              name="municipalityCode"
              aria-invalid=${invalid}
              aria-describedby="municipalityCode-fault"
            >
              <option value="">${said.choose}</option>
              ${this.municipalities.map(
                ({ code, name }) =>
                  html` <option value=${code} ?selected=${code === this.near}>${name}</option>`,
              )}
            </select>`,
        )}
        ${this.field(
          'callerNumber',
          said.callerNumber,
          (invalid) =>
            html` <input
              name="callerNumber"
              inputmode="tel"
              maxlength="30"
              autocomplete="off"
              aria-invalid=${invalid}
              aria-describedby="callerNumber-fault"
            />`,
        )}
        ${this.field(
          'message',
          said.messageText,
          (invalid) =>
            html` <textarea
              name="message"
              rows="3"
              maxlength="500"
              aria-invalid=${invalid}
              aria-describedby="message-fault"
            ></textarea>`,
        )}
        ${this.faults.all ? html`<p role="alert" class="bad">${this.faults.all}</p>` : ''}
        <div class="row">
          <button class="main">${said.send}</button>
          <button type="button" @click=${() => this.tell('close', '')}>
            <kbd>Esc</kbd> ${said.close}
          </button>
        </div>
      </form>
    </section>`;
  }

  private field(
    name: Field,
    label: string,
    control: (invalid: boolean) => TemplateResult,
  ): TemplateResult {
    const fault = this.faults[name];
    return html`<label>${label} ${control(fault !== undefined)}</label>
      <p id="${name}-fault" class="bad" ?hidden=${fault === undefined}>${fault ?? ''}</p>`;
  }

  private value(name: Field): string {
    const control = this.renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`);
    return control?.value.trim() ?? '';
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.#busy) return;
    const said = consoleWords[this.language];
    const callerNumber = e164Of(this.value('callerNumber'));
    const missing = fields
      .filter((name) => this.value(name) === '')
      .map((name) => [name, said.missing] as const);
    this.faults = {
      ...(callerNumber === null && { callerNumber: said.badNumber }),
      ...Object.fromEntries(missing),
    };
    const [wrong] = fields.filter((name) => this.faults[name] !== undefined);
    if (wrong !== undefined) {
      this.renderRoot.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
      return;
    }
    const input = {
      name: this.value('name'),
      municipalityCode: this.value('municipalityCode'),
      message: this.value('message'),
      callerNumber,
    };
    this.#busy = true;
    try {
      const answer = await ask<BlindContactRequestMutation>(this.token, blindContactRequest, {
        input,
      });
      const [error] = answer.blindContactRequest.userErrors;
      if (error) this.faults = { all: refusalText(error, this.language) };
      else this.tell('done', said.sent);
    } catch {
      this.faults = { all: said.notDone };
    } finally {
      this.#busy = false;
    }
  }

  private tell(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
customElements.define('message-panel', MessagePanel);
