import { html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { namesOf } from './code-names.js';
import './colleague-search.js';
import type { Hit } from './colleague-search.js';
import { setForwarding } from './documents.js';
import { typedNumber } from './numbers.js';
import { Saving } from './saving.js';
import type { CallOrigin, ForwardingCondition, TargetInput } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { OfPerson } from './shown.js';
import { instantOf } from './swedish-time.js';

type Where = 'ENTRY' | 'NUMBER' | 'SWITCHBOARD' | 'VOICEMAIL';
const fields = ['target', 'validUntil'];

/** The form of a forwarding; tells `done` when it is saved or left. Rings are refused by the API. */
export class ForwardingForm extends LitElement {
  static override properties = {
    shown: { attribute: false },
    where: { state: true },
    colleague: { state: true },
    missing: { state: true },
  };
  static override styles = [controls, sectionLook];
  declare shown: OfPerson;
  declare private where: Where;
  declare private colleague: Hit | null;
  declare private missing: boolean;
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.where = 'ENTRY';
    this.colleague = null;
    this.missing = false;
  }

  override render() {
    const { said, language } = this.shown;
    const places: readonly (readonly [Where, string])[] = [
      ['ENTRY', said.targetEntry],
      ['NUMBER', said.targetNumber],
      ['SWITCHBOARD', said.referralSwitchboard],
      ['VOICEMAIL', said.targetVoicemail],
    ];
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.submit(new FormData(event.target as HTMLFormElement));
      }}
    >
      <div>
        <label for="condition">${said.condition}</label>
        <select id="condition" name="condition">
          ${namesOf('condition', language).map(
            ({ code, name }) => html`<option value=${code}>${name}</option>`,
          )}
        </select>
      </div>
      <div>
        <label for="origin">${said.whose}</label>
        <select id="origin" name="origin">
          ${namesOf('origin', language).map(
            ({ code, name }) => html`<option value=${code}>${name}</option>`,
          )}
        </select>
      </div>
      <div>
        <label for="where">${said.target}</label>
        <select
          id="where"
          aria-invalid=${this.saving.isWrong('target')}
          aria-describedby="wrong-target missing"
          @change=${(event: Event) => {
            this.where = (event.target as HTMLSelectElement).value as Where;
            this.missing = false;
          }}
        >
          ${places.map(
            ([code, name]) =>
              html`<option value=${code} ?selected=${code === this.where}>${name}</option>`,
          )}
        </select>
        ${this.renderPlace()}
        ${
          this.missing
            ? html`<p class="wrong" id="missing" role="alert">
                ${this.where === 'NUMBER' ? said.needsNumber : said.needsWho}
              </p>`
            : nothing
        }
        ${this.saving.renderAt('target')}
      </div>
      <div>
        <label for="until">${said.untilWhen}</label>
        <input
          id="until"
          name="until"
          type="datetime-local"
          aria-invalid=${this.saving.isWrong('validUntil')}
          aria-describedby="wrong-validUntil"
        />
        ${this.saving.renderAt('validUntil')}
      </div>
      ${this.saving.renderRefusals(fields)}
      <div class="row">
        <button class="main" ?disabled=${this.saving.busy}>${said.save}</button>
        <button type="button" @click=${() => this.leave(false)}>${said.cancel}</button>
      </div>
    </form>`;
  }

  private renderPlace() {
    const { said } = this.shown;
    const { colleague } = this;
    if (this.where === 'NUMBER')
      return html`<label for="number">${said.number}</label>
        <input
          id="number"
          name="number"
          type="tel"
          autocomplete="off"
          aria-describedby="missing"
        />`;
    if (this.where !== 'ENTRY') return nothing;
    return html`${colleague === null ? nothing : html`<p class="good">${colleague.name}</p>`}
      <colleague-search
        .token=${this.shown.token}
        .language=${this.shown.language}
        .near=${this.shown.person.municipality.code}
        @chosen=${({ detail }: CustomEvent<Hit>) => {
          this.colleague = detail;
          this.missing = false;
        }}
      ></colleague-search>`;
  }

  private targetOf(form: FormData): TargetInput | null {
    if (this.where === 'SWITCHBOARD') return { switchboard: true };
    if (this.where === 'VOICEMAIL') return { voicemail: true };
    if (this.where === 'ENTRY') return this.colleague && { entryId: this.colleague.id };
    const number = typedNumber(text(form, 'number'));
    return number === null ? null : { number };
  }

  private async submit(form: FormData): Promise<void> {
    const target = this.targetOf(form);
    this.missing = target === null;
    if (target === null) return;
    const input = {
      person: { id: this.shown.person.id },
      condition: text(form, 'condition') as ForwardingCondition,
      origin: text(form, 'origin') as CallOrigin,
      target,
      validUntil: instantOf(text(form, 'until')),
    };
    if (await this.saving.carryOut(setForwarding, input, '')) this.leave(true);
  }

  private leave(saved: boolean): void {
    this.dispatchEvent(new CustomEvent('done', { detail: saved }));
  }
}
customElements.define('forwarding-form', ForwardingForm);

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
