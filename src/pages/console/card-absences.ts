import { html, type TemplateResult } from 'lit';
import type { Language } from '../words/words.js';
import type { CardAbsence } from './entry.js';
import { reasonText } from './reach-words.js';
import { backText, momentText } from './time-text.js';
import type { ConsoleWords } from './words.js';

/** What an absence says on a card. */
export type AbsenceLine = {
  readonly running: boolean;
  /** The reason as it may be told, or as it is where that was asked for (P23). */
  readonly reason: string;
  readonly when: string;
  readonly more: readonly string[];
  readonly note: string | null;
};

/** Of one that repeats only its next time, since it comes so often. */
export function eachOnce(absences: readonly CardAbsence[]): readonly CardAbsence[] {
  const ids = absences.map(({ id }) => id);
  return absences.filter(({ id }, index) => ids.indexOf(id) === index);
}

/** Those that run, and those to come, each once. */
export function runningAndComing(absences: readonly CardAbsence[], now: Date) {
  const once = eachOnce(absences);
  const runs = ({ startsAt }: CardAbsence) => startsAt === null || new Date(startsAt) <= now;
  return { running: once.filter(runs), coming: once.filter((one) => !runs(one)) };
}

/** Says an absence in words; without what may not be told unless it is `revealed`. */
export function absenceLine(
  absence: CardAbsence,
  revealed: boolean,
  now: Date,
  { language, said }: { readonly language: Language; readonly said: ConsoleWords },
): AbsenceLine {
  const { referral, endsAt, endsAtPrecision } = absence;
  const startsAt = new Date(absence.startsAt ?? now);
  const running = startsAt <= now;
  const back = backText(endsAt, endsAtPrecision, now, language);
  const to = referral && (referral.entry?.displayName ?? said.targets[referral.kind]);
  const of = referral?.unit ? ` ${referral.unit.name}` : '';
  return {
    running,
    reason: revealed ? absence.reasonLabel : reasonText(absence.publicReason, language),
    when: [running ? '' : momentText(startsAt, now, language), back].filter(Boolean).join(', '),
    more: [
      to === null ? '' : `${said.refersTo} ${to}${of}`,
      coverText(absence, said),
      absence.phoneRings === true ? said.rings : '',
      absence.recurrence === null ? '' : said.repeats,
    ].filter(Boolean),
    note: revealed ? absence.note : null,
  };
}

/** Whether voicemail tells callers whom to turn to (P6), and that nobody is referred to (P10). */
function coverText({ cover, referral }: CardAbsence, said: ConsoleWords): string {
  if (cover === 'NONE') return referral === null ? said.notCovered : said.notAnswered;
  return cover === 'VOICEMAIL' ? said.answered : '';
}

/** Present and coming absences of a card. */
export function absencesPart(lines: readonly AbsenceLine[], said: ConsoleWords): TemplateResult {
  if (lines.length === 0) return html`<p class="quiet">${said.none}</p>`;
  return html`<ul class="absences">
    ${lines.map(
      ({ running, reason, when, more, note }) =>
        html`<li>
          <span class="quiet">${running ? said.now : said.coming}</span>
          <div>
            <b>${reason}</b>${when === '' ? '' : `, ${when}`}
            ${more.map((one) => html`<span class="quiet"> · ${one}</span>`)}
            ${note === null ? '' : html`<p>${said.note}: ${note}</p>`}
          </div>
        </li>`,
    )}
  </ul>`;
}
