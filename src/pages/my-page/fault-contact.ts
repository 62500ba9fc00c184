import { html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import './colleague-search.js';
import type { Hit } from './colleague-search.js';
import { setFaultContact } from './documents.js';
import { shownNumber, typedNumber } from './numbers.js';
import { Saving } from './saving.js';
import { sectionLook } from './section-look.js';
import type { OfUnit } from './shown.js';
import { valueIn } from './typed.js';

type Draft = {
  /** The API keeps one of them. */
  readonly where: 'ENTRY' | 'NUMBER';
  readonly who: { readonly id: string; readonly displayName: string } | null;
  readonly number: string;
  readonly instruction: string;
};
const fields = ['number', 'instruction', 'entryId'];

/** Whom a unit turns to when telephones fail (P7): its own contact, or that of a unit above. */
export class FaultContact extends LitElement {
  static override properties = {
    shown: { attribute: false },
    draft: { state: true },
    missing: { state: true },
  };
  static override styles = [controls, sectionLook];
  declare shown: OfUnit;
  declare private draft: Draft | null;
  declare private missing: boolean;
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.draft = null;
    this.missing = false;
  }

  override render() {
    const { said, unit } = this.shown;
    const { faultContact: contact } = unit;
    const number = contact?.number ? shownNumber(contact.number) : null;
    const parts = [contact?.entry?.displayName, number, contact?.instruction].filter(Boolean);
    return html`<section aria-labelledby="title">
      <h2 id="title" tabindex="-1">${said.faultTitle}</h2>
      <p class="hint">${said.faultHint}</p>
      ${
        contact === null
          ? html`<p class="quiet">${said.noFault}</p>`
          : html`<p>
              ${parts.join(', ')}
              ${
                contact.unit.id === unit.id
                  ? nothing
                  : html`<span class="quiet">(${said.faultFrom(contact.unit.name)})</span>`
              }
            </p>`
      }
      ${this.saving.renderNotice()} ${this.draft === null ? this.saving.renderRefusals() : nothing}
      ${
        this.draft === null
          ? html`<button class="change" @click=${() => void this.begin()}>
              ${contact?.unit.id === unit.id ? said.change : said.giveFault}
            </button>`
          : this.renderForm(this.draft)
      }
    </section>`;
  }

  private renderForm({ where, who, number, instruction }: Draft) {
    const { said } = this.shown;
    const places = [
      ['ENTRY', said.referralEntry],
      ['NUMBER', said.faultNumber],
    ] as const;
    return html`<form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.submit();
      }}
    >
      <div>
        <label for="where">${said.faultWhere}</label>
        <select
          id="where"
          @change=${(event: Event) => this.set({ where: valueIn(event) as Draft['where'] })}
        >
          ${places.map(
            ([code, name]) =>
              html`<option value=${code} ?selected=${code === where}>${name}</option>`,
          )}
        </select>
      </div>
      ${where === 'ENTRY' ? this.renderWho(who) : this.renderNumber(number)}
      <div>
        <label for="instruction">${said.faultInstruction}</label>
        <textarea
          id="instruction"
          rows="2"
          maxlength="200"
          aria-describedby="wrong-instruction"
          aria-invalid=${this.saving.isWrong('instruction')}
          .value=${instruction}
          @input=${(event: Event) => this.set({ instruction: valueIn(event) })}
        ></textarea>
        ${this.saving.renderAt('instruction')}
      </div>
      ${this.saving.renderRefusals(fields)}
      <div class="row">
        <button class="main" ?disabled=${this.saving.busy}>${said.save}</button>
        <button type="button" @click=${() => this.leave()}>${said.cancel}</button>
      </div>
    </form>`;
  }

  private renderWho(who: Draft['who']) {
    const { token, language, unit } = this.shown;
    return html`<div>
      ${who === null ? nothing : html`<p class="good">${who.displayName}</p>`}
      <colleague-search
        .token=${token}
        .language=${language}
        .near=${unit.municipality.code}
        @chosen=${({ detail }: CustomEvent<Hit>) =>
          this.set({ who: { id: detail.id, displayName: detail.name } })}
      ></colleague-search>
      ${this.saving.renderAt('entryId')}
    </div>`;
  }

  private renderNumber(number: string) {
    const { said } = this.shown;
    return html`<div>
      <label for="number">${said.number}</label>
      <input
        id="number"
        type="tel"
        autocomplete="off"
        aria-describedby="missing wrong-number"
        aria-invalid=${this.missing ? 'true' : this.saving.isWrong('number')}
        .value=${number}
        @input=${(event: Event) => this.set({ number: valueIn(event) })}
      />
      ${
        this.missing
          ? html`<p class="wrong" id="missing" role="alert">${said.needsNumber}</p>`
          : nothing
      }
      ${this.saving.renderAt('number')}
    </div>`;
  }

  private set(some: Partial<Draft>): void {
    if (this.draft !== null) this.draft = { ...this.draft, ...some };
    this.missing = false;
  }

  private async begin(): Promise<void> {
    this.saving.clear();
    this.missing = false;
    const { faultContact: contact, id } = this.shown.unit;
    const own = contact?.unit.id === id ? contact : null;
    this.draft = {
      where: own?.number ? 'NUMBER' : 'ENTRY',
      who: own?.entry ?? null,
      number: shownNumber(own?.number ?? null),
      instruction: own?.instruction ?? '',
    };
    await this.updateComplete;
    this.renderRoot.querySelector('select')?.focus();
  }

  private leave(): void {
    this.saving.clear();
    void this.close();
  }

  private async close(): Promise<void> {
    this.draft = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.change')?.focus();
  }

  private async submit(): Promise<void> {
    if (this.draft === null) return;
    const { where, who, number: typed, instruction: text } = this.draft;
    const number = where === 'NUMBER' ? typedNumber(typed) : null;
    this.missing = where === 'NUMBER' && typed.trim() !== '' && number === null;
    if (this.missing) return;
    const entryId = where === 'ENTRY' ? (who?.id ?? null) : null;
    const { id: unitId, version: expectedVersion } = this.shown.unit;
    const instruction = text.trim() === '' ? null : text.trim();
    const input = { unitId, entryId, number, instruction, expectedVersion };
    if (await this.saving.carryOut(setFaultContact, input, this.shown.said.saved))
      await this.close();
  }
}
customElements.define('fault-contact', FaultContact);
