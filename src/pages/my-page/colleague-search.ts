import { css, html, LitElement, nothing } from 'lit';
import { ask } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import type { Language } from '../words/words.js';
import { colleagues } from './documents.js';
import type { ColleaguesQuery } from './schema-types.js';
import { words } from './words.js';

/** Somebody who can answer. */
export type Hit = { readonly id: string; readonly name: string; readonly detail: string };

const waitMilliseconds = 200;

/** A field in which one searches for a colleague, as a combobox; tells `chosen` with the hit. */
export class ColleagueSearch extends LitElement {
  static override properties = {
    token: { attribute: false },
    language: { type: String },
    near: { type: String },
    hits: { state: true },
    at: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        position: relative;
      }
      input {
        width: 100%;
      }
      label {
        display: block;
        font-weight: 600;
        margin-bottom: 0.2rem;
      }
      ul {
        list-style: none;
        margin: 0.25rem 0 0;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        overflow: hidden;
      }
      li {
        padding: 0.5rem 0.75rem;
        min-height: 2.75rem;
        cursor: pointer;
        overflow-wrap: anywhere;
      }
      li + li {
        border-top: 1px solid var(--hair);
      }
      li[aria-selected='true'] {
        background: var(--mark);
        box-shadow: inset 4px 0 var(--accent);
      }
      .hint {
        color: var(--quiet);
        font-size: 0.9rem;
        margin: 0.2rem 0 0;
      }
      small {
        display: block;
        color: var(--quiet);
      }
    `,
  ];
  declare token: string;
  declare language: Language;
  /** The code of the municipality whose hits come first. */
  declare near: string;
  declare private hits: readonly Hit[] | null;
  declare private at: number;
  private asked: AbortController | null = null;

  constructor() {
    super();
    this.near = '';
    this.hits = null;
    this.at = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asked?.abort();
  }

  override render() {
    const said = words[this.language];
    const { hits } = this;
    const open = hits !== null && hits.length > 0;
    return html`<label for="search">${said.search}</label>
      <input
        id="search"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${open}
        aria-controls="hits"
        aria-describedby="hint"
        aria-activedescendant=${open ? `hit-${this.at}` : nothing}
        @input=${(event: InputEvent) => void this.look((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.key(event)}
      />
      <p class="hint" id="hint" role="status">
        ${hits === null ? said.searchHint : open ? said.hits(hits.length) : said.noHits}
      </p>
      <ul id="hits" role="listbox" aria-label=${said.search} ?hidden=${!open}>
        ${hits?.map(
          (hit, index) =>
            html`<li
              role="option"
              id="hit-${index}"
              aria-selected=${index === this.at}
              @click=${() => this.choose(hit)}
            >
              ${hit.name}<small>${hit.detail}</small>
            </li>`,
        )}
      </ul>`;
  }

  private async look(typed: string): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const query = typed.trim();
    this.at = 0;
    if (query.length < 2) {
      this.hits = null;
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMilliseconds));
    if (asked.signal.aborted) return;
    const variables = { query, near: this.near === '' ? null : this.near };
    try {
      const found = await ask<ColleaguesQuery>(this.token, colleagues, variables, asked.signal);
      const nodes = found.searchDirectory?.edges.map(({ node }) => node) ?? [];
      this.hits = nodes.flatMap((node) => {
        if (node.type === 'Unit') return [];
        const parts = node.type === 'Person' ? [node.title, node.unit?.name] : [];
        const detail = [...parts, node.municipality.name].filter(Boolean).join(', ');
        return [{ id: node.id, name: node.displayName, detail }];
      });
    } catch {
      if (!asked.signal.aborted) this.hits = [];
    }
  }

  private key(event: KeyboardEvent): void {
    const { hits } = this;
    if (event.key === 'Escape' && hits !== null) this.hits = null;
    else if (event.key === 'Enter') {
      const hit = hits?.[this.at];
      if (hit) this.choose(hit);
    } else if (event.key === 'ArrowDown' && hits) this.at = Math.min(this.at + 1, hits.length - 1);
    else if (event.key === 'ArrowUp' && hits) this.at = Math.max(this.at - 1, 0);
    else return;
    // Enter would send the form that the field stands in.
    event.preventDefault();
  }

  private choose(hit: Hit): void {
    const field = this.renderRoot.querySelector('input');
    if (field) field.value = '';
    this.hits = null;
    this.dispatchEvent(new CustomEvent<Hit>('chosen', { detail: hit }));
  }
}
customElements.define('colleague-search', ColleagueSearch);
