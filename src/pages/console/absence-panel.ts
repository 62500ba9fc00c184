import { html, LitElement, type TemplateResult } from 'lit';
import { controls } from '../look/controls.js';
import { refusalText, type Refusal } from '../words/refusals.js';
import type { Language } from '../words/words.js';
import { endAbsenceOf, replaceAbsence, sendAbsence } from './absence-change.js';
import { changedInput, contentOf, fieldsOf, type Typed } from './absence-draft.js';
import { timeFields, type TypedTimes } from './absence-fields.js';
import {
  letterOf,
  offeredOf,
  panelActionOf,
  type OfferedReason,
  type PanelAction,
  type PanelField,
} from './absence-keys.js';
import { absenceLook } from './absence-look.js';
import { absenceWords } from './absence-words.js';
import type { Municipality } from './connection-words.js';
import type { CardAbsence, KeptEntry } from './entry.js';
import { deskLook, panelLook } from './look.js';
import { plannedPart, plannedText, runningPart } from './planned-part.js';
import './referral-field.js';
import type { ReferralField } from './referral-field.js';
import { keptName } from './referral-pick.js';
import type { AbsenceReason } from './schema-types.js';
import { momentText } from './time-text.js';
import { consoleWords } from './words.js';

/**
 * Sets, changes or ends an absence by one letter, now or as planned. Tells `done` with what to say, or `close`.
 */
export class AbsencePanel extends LitElement {
  static override properties = {
    token: { attribute: false },
    person: { attribute: false },
    running: { attribute: false },
    coming: { attribute: false },
    current: { attribute: false },
    reasons: { attribute: false },
    language: { type: String },
    changed: { state: true },
    typed: { state: true },
    failure: { state: true },
  };
  static override styles = [controls, deskLook, panelLook, absenceLook];
  declare token: string;
  declare person: Pick<KeptEntry, 'id' | 'displayName' | 'municipality'>;
  /** The absence in force, which another reason changes. */
  declare running: CardAbsence | null;
  /** Those that are planned. */
  declare coming: readonly CardAbsence[];
  /** The absence in force, when the card has been read. */
  declare current: () => Promise<CardAbsence | null>;
  declare reasons: Municipality['absenceReasons'];
  declare language: Language;
  /** The planned absence that is being changed. */
  declare private changed: CardAbsence | null;
  declare private typed: TypedTimes;
  declare private failure: string;
  #busy = false;

  constructor() {
    super();
    this.changed = null;
    this.typed = { until: '', from: '' };
    this.failure = '';
    this.addEventListener('keydown', (event) => this.onKey(event));
  }

  override firstUpdated(): void {
    this.focusOn('until');
  }

  override render() {
    const said = absenceWords[this.language];
    const { changed, language } = this;
    return html`<section role="dialog" aria-labelledby="heading">
      <h2 id="heading">${said.title(this.person.displayName)}</h2>
      ${changed === null ? this.known() : html`<p><b>${plannedText(changed, new Date(), language)}</b></p>`}
      ${this.fields()}
      ${this.offered().length === 0 ? html`<p role="alert">${consoleWords[language].offline}</p>` : ''}
      <div class="choices">
        ${this.offered().map(
          ({ reason, label }) =>
            html`<button data-reason=${reason} @click=${() => this.set(reason)}>
              <kbd>${letterOf(reason)}</kbd> ${label}
            </button>`,
        )}
      </div>
      ${this.failure === '' ? '' : html`<p role="alert" class="bad">${this.failure}</p>`}
      ${this.foot()}
    </section>`;
  }

  /** What runs and what is planned. */
  private known(): TemplateResult {
    const { language } = this;
    const now = new Date();
    return html`${runningPart(this.running, now, language, () => this.end())}
    ${plannedPart(this.coming, now, language, {
      change: (absence) => this.change(absence),
      cancel: (absence) => this.cancel(absence),
    })}`;
  }

  private fields(): TemplateResult {
    const said = absenceWords[this.language];
    const before = this.changed ?? this.running;
    return html`<div class="fields">
        ${timeFields(this.typed, this.language, (some) => {
          this.typed = { ...this.typed, ...some };
        })}
        <referral-field
          .token=${this.token}
          .language=${this.language}
          .near=${this.person.municipality.code}
          .personId=${this.person.id}
          .kept=${before && keptName(before, said.referral)}
          @chosen=${() => this.focusOn('until')}
        ></referral-field>
      </div>
      <p id="hint" class="quiet">${this.changed === null ? said.hint : said.changeHint}</p>`;
  }

  private foot(): TemplateResult {
    const said = absenceWords[this.language];
    if (this.changed === null)
      return html`<div class="row">
        <button @click=${() => this.tell('close', '')}>
          <kbd>Esc</kbd> ${consoleWords[this.language].close}
        </button>
      </div>`;
    return html`<div class="row">
      <button class="main" @click=${() => this.save()}>${said.save}</button>
      <button @click=${() => this.change(null)}><kbd>Esc</kbd> ${said.dontChange}</button>
    </div>`;
  }

  private offered(): readonly OfferedReason[] {
    return offeredOf(this.reasons, this.language);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat)
      return;
    const [target] = event.composedPath();
    const at = target instanceof HTMLInputElement ? (target.id as PanelField) : null;
    const action = panelActionOf(event.key, at, this.changed !== null);
    if (action === null) return;
    event.preventDefault();
    this.act(action);
  }

  private act(action: PanelAction): void {
    switch (action.kind) {
      case 'FOCUS':
        return this.focusOn(action.field);
      case 'SET': {
        const offers = this.offered().some(({ reason }) => reason === action.reason);
        return offers ? this.set(action.reason) : undefined;
      }
      case 'SAVE':
        return this.save();
      case 'END':
        return this.end();
      case 'LEAVE':
        return this.change(null);
      case 'NOTHING':
        return undefined;
    }
  }

  private focusOn(field: PanelField): void {
    if (field === 'instead') this.instead?.focus();
    else this.renderRoot.querySelector<HTMLElement>(`#${field}`)?.focus();
  }

  private get instead(): ReferralField | null {
    return this.renderRoot.querySelector('referral-field');
  }

  /** Takes a planned absence into the fields; null lets it be as it was. */
  private change(absence: CardAbsence | null): void {
    this.changed = absence;
    this.typed = absence === null ? { until: '', from: '' } : fieldsOf(absence);
    this.failure = '';
    this.instead?.clear();
    this.focusOn('until');
  }

  private save(): void {
    if (this.changed !== null) this.set(this.changed.reason ?? 'OTHER');
  }

  private set(reason: AbsenceReason): void {
    const said = absenceWords[this.language];
    const now = new Date();
    const typed: Typed = { ...this.typed, referral: this.instead?.choice ?? null };
    const content = contentOf(typed, now);
    if (typeof content === 'string') {
      this.failure = said[content];
      return;
    }
    const { token, changed } = this;
    const { id } = this.person;
    const person = { id };
    const { referral, startsAt, ...rest } = content;
    if (changed !== null) {
      const input = { person, ...changedInput(changed, reason, typed, content) };
      void this.carryOut(said.changed, () => sendAbsence(token, input));
    } else if (startsAt && new Date(startsAt) > now) {
      const input = { person, reason, startsAt, ...rest, referral: referral?.input ?? null };
      const when = momentText(new Date(startsAt), now, this.language);
      void this.carryOut(said.planned(when), () => sendAbsence(token, input));
    } else
      void this.carryOut(said.set, async () =>
        replaceAbsence(token, id, await this.current(), { reason, ...content }),
      );
  }

  private end(): void {
    void this.carryOut(absenceWords[this.language].ended, async () => {
      const running = await this.current();
      return running === null
        ? consoleWords[this.language].none
        : endAbsenceOf(this.token, running);
    });
  }

  private cancel(absence: CardAbsence): void {
    const said = absenceWords[this.language];
    const done = absence.recurrence === null ? said.cancelled : said.skipped;
    void this.carryOut(done, () => endAbsenceOf(this.token, absence));
  }

  private async carryOut(
    done: string,
    change: () => Promise<Refusal | string | null>,
  ): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      const refusal = await change();
      if (refusal === null) this.tell('done', done);
      else
        this.failure = typeof refusal === 'string' ? refusal : refusalText(refusal, this.language);
    } catch {
      this.failure = consoleWords[this.language].notDone;
    } finally {
      this.#busy = false;
    }
  }

  private tell(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
customElements.define('absence-panel', AbsencePanel);
