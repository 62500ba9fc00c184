import { html, type TemplateResult } from 'lit';
import type { Language } from '../words/words.js';
import { endKey } from './absence-keys.js';
import { absenceWords } from './absence-words.js';
import type { CardAbsence } from './entry.js';
import { reasonText } from './reach-words.js';
import { keptName } from './referral-pick.js';
import { backText, momentText } from './time-text.js';

/** What a press on a planned absence leads to. */
export type PlannedActs = {
  readonly change: (absence: CardAbsence) => void;
  readonly cancel: (absence: CardAbsence) => void;
};

/** When a planned absence is, and why, as it may be told. */
export function plannedText(absence: CardAbsence, now: Date, language: Language): string {
  const { startsAt, endsAt, endsAtPrecision, publicReason } = absence;
  const from = startsAt === null ? '' : momentText(new Date(startsAt), now, language);
  const back = backText(endsAt, endsAtPrecision, now, language);
  return [`${from}: ${reasonText(publicReason, language)}`, back].filter(Boolean).join(', ');
}

/** What runs, and the key that ends it. */
export function runningPart(
  running: CardAbsence | null,
  now: Date,
  language: Language,
  end: () => void,
): TemplateResult | string {
  if (running === null) return '';
  const said = absenceWords[language];
  const back = backText(running.endsAt, running.endsAtPrecision, now, language);
  const reason = reasonText(running.publicReason, language);
  return html`<p class="running">
    <span>${said.now}: ${[reason, back].filter(Boolean).join(', ')}</span>
    <button @click=${end}><kbd>${endKey}</kbd> ${said.end}</button>
  </p>`;
}

/** What is planned; each can be changed or removed. What repeats is changed where it was planned. */
export function plannedPart(
  coming: readonly CardAbsence[],
  now: Date,
  language: Language,
  { change, cancel }: PlannedActs,
): TemplateResult | string {
  const said = absenceWords[language];
  if (coming.length === 0) return '';
  return html`<div>
    <h3>${said.coming}</h3>
    <ul class="planned">
      ${coming.map((absence) => {
        const text = plannedText(absence, now, language);
        const repeats = absence.recurrence !== null;
        const name = keptName(absence, said.referral);
        return html`<li>
          <span
            ><b>${text}</b>${
              name === null ? '' : html`<span class="quiet"> · ${said.instead}: ${name}</span>`
            }${repeats ? html`<span class="quiet"> · ${said.repeats}</span>` : ''}</span
          >
          <span class="row">
            ${
              repeats
                ? ''
                : html`<button @click=${() => change(absence)}>
                    ${said.change}<span class="unseen"> ${text}</span>
                  </button>`
            }
            <button @click=${() => cancel(absence)}>
              ${repeats ? said.cancelThis : said.cancel}<span class="unseen"> ${text}</span>
            </button>
          </span>
        </li>`;
      })}
    </ul>
  </div>`;
}
