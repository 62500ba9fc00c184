import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../words/words.js';
import { dayName, weekdays, type Repeating, type Weekday } from './repeating.js';
import { checkedIn, valueIn } from './typed.js';
import type { MyWords } from './words-sv.js';

type Shown = {
  readonly said: MyWords;
  readonly language: Language;
  readonly repeating: Repeating;
  /** Whether the API has refused it. */
  readonly wrong: 'true' | 'false';
};
type Choose = (some: Partial<Repeating>) => void;

/** The fields of how an absence repeats, inside its form. */
export function repeatingFields(shown: Shown, choose: Choose): TemplateResult {
  const { said, repeating, wrong } = shown;
  const choices: readonly (readonly [Repeating['how'], string])[] = [
    ['NEVER', said.never],
    ['DAILY', said.daily],
    ['WORKDAYS', said.workdays],
    ['WEEKLY', said.weekly],
    ...(repeating.how === 'KEPT' ? ([['KEPT', said.kept]] as const) : []),
  ];
  return html`<div>
      <label for="repeats">${said.repeats}</label>
      <select
        id="repeats"
        aria-describedby="wrong-recurrence"
        aria-invalid=${wrong}
        @change=${(event: Event) => choose({ how: valueIn(event) as Repeating['how'] })}
      >
        ${choices.map(
          ([how, name]) =>
            html`<option value=${how} ?selected=${how === repeating.how}>${name}</option>`,
        )}
      </select>
    </div>
    ${repeating.how === 'WEEKLY' ? dayFields(shown, choose) : nothing}
    ${
      repeating.how === 'NEVER' || repeating.how === 'KEPT'
        ? nothing
        : html`<div>
            <label for="last">${said.lastDay}</label>
            <input
              id="last"
              type="date"
              .value=${repeating.until}
              @input=${(event: Event) => choose({ until: valueIn(event) })}
            />
          </div>`
    }`;
}

function dayFields({ said, language, repeating }: Shown, choose: Choose): TemplateResult {
  const { days, exceptHolidays } = repeating;
  const toggled = (day: Weekday) =>
    days.includes(day) ? days.filter((one) => one !== day) : [...days, day];
  return html`<fieldset aria-describedby="missing-days">
      <legend>${said.days}</legend>
      <div class="row">
        ${weekdays.map(
          (day) =>
            html`<label class="tick">
              <input
                type="checkbox"
                .checked=${days.includes(day)}
                @change=${() => choose({ days: toggled(day) })}
              />
              ${dayName(day, language)}
            </label>`,
        )}
      </div>
    </fieldset>
    <label class="tick">
      <input
        type="checkbox"
        .checked=${exceptHolidays}
        @change=${(event: Event) => choose({ exceptHolidays: checkedIn(event) })}
      />
      ${said.notHolidays}
    </label>`;
}
