import { html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { inputOf, nobody, type Draft, type ReferralChoice } from './absence-draft.js';
import { namesOf } from './code-names.js';
import './colleague-search.js';
import type { Hit } from './colleague-search.js';
import { setAbsence } from './documents.js';
import { repeatingFields } from './repeating-fields.js';
import { never, type Repeating } from './repeating.js';
import { Saving } from './saving.js';
import type { AbsenceReason, TimePrecision } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { OfPerson } from './shown.js';
import { checkedIn, valueIn } from './typed.js';

const fields = ['reason', 'startsAt', 'endsAt', 'referral', 'note', 'recurrence'];

/** The form of a planned absence; tells `done` when it is saved or left. */
export class AbsenceForm extends LitElement {
  static override properties = {
    shown: { attribute: false },
    draft: { attribute: false },
    missing: { state: true },
  };
  static override styles = [controls, sectionLook];
  declare shown: OfPerson;
  declare draft: Draft;
  declare private missing: 'needsTimes' | 'needsDays' | 'needsWho' | null;
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.missing = null;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
  }

  override render() {
    const { said } = this.shown;
    const { draft } = this;
    return html`<form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.submit();
      }}
    >
      <h3 tabindex="-1">${draft.id === null ? said.planTitle : said.changeTitle}</h3>
      ${this.renderReason()} ${this.renderTimes()} ${this.renderRepeats()} ${this.renderReferral()}
      <label class="tick">
        <input
          type="checkbox"
          .checked=${draft.phoneRings}
          @change=${(event: Event) => this.set({ phoneRings: checkedIn(event) })}
        />
        ${said.rings}
      </label>
      <div>
        <label for="note">${said.note}</label>
        <textarea
          id="note"
          rows="2"
          maxlength="200"
          aria-describedby="note-hint wrong-note"
          aria-invalid=${this.saving.isWrong('note')}
          .value=${draft.note}
          @input=${(event: Event) => this.set({ note: valueIn(event) })}
        ></textarea>
        <p class="hint" id="note-hint">${said.noteHint}</p>
        ${this.saving.renderAt('note')}
      </div>
      ${this.saving.renderRefusals(fields)}
      <div class="row">
        <button class="main" ?disabled=${this.saving.busy}>${said.save}</button>
        <button type="button" @click=${() => this.leave(false)}>${said.cancel}</button>
      </div>
    </form>`;
  }

  private renderReason() {
    const { said, person } = this.shown;
    const { draft } = this;
    const offered = person.municipality.absenceReasons.filter(
      ({ inUse, reason }) => inUse || reason === draft.reason,
    );
    return html`<div>
      <label for="reason">${said.reason}</label>
      <select
        id="reason"
        aria-describedby="wrong-reason"
        aria-invalid=${this.saving.isWrong('reason')}
        @change=${(event: Event) => this.chooseReason(valueIn(event) as AbsenceReason)}
      >
        ${offered.map(
          (one) =>
            html`<option value=${one.reason} ?selected=${one.reason === draft.reason}>
              ${this.shown.language === 'sv' ? one.labelSv : one.labelEn}
            </option>`,
        )}
      </select>
      ${this.saving.renderAt('reason')}
    </div>`;
  }

  private renderTimes() {
    const { said } = this.shown;
    const { draft } = this;
    const time = (name: 'from' | 'to', field: 'startsAt' | 'endsAt') =>
      html`<div class="grow">
        <label for=${name}>${said[name]}</label>
        <input
          id=${name}
          type="datetime-local"
          aria-describedby="wrong-${field} missing-times"
          aria-invalid=${this.saving.isWrong(field)}
          .value=${draft[name]}
          @input=${(event: Event) => this.set({ [name]: valueIn(event) })}
        />
        ${this.saving.renderAt(field)}
      </div>`;
    return html`<div class="row">
        ${time('from', 'startsAt')}
        ${draft.precision === 'UNKNOWN' ? nothing : time('to', 'endsAt')}
      </div>
      ${this.renderMissing('needsTimes', 'missing-times')}
      <div>
        <label for="precision">${said.precision}</label>
        <select
          id="precision"
          @change=${(event: Event) => this.set({ precision: valueIn(event) as TimePrecision })}
        >
          ${namesOf('precision', this.shown.language).map(
            ({ code, name }) =>
              html`<option value=${code} ?selected=${code === draft.precision}>${name}</option>`,
          )}
        </select>
      </div>`;
  }

  private renderRepeats() {
    const wrong = this.saving.isWrong('recurrence');
    const shown = {
      said: this.shown.said,
      language: this.shown.language,
      repeating: this.draft.repeating,
      wrong,
    };
    return html`${repeatingFields(shown, (some) => this.repeat(some))}
    ${this.renderMissing('needsDays', 'missing-days')} ${this.saving.renderAt('recurrence')}`;
  }

  private renderReferral() {
    const { said, person } = this.shown;
    const { draft } = this;
    const { kind, id, name } = draft.referral;
    const group = kind === 'ANSWER_GROUP' ? { id, name } : person.unit;
    const choices: readonly (readonly [ReferralChoice['kind'], string])[] = [
      ['NOBODY', said.referralNobody],
      ['ENTRY', said.referralEntry],
      ...(group ? ([['ANSWER_GROUP', said.referralGroup(group.name)]] as const) : []),
      ['SWITCHBOARD', said.referralSwitchboard],
      ['VOICEMAIL', said.referralVoicemail],
    ];
    const choose = (chosen: ReferralChoice['kind']) =>
      this.set({
        referral:
          chosen === 'ANSWER_GROUP' && group
            ? { kind: chosen, id: group.id, name: group.name }
            : { ...nobody, kind: chosen },
      });
    return html`<div>
      <label for="referral">${said.referral}</label>
      <select
        id="referral"
        aria-describedby="wrong-referral missing-who"
        aria-invalid=${this.saving.isWrong('referral')}
        @change=${(event: Event) => choose(valueIn(event) as ReferralChoice['kind'])}
      >
        ${choices.map(
          ([code, label]) =>
            html`<option value=${code} ?selected=${code === kind}>${label}</option>`,
        )}
      </select>
      ${
        kind === 'ENTRY'
          ? html`${id === '' ? nothing : html`<p class="good">${said.answers(name)}</p>`}
              <colleague-search
                .token=${this.shown.token}
                .language=${this.shown.language}
                .near=${person.municipality.code}
                @chosen=${({ detail }: CustomEvent<Hit>) =>
                  this.set({ referral: { kind: 'ENTRY', id: detail.id, name: detail.name } })}
              ></colleague-search>`
          : nothing
      }
      ${this.renderMissing('needsWho', 'missing-who')} ${this.saving.renderAt('referral')}
    </div>`;
  }

  private renderMissing(what: 'needsTimes' | 'needsDays' | 'needsWho', id: string) {
    return this.missing === what
      ? html`<p class="wrong" id=${id} role="alert">${this.shown.said[what]}</p>`
      : nothing;
  }

  private set(some: Partial<Draft>): void {
    this.draft = { ...this.draft, ...some };
    this.missing = null;
  }

  private repeat(some: Partial<Repeating>): void {
    const before = this.draft.repeating;
    this.set({ repeating: some.how === 'NEVER' ? never : { ...before, ...some } });
  }

  /** At remote work the telephone rings, as it does where nobody says otherwise. */
  private chooseReason(reason: AbsenceReason): void {
    this.set({ reason, phoneRings: reason === 'REMOTE_WORK' });
  }

  private async submit(): Promise<void> {
    const { draft } = this;
    const input = inputOf(draft, this.shown.person.id);
    const { how, days } = draft.repeating;
    if (input === null) this.missing = 'needsTimes';
    else if (how === 'WEEKLY' && days.length === 0) this.missing = 'needsDays';
    else if (draft.referral.kind === 'ENTRY' && draft.referral.id === '') this.missing = 'needsWho';
    else if (await this.saving.carryOut(setAbsence, input, '')) this.leave(true);
  }

  private leave(saved: boolean): void {
    this.dispatchEvent(new CustomEvent('done', { detail: saved }));
  }
}
customElements.define('absence-form', AbsenceForm);
