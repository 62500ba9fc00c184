import { css, html, LitElement, nothing } from 'lit';
import { ask } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import type { Refusal } from '../words/refusals.js';
import { setAbsence, endAbsence } from './documents.js';
import { shownNumber } from './numbers.js';
import { isQuick, quickReasons, restored, type QuickReason } from './one-touch.js';
import { Saving } from './saving.js';
import type {
  EndAbsenceMutation,
  PlannedFragment,
  SetAbsenceInput,
  SetAbsenceMutation,
} from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { OfPerson } from './shown.js';
import { saidTime } from './swedish-time.js';
import { isReached, toldToCallers } from './told.js';

/** What callers are told now, and the absences that one touch reports. */
export class QuickAbsence extends LitElement {
  static override properties = { shown: { attribute: false } };
  static override styles = [
    controls,
    sectionLook,
    css`
      .told {
        font-size: 1.3rem;
        line-height: 1.35;
        margin: 0.25rem 0;
        overflow-wrap: anywhere;
      }
      section {
        border-left: 6px solid var(--warn);
      }
      section.reached {
        border-left-color: var(--good);
      }
      .touch {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.6rem;
        margin-top: 0.75rem;
      }
      .touch button {
        min-height: 4.25rem;
        font-size: 1.1rem;
        font-weight: 600;
        line-height: 1.25;
      }
      .touch small {
        display: block;
        font-weight: 400;
        font-size: 0.85rem;
      }
      .touch button:last-child:nth-child(odd) {
        grid-column: 1 / -1;
      }
      .back {
        width: 100%;
        min-height: 4.25rem;
        font-size: 1.1rem;
        margin-top: 0.75rem;
      }
      @media (min-width: 30rem) {
        .touch {
          grid-template-columns: 1fr 1fr 1fr;
        }
        .touch button:last-child:nth-child(odd) {
          grid-column: auto;
        }
      }
    `,
  ];
  declare shown: OfPerson;
  private readonly saving = new Saving(this);

  override render() {
    const { said, person } = this.shown;
    const { reachability: reach, currentAbsence: running } = person;
    const now = new Date();
    const name = person.displayName;
    return html`<section aria-labelledby="told" class=${reach && isReached(reach) ? 'reached' : ''}>
      <h2 id="told">
        ${this.shown.own ? said.toldTitle : said.toldTitleOf(name)}
        <span class="unseen">${said.asked}</span>
      </h2>
      <p class="told" aria-live="polite">
        ${reach ? html`<q>${toldToCallers(name, reach, now, this.shown.language)}</q>` : said.unknownTold}
      </p>
      <p class="quiet">${this.details(running, now)}</p>
      ${
        running === null
          ? nothing
          : html`<button
              class="main back"
              ?disabled=${this.saving.busy}
              @click=${() => this.comeBack(running)}
            >
              ${this.shown.own ? said.back : said.backOf(name)}
            </button>`
      }
      <div class="touch" role="group" aria-label=${said.quickTitle}>
        ${quickReasons(person.municipality.absenceReasons).map(
          (one) =>
            html`<button
              ?disabled=${this.saving.busy}
              @click=${() => this.goAway(one.reason, running)}
            >
              ${this.shown.language === 'sv' ? one.labelSv : one.labelEn}
              <small>${said.usual[one.reason]}</small>
            </button>`,
        )}
      </div>
      ${this.saving.renderNotice()} ${this.saving.renderRefusals()}
    </section>`;
  }

  private details(running: PlannedFragment | null, now: Date): string {
    const { said, person } = this.shown;
    if (running !== null) return said.running(running.reasonLabel, this.until(running, now));
    const { connectTo } = person.reachability ?? { connectTo: null };
    const number = connectTo?.e164 ?? connectTo?.extension ?? null;
    return number === null ? '' : said.connectsTo(shownNumber(number));
  }

  private until(
    { endsAt, endsAtPrecision }: Pick<PlannedFragment, 'endsAt' | 'endsAtPrecision'>,
    now: Date,
  ) {
    if (endsAt === null) return this.shown.said.unknownEnd;
    return saidTime(endsAt, now, this.shown.language, endsAtPrecision === 'ABOUT');
  }

  /**
   * One short absence goes before another: whoever leaves for the day is not at lunch any more. Whoever usually
   * stands in answers meanwhile (P10).
   */
  private async goAway(reason: QuickReason, running: PlannedFragment | null): Promise<void> {
    const before = running !== null && isQuick(running) ? running : null;
    const labels = quickReasons(this.shown.person.municipality.absenceReasons);
    const found = labels.find((one) => one.reason === reason);
    const label = (this.shown.language === 'sv' ? found?.labelSv : found?.labelEn) ?? reason;
    let made: NonNullable<SetAbsenceMutation['setAbsence']['absence']> | null = null;
    const change = async (): Promise<readonly Refusal[]> => {
      const refused = before === null ? [] : await this.end(before);
      if (refused.length > 0) return refused;
      const [standIn] = this.shown.person.standIns;
      const input = { person: { id: this.shown.person.id }, reason };
      const covered = standIn && { ...input, referral: { entryId: standIn.id } };
      let { setAbsence: outcome } = await this.report(covered ?? input);
      // Who stands in may have left meanwhile: away is away all the same.
      if (covered && outcome.userErrors.some(({ field }) => field?.includes('referral')))
        outcome = (await this.report(input)).setAbsence;
      made = outcome.absence;
      return outcome.userErrors;
    };
    const undo = async () => {
      const refused = made === null ? [] : await this.end(made);
      return refused.length > 0 || before === null ? refused : this.again(before);
    };
    if (!(await this.saving.save(change, this.shown.said.saved, undo)) || made === null) return;
    const text = this.shown.said.savedAs(
      this.shown.said.running(label, this.until(made, new Date())),
    );
    this.saving.tell({ text, undo });
  }

  /** Back is back: also from what ran beneath, unless the telephone rang meanwhile. */
  private async comeBack(running: PlannedFragment): Promise<void> {
    const ended: PlannedFragment[] = [];
    const known = this.shown.person.absences;
    const change = async (): Promise<readonly Refusal[]> => {
      let next: PlannedFragment | null = running;
      while (next !== null && ended.length < 5) {
        const one: PlannedFragment = next;
        const { id, version: expectedVersion } = one;
        const answer = await ask<EndAbsenceMutation>(this.shown.token, endAbsence, {
          input: { id, expectedVersion },
        });
        if (answer.endAbsence.userErrors.length > 0) return answer.endAbsence.userErrors;
        ended.push(one);
        const beneath = answer.endAbsence.person?.currentAbsence ?? null;
        next =
          beneath?.phoneRings === true
            ? null
            : (known.find(({ id }) => id === beneath?.id) ?? null);
        if (next !== null && ended.some((before) => before.id === next?.id)) next = null;
      }
      return [];
    };
    const undo = async () => {
      for (const one of ended.toReversed()) {
        const refused = await this.again(one);
        if (refused.length > 0) return refused;
      }
      return [];
    };
    if (!(await this.saving.save(change, this.shown.said.savedBack, undo))) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.undo')?.focus();
  }

  private report(input: SetAbsenceInput): Promise<SetAbsenceMutation> {
    return ask<SetAbsenceMutation>(this.shown.token, setAbsence, { input });
  }

  private end({ id }: { readonly id: string }): Promise<readonly Refusal[]> {
    return this.saving.send(endAbsence, { id });
  }

  private again(absence: PlannedFragment): Promise<readonly Refusal[]> {
    return this.saving.send(setAbsence, restored(absence, this.shown.person.id, new Date()));
  }
}
customElements.define('quick-absence', QuickAbsence);
