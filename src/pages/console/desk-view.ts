import { html, type TemplateResult } from 'lit';
import type { WatchState } from '../../client/watch-state.js';
import type { Language } from '../words/words.js';
import { connectionWords, freshnessWords, type Municipality } from './connection-words.js';
import type { Desk, Panel } from './desk.js';
import type { KeyAction } from './keys.js';
import { consoleWords } from './words.js';

/** What is shown of a desk, and what a press leads to. */
export type DeskView = {
  readonly desk: Desk;
  readonly token: string;
  readonly language: Language;
  readonly now: Date;
  readonly watch: WatchState;
  readonly municipalities: readonly Municipality[];
  readonly act: (action: KeyAction) => void;
  /** Opens a panel, or closes it and says something. */
  readonly show: (panel: Panel | null, said?: string) => void;
};

/** How the search went, in words. */
export function outcomePart({ desk, language }: DeskView): string | TemplateResult {
  const said = consoleWords[language];
  const count = desk.hits.length;
  switch (desk.outcome) {
    case 'NONE':
      return desk.pending ? said.searching : said.begin;
    case 'FAILED':
      return said.failed;
    case 'KNOWN_ONLY':
      return `${said.knownOnly} ${said.hits(count)}`;
    case 'FOUND':
      return count === 0 ? html`<b>${said.noHit}</b> ${said.noHitHint}` : said.hits(count);
  }
}

/** The card of whoever is marked or chosen. */
export function cardPart({
  desk,
  language,
  now,
  municipalities,
  act,
}: DeskView): TemplateResult | string {
  const { card, opened } = desk;
  const { node } = card;
  if (node === null) return '';
  const place = municipalities.find(({ code }) => code === node.municipality.code);
  const age = place && freshnessWords(place, now, language);
  return html`<button class="back" @click=${() => act({ kind: 'MOVE', by: 0 })}>
      ← ${consoleWords[language].back}
    </button>
    ${
      age === undefined || age.tone === 'good'
        ? ''
        : html`<p class="age ${age.tone}">
            <span aria-hidden="true">${age.sign}</span> ${age.text}
          </p>`
    }
    <person-card
      .node=${node}
      .details=${card.details}
      .given=${card.given}
      .revealed=${card.revealed}
      .opened=${opened}
      .failed=${card.failed}
      .now=${now}
      .language=${language}
      @act=${(event: CustomEvent<KeyAction>) => act(event.detail)}
    ></person-card>`;
}

/** The connection, how old each municipality's data is, and what is always at hand. */
export function statePart({ language, watch, now, municipalities, act }: DeskView): TemplateResult {
  const said = consoleWords[language];
  const connection = connectionWords(watch, now, language);
  const states = municipalities.map((one) => freshnessWords(one, now, language));
  return html`<footer>
    <p class=${connection.tone}>
      <span class="sign" aria-hidden="true">${connection.sign}</span
      ><span class="connection">${connection.text}</span>
    </p>
    <ul>
      ${states.map(
        ({ sign, tone, text }) =>
          html`<li class=${tone === 'good' ? 'quiet' : tone}>
            <span class="sign ${tone}" aria-hidden="true">${sign}</span>${text}
          </li>`,
      )}
    </ul>
    <div class="row">
      <button @click=${() => act({ kind: 'CLEAR' })}><kbd>Esc</kbd> ${said.nextCall}</button>
      <button @click=${() => act({ kind: 'MESSAGE' })}><kbd>F8</kbd> ${said.message}</button>
      <button @click=${() => act({ kind: 'HELP' })}><kbd>?</kbd> ${said.help}</button>
    </div>
  </footer>`;
}
