import { html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { namesOf } from './code-names.js';
import { setGreeting } from './documents.js';
import type { Facts } from './facts.js';
import { shownNumber } from './numbers.js';
import { Saving } from './saving.js';
import type { GreetingKind } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { OfPerson } from './shown.js';
import { saidDay } from './swedish-time.js';

type Number = Facts['numbers'][number];

/** What the voicemail of each number says (P6, P19). */
export class GreetingsSection extends LitElement {
  static override properties = { shown: { attribute: false } };
  static override styles = [controls, sectionLook];
  declare shown: OfPerson;
  private readonly saving = new Saving(this);

  override render() {
    const { said } = this.shown;
    const numbers = this.shown.person.numbers.filter(
      ({ e164, kind }) => e164 !== null && (kind === 'DIRECT' || kind === 'MOBILE'),
    );
    return html`<section aria-labelledby="greetings">
      <h2 id="greetings" tabindex="-1">${said.greetingsTitle}</h2>
      <p class="hint">${numbers.length === 0 ? said.noNumbers : said.greetingHint}</p>
      ${numbers.map((number, index) => this.renderNumber(number, index))}
      ${this.saving.renderNotice()} ${this.saving.renderRefusals()}
    </section>`;
  }

  private renderNumber({ e164, greeting }: Number, index: number) {
    const { said, language } = this.shown;
    const told = greeting
      ? said.toldOn(saidDay(greeting.confirmedAt, new Date(), language))
      : said.notTold;
    return html`<form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.tellGreeting(e164, new FormData(event.target as HTMLFormElement));
      }}
    >
      <div>
        <label for="kind-${index}">${said.greetingFor(shownNumber(e164))}</label>
        <select id="kind-${index}" name="kind" aria-describedby="told-${index}">
          ${namesOf('greeting', language).map(
            ({ code, name }) =>
              html`<option value=${code} ?selected=${code === (greeting?.kind ?? 'PERSONAL')}>
                ${name}
              </option>`,
          )}
        </select>
        <p id="told-${index}" class=${greeting ? 'hint' : 'warn'}>
          ${greeting ? nothing : html`<span aria-hidden="true">⚠ </span>`}${told}
        </p>
      </div>
      <label class="tick">
        <input type="checkbox" name="alternative" ?checked=${greeting?.namesAlternative ?? false} />
        ${said.namesAlternative}
      </label>
      <div class="row">
        <button
          aria-label="${said.save}: ${said.greetingFor(shownNumber(e164))}"
          ?disabled=${this.saving.busy}
        >
          ${said.save}
        </button>
      </div>
    </form>`;
  }

  private async tellGreeting(number: string | null, form: FormData): Promise<void> {
    const { id, version: expectedVersion } = this.shown.person;
    const kind = form.get('kind') as GreetingKind;
    // A voicemail that is off says nothing.
    const namesAlternative = form.has('alternative') && kind !== 'OFF';
    const input = { person: { id }, number, kind, namesAlternative, expectedVersion };
    await this.saving.carryOut(setGreeting, input, this.shown.said.saved);
  }
}
customElements.define('greetings-section', GreetingsSection);
