import { html, type TemplateResult } from 'lit';
import type { Language } from '../words/words.js';
import { absenceLine, absencesPart, runningAndComing } from './card-absences.js';
import { numbersPart } from './card-numbers.js';
import type { CardNumber, Details, EntryDetails } from './entry.js';
import { asksForNumbers } from './hidden-details.js';
import { isTellable, whyText } from './why-words.js';
import { consoleWords } from './words.js';

/** What of a card is on the screen, and when. */
export type Shown = {
  readonly given: readonly CardNumber[];
  readonly revealed: boolean;
  readonly now: Date;
  readonly language: Language;
};

/** What is known beside the answer; what there is nothing of has no heading. */
export function cardFacts(details: Details, shown: Shown): TemplateResult {
  const said = consoleWords[shown.language];
  const isUnit = details.type === 'Unit';
  const week = weekOf(details);
  const hours = week.map(({ weekday, from, to }) => `${said.weekdays[weekday]} ${from}–${to}`);
  const words = details.subjects.map(({ word }) => word);
  return html`<div class="facts">
    ${isUnit ? '' : numbers(details, shown)}
    ${details.type === 'Person' && details.leftAt === null ? absences(details, shown) : ''}
    ${isUnit ? '' : why(details, shown)} ${titled(said.subjects, words.join(', '))}
    ${titled(isUnit ? said.hours : said.best, hours.join(', '))}
  </div>`;
}

function titled(title: string, text: string): TemplateResult | string {
  return text === ''
    ? ''
    : html`<div>
        <h3>${title}</h3>
        <p>${text}</p>
      </div>`;
}

function numbers(details: EntryDetails, { given, revealed, language }: Shown) {
  const said = consoleWords[language];
  const shown = given.length > 0 ? given : details.numbers;
  if (asksForNumbers(details) && given.length === 0) return titled(said.numbers, said.restricted);
  return shown.length === 0
    ? ''
    : html`<div>
        <h3>${said.numbers}</h3>
        ${numbersPart(shown, revealed, said)}
      </div>`;
}

function absences(
  details: Extract<Details, { readonly type: 'Person' }>,
  { revealed, now, language }: Shown,
) {
  const said = consoleWords[language];
  const { running, coming } = runningAndComing(details.absences, now);
  const lines = [...running, ...coming].map((one) =>
    absenceLine(one, revealed, now, { language, said }),
  );
  return html`<div class="absence">
    <h3>${said.absences}</h3>
    ${absencesPart(lines, said)}
  </div>`;
}

function why({ reachability }: EntryDetails, { revealed, language }: Shown) {
  const rules = (reachability?.trace ?? []).filter((rule) => revealed || isTellable(rule));
  const texts = rules.map((rule) => whyText(rule, language));
  return titled(consoleWords[language].why, texts.join(' '));
}

function weekOf(details: Details) {
  if (details.type === 'Unit') return details.openingHours;
  return details.type === 'Person' ? details.bestReached : [];
}
