import { html, type TemplateResult } from 'lit';
import type { DeskView } from './desk-view.js';
import { consoleWords } from './words.js';

/** What the field and the choice beside it lead to. */
export type SearchActs = {
  readonly search: () => void;
  readonly near: (code: string | null) => void;
};

/** The search field, which holds the list, and the municipality that the caller asks for. */
export function searchPart(
  { desk, language, municipalities }: DeskView,
  acts: SearchActs,
): TemplateResult {
  const said = consoleWords[language];
  const { hits } = desk;
  return html`<div class="search">
    <label for="search">${said.search}</label>
    <input
      id="search"
      role="combobox"
      aria-expanded=${hits.length > 0}
      aria-controls="hits"
      aria-autocomplete="list"
      aria-activedescendant=${hits.length > 0 ? `hit-${desk.active}` : ''}
      autocomplete="off"
      spellcheck="false"
      maxlength="80"
      .value=${desk.query}
      @input=${acts.search}
    />
    <label class="near" for="near"><kbd>F3</kbd> ${said.near}</label>
    <select
      id="near"
      @change=${(event: Event) => acts.near((event.target as HTMLSelectElement).value || null)}
    >
      <option value="" .selected=${desk.near === null}>${said.everywhere}</option>
      ${municipalities.map(
        ({ code, name }) =>
          html`<option value=${code} .selected=${code === desk.near}>${name}</option>`,
      )}
    </select>
  </div>`;
}

/** The next municipality to ask for, all of them (null) among the choices. */
export function nextNear(
  municipalities: readonly { readonly code: string }[],
  near: string | null,
): string | null {
  const codes = [null, ...municipalities.map(({ code }) => code)];
  return codes[(codes.indexOf(near) + 1) % codes.length] ?? null;
}
