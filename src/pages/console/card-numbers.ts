import { html, type TemplateResult } from 'lit';
import type { CardNumber } from './entry.js';
import { numberText } from './phone-text.js';
import type { ConsoleWords } from './words.js';

/** The numbers of a card with their marks; those that may not be told only when they were asked for (P23). */
export function numbersPart(
  numbers: readonly CardNumber[],
  revealed: boolean,
  said: ConsoleWords,
): TemplateResult {
  return html`<ul class="numbers">
    ${numbers.map((number) => {
      const tells = number.mayTellCaller === true;
      return html`<li>
        <span class="quiet">${said.kinds[number.kind]}</span>
        <span
          >${tells || revealed ? html`<b>${numberText(number)}</b>` : '•••'}
          <span class=${tells ? 'good' : 'bad'}
            ><span class="sign" aria-hidden="true">${tells ? '✓' : '⊘'}</span>${
              tells ? said.mayTell : said.mayNotTell
            }</span
          ></span
        >
      </li>`;
    })}
  </ul>`;
}

/** What stands for the number to connect to: itself, or that it may not be told. */
export function largeNumber(
  number: CardNumber,
  revealed: boolean,
  said: ConsoleWords,
): TemplateResult {
  return number.mayTellCaller === true || revealed
    ? html`<p class="number">${numberText(number)}</p>`
    : html`<p class="number hidden"><span aria-hidden="true">•••</span> ${said.hiddenNumber}</p>`;
}
