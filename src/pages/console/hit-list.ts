import { html, type TemplateResult } from 'lit';
import type { Language } from '../words/words.js';
import { isKept } from './card-state.js';
import type { Hit } from './entry.js';
import { reachWords } from './reach-words.js';
import { consoleWords } from './words.js';

/** What the list needs to be drawn. */
export type DrawnList = {
  readonly hits: readonly Hit[];
  readonly active: number;
  readonly now: Date;
  readonly language: Language;
  readonly choose: (index: number) => void;
};

/** The list of hits, in which the arrows move while the search field keeps the focus. */
export function hitList({ hits, active, now, language, choose }: DrawnList): TemplateResult {
  return html`<div
    id="hits"
    role="listbox"
    ?hidden=${hits.length === 0}
    aria-label=${consoleWords[language].search}
  >
    ${hits.map(
      (hit, index) =>
        html`<div
          role="option"
          id="hit-${index}"
          aria-selected=${index === active}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => choose(index)}
        >
          ${hitLine(hit, now, language)}
        </div>`,
    )}
  </div>`;
}

/** A hit in a line: who, whether they can be reached, and where they are. */
export function hitLine({ node, subject }: Hit, now: Date, language: Language): TemplateResult {
  const said = consoleWords[language];
  const kept = isKept(node) ? node : null;
  const title = kept !== null && 'title' in kept ? kept.title : null;
  const left = kept !== null && 'leftAt' in kept && kept.leftAt !== null;
  const kind = kept === null ? said.unit : kept.type === 'SharedLine' ? said.shared : title;
  const place = [kind, kept?.unit?.name, node.municipality.name, subject].filter(Boolean);
  const reach = kept?.reachability ? reachWords(kept.reachability, now, language) : null;
  return html`<span class="name">${node.displayName}</span>
    ${
      left
        ? html`<span class="state bad"
            ><span class="sign" aria-hidden="true">✕</span>${said.left}</span
          >`
        : reach === null
          ? ''
          : html`<span class="state ${reach.tone}"
              ><span class="sign" aria-hidden="true">${reach.sign}</span>${reach.short}</span
            >`
    }
    <span class="place quiet">${place.join(' · ')}</span>`;
}
