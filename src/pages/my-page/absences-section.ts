import { html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { draftOf, newDraft, type Draft } from './absence-draft.js';
import './absence-form.js';
import { nameOf } from './code-names.js';
import { endAbsence, setAbsence } from './documents.js';
import { restored } from './one-touch.js';
import { isUncovered, plannedOf, type Planned } from './planned.js';
import { repeatingOf, saidRepeating } from './repeating.js';
import { Saving } from './saving.js';
import type { AbsenceScope } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { OfPerson } from './shown.js';
import { saidDay, saidSpan } from './swedish-time.js';

/** Running and coming absences, with what covers each (P10), to plan, change and take away. */
export class AbsencesSection extends LitElement {
  static override properties = { shown: { attribute: false }, draft: { state: true } };
  static override styles = [controls, sectionLook];
  declare shown: OfPerson;
  declare private draft: Draft | null;
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.draft = null;
  }

  override render() {
    const { said } = this.shown;
    const { draft } = this;
    const planned = plannedOf(this.shown.person);
    return html`<section aria-labelledby="absences">
      <h2 id="absences" tabindex="-1">${said.absencesTitle}</h2>
      ${planned.length === 0 ? html`<p class="quiet">${said.noAbsences}</p>` : nothing}
      <ul>
        ${planned.map((one) => html`<li>${this.renderOne(one)}</li>`)}
      </ul>
      ${this.saving.renderNotice()} ${this.saving.renderRefusals()}
      ${
        draft === null
          ? html`<button class="plan" @click=${() => this.open(null)}>${said.plan}</button>`
          : html`<absence-form
              .shown=${this.shown}
              .draft=${draft}
              @done=${({ detail }: CustomEvent<boolean>) => void this.close(detail)}
            ></absence-form>`
      }
    </section>`;
  }

  private renderOne(absence: Planned) {
    const { said, language } = this.shown;
    const now = new Date();
    const span = saidSpan(absence, now, language);
    const repeating = repeatingOf(absence.recurrence);
    const series = absence.recurrence !== null;
    const what = `${absence.reasonLabel}, ${span}`;
    return html`<div class="row">
        <div class="grow">
          <strong>${absence.reasonLabel}</strong>
          ${
            series
              ? html`${saidRepeating(repeating, language)}<br />${said.next(span)}`
              : html`<br />${this.whenOf(absence, span, now)}`
          }
        </div>
        <button aria-label="${said.change}: ${what}" @click=${() => this.open(absence)}>
          ${said.change}
        </button>
        ${
          series
            ? html`<button
                  aria-label="${said.removeNext}: ${what}"
                  @click=${() => void this.takeAway(absence, 'OCCURRENCE')}
                >
                  ${absence.running ? said.end : said.removeNext}</button
                ><button
                  aria-label="${said.removeAll}: ${what}"
                  @click=${() => void this.takeAway(absence, 'SERIES')}
                >
                  ${said.removeAll}
                </button>`
            : html`<button
                aria-label="${absence.running ? said.end : said.remove}: ${what}"
                @click=${() => void this.takeAway(absence, 'SERIES')}
              >
                ${absence.running ? said.end : said.remove}
              </button>`
        }
      </div>
      ${this.renderCover(absence)}
      ${absence.note === null ? nothing : html`<p class="hint">${said.noteIs(absence.note)}</p>`}
      ${
        absence.source === null || absence.source === 'SELF'
          ? nothing
          : html`<p class="hint">${said.reportedBy(nameOf('source', absence.source, language))}</p>`
      }`;
  }

  private whenOf(absence: Planned, span: string, now: Date): string {
    const { said, language } = this.shown;
    const { endsAtPrecision, startsAt, endsAt } = absence;
    if (endsAtPrecision === 'UNKNOWN') return `${span}, ${said.unknownEnd}`;
    if (endsAtPrecision === 'DAY' && endsAt !== null)
      return `${saidSpan({ startsAt, endsAt: null }, now, language)}, ${said.until(saidDay(endsAt, now, language))}`;
    return endsAtPrecision === 'ABOUT' ? `${span} (${said.about})` : span;
  }

  private renderCover(absence: Planned) {
    const { said, language } = this.shown;
    if (isUncovered(absence))
      return html`<p class="warn"><span aria-hidden="true">⚠ </span>${said.uncovered}</p>
        <p class="hint">${said.uncoveredHow}</p>`;
    const text = this.coverText(absence);
    return text === ''
      ? nothing
      : html`<p class="good" lang=${language}><span aria-hidden="true">✓ </span>${text}</p>`;
  }

  private coverText({ cover, referral }: Planned): string {
    const { said, language } = this.shown;
    if (cover === 'RINGING') return said.rings;
    if (cover === 'FORWARDING') return said.forwardingsTitle;
    if (referral === null) return '';
    const name = referral.entry?.displayName ?? nameOf('target', referral.kind, language);
    const text = said.answers(referral.unit ? said.referralGroup(referral.unit.name) : name);
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  /** A new one has whoever usually stands in, so that it is covered from the start. */
  private open(absence: Planned | null): void {
    this.saving.clear();
    const now = new Date();
    if (absence !== null) {
      this.draft = draftOf(absence, now);
      return;
    }
    const inUse = this.shown.person.municipality.absenceReasons.filter((one) => one.inUse);
    const usual = inUse.find(({ reason }) => reason === 'VACATION') ?? inUse[0];
    const draft = newDraft(now, usual?.reason ?? 'OTHER');
    const [first] = this.shown.person.standIns;
    this.draft =
      first === undefined
        ? draft
        : { ...draft, referral: { kind: 'ENTRY', id: first.id, name: first.displayName } };
  }

  private async close(saved: boolean): Promise<void> {
    this.draft = null;
    if (saved) this.saving.tell({ text: this.shown.said.saved, undo: null });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.plan')?.focus();
  }

  private async takeAway(absence: Planned, scope: AbsenceScope): Promise<void> {
    const { id, version: expectedVersion } = absence;
    const undo =
      absence.recurrence === null
        ? () => this.saving.send(setAbsence, restored(absence, this.shown.person.id, new Date()))
        : null;
    const input = { id, expectedVersion, scope };
    await this.saving.carryOut(endAbsence, input, this.shown.said.savedBack, undo);
    this.renderRoot.querySelector<HTMLElement>('#absences')?.focus();
  }
}
customElements.define('absences-section', AbsencesSection);
