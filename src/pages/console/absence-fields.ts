import { html, type TemplateResult } from 'lit';
import type { Language } from '../words/words.js';
import { absenceWords } from './absence-words.js';
import { backText, momentText } from './time-text.js';
import { typedMoment } from './typed-moment.js';

/** The times as they are typed. */
export type TypedTimes = { readonly until: string; readonly from: string };

/** The fields of when somebody is absent, each with what it is taken to mean. */
export function timeFields(
  typed: TypedTimes,
  language: Language,
  type: (some: Partial<TypedTimes>) => void,
): TemplateResult {
  const said = absenceWords[language];
  const read = readOf(typed, new Date(), language);
  const field = (name: keyof TypedTimes, place: string) =>
    html`<div>
      <label
        >${said[name]}
        <input
          id=${name}
          autocomplete="off"
          spellcheck="false"
          maxlength="20"
          aria-describedby="hint"
          placeholder=${place}
          .value=${typed[name]}
          @input=${(event: InputEvent) => type({ [name]: (event.target as HTMLInputElement).value })}
      /></label>
      <p class="read" aria-live="polite">${read[name]}</p>
    </div>`;
  return html`${field('until', said.untilPlace)} ${field('from', said.fromPlace)}`;
}

/** What the fields are taken to mean, so that a slip of the finger is seen. */
function readOf(typed: TypedTimes, now: Date, language: Language): TypedTimes {
  const from = typedMoment(typed.from, now, now);
  const until = typedMoment(typed.until, from?.at ?? now, now);
  const when = from && momentText(from.at, now, language);
  return {
    from: when === null ? '' : absenceWords[language].fromText(when),
    until: until ? backText(until.at.toISOString(), until.precision, now, language) : '',
  };
}
