import { html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { nameOf } from './code-names.js';
import { setNumbers } from './documents.js';
import type { Facts } from './facts.js';
import { shownNumber, typedNumber } from './numbers.js';
import { Saving } from './saving.js';
import { sectionLook } from './section-look.js';
import type { OfPerson } from './shown.js';

type Part = 'direct' | 'extension' | 'mobile';
type Typed = Readonly<Record<Part, string>>;
const fields: readonly Part[] = ['direct', 'extension', 'mobile'];

/** Somebody's numbers: those of the directory to read, and others beside them to add, change and take away (P5). */
export class NumbersSection extends LitElement {
  static override properties = {
    shown: { attribute: false },
    open: { state: true },
    wrong: { state: true },
  };
  static override styles = [controls, sectionLook];
  declare shown: OfPerson;
  declare private open: boolean;
  /** Fields that hold no number. */
  declare private wrong: readonly Part[];
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.open = false;
    this.wrong = [];
  }

  override render() {
    const { said, language, person } = this.shown;
    return html`<section aria-labelledby="numbers">
      <h2 id="numbers" tabindex="-1">${said.numbersTitle}</h2>
      <p class="hint">${said.numbersHint}</p>
      ${person.numbers.length === 0 ? html`<p class="quiet">${said.noNumber}</p>` : nothing}
      <ul>
        ${person.numbers.map(
          (one) =>
            html`<li>
              <strong>${shownNumber(one.e164 ?? one.extension)}</strong>
              ${one.e164 !== null && one.extension !== null ? said.extensionIs(one.extension) : nothing}
              <span class="quiet"
                >${nameOf('number', one.kind, language)},
                ${one.source === 'LDAP' ? said.fromDirectory : said.fromHere}</span
              >
            </li>`,
        )}
      </ul>
      ${this.saving.renderNotice()} ${this.open ? nothing : this.saving.renderRefusals()}
      ${
        this.open
          ? this.renderForm(addedTo(person))
          : html`<button class="change" @click=${() => void this.begin()}>
              ${said.changeNumbers}
            </button>`
      }
    </section>`;
  }

  private renderForm(added: Typed) {
    const { said } = this.shown;
    return html`<form
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.submit(new FormData(event.target as HTMLFormElement));
      }}
    >
      ${fields.map(
        (part) =>
          html`<div>
            <label for=${part}>${said.numberParts[part]}</label>
            <input
              id=${part}
              name=${part}
              type="tel"
              autocomplete="off"
              aria-describedby="bad-${part} wrong-${part}"
              aria-invalid=${this.wrong.includes(part) ? 'true' : this.saving.isWrong(part)}
              .value=${added[part]}
            />
            ${
              this.wrong.includes(part)
                ? html`<p class="wrong" id="bad-${part}" role="alert">
                    ${part === 'extension' ? said.needsExtension : said.needsNumber}
                  </p>`
                : nothing
            }
            ${this.saving.renderAt(part)}
          </div>`,
      )}
      ${this.saving.renderRefusals(fields)}
      <div class="row">
        <button class="main" ?disabled=${this.saving.busy}>${said.save}</button>
        <button type="button" @click=${() => this.leave()}>${said.cancel}</button>
      </div>
    </form>`;
  }

  private async begin(): Promise<void> {
    this.saving.clear();
    this.wrong = [];
    this.open = true;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  private leave(): void {
    this.saving.clear();
    void this.close();
  }

  private async close(): Promise<void> {
    this.open = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.change')?.focus();
  }

  private async submit(form: FormData): Promise<void> {
    const { id, version: expectedVersion } = this.shown.person;
    const typed = (part: Part) => {
      const value = form.get(part);
      return typeof value === 'string' ? value.trim() : '';
    };
    const direct = typedNumber(typed('direct'));
    const mobile = typedNumber(typed('mobile'));
    const extension = /^\d{2,6}$/.test(typed('extension')) ? typed('extension') : null;
    const read = { direct, mobile, extension };
    this.wrong = fields.filter((part) => typed(part) !== '' && read[part] === null);
    if (this.wrong.length > 0) return;
    const input = { person: { id }, direct, extension, mobile, expectedVersion };
    if (await this.saving.carryOut(setNumbers, input, this.shown.said.saved)) await this.close();
  }
}
customElements.define('numbers-section', NumbersSection);

/** What somebody has added beside the directory's numbers. */
function addedTo({ numbers }: Facts): Typed {
  const added = numbers.filter(({ source }) => source !== 'LDAP');
  const direct = added.find(({ kind }) => kind === 'DIRECT');
  const mobile = added.find(({ kind }) => kind === 'MOBILE');
  return {
    direct: shownNumber(direct?.e164 ?? null),
    extension: direct?.extension ?? '',
    mobile: shownNumber(mobile?.e164 ?? null),
  };
}
