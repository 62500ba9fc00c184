import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { AskError } from '../ask/ask.js';
import type { Language } from '../words/words.js';
import type { DirectoryApi } from './directory-api.js';
import { searchStaff } from './documents.js';
import { look } from './look.js';
import type { Place } from './places.js';
import type { SearchStaffQuery } from './schema-types.js';
import { writtenNumber } from './swedish-number.js';
import { whereaboutsOf } from './whereabouts.js';
import { errorText, words } from './words.js';

/** How long a visitor has to pause before it is searched. */
const pauseMilliseconds = 150;
const shortest = 2;
const longest = 80;

type Hit = NonNullable<SearchStaffQuery['searchDirectory']>['edges'][number]['node'];

/** A field to search in, and what was found: arrows move in the list, Enter opens. */
export class SearchList extends LitElement {
  static override properties = {
    api: { attribute: false },
    language: { type: String },
    near: { attribute: false },
    open: { attribute: false },
    typed: { state: true },
    hits: { state: true },
    more: { state: true },
    at: { state: true },
    problem: { state: true },
  };
  static override styles = [
    look,
    css`
      label {
        display: block;
        font-weight: 600;
        margin-bottom: 0.3em;
      }
      input {
        width: 100%;
        font-size: 1.1em;
      }
      #hint {
        margin-top: 0.4em;
      }
      .said {
        min-height: 1.5em;
        margin: 0.5em 0;
      }
      [role='option'] {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 1em;
        padding: 0.6em 0.7em;
        border-top: 1px solid var(--_hair);
        border-inline-start: 4px solid transparent;
        cursor: pointer;
      }
      [role='option']:hover {
        background: var(--_raised);
      }
      [role='option'][aria-selected='true'] {
        background: var(--_mark);
        border-inline-start-color: var(--_accent);
      }
      .number {
        font-variant-numeric: tabular-nums;
        text-align: end;
        white-space: nowrap;
      }
      .where {
        grid-column: 1 / -1;
      }
    `,
  ];
  declare api: DirectoryApi;
  declare language: Language;
  /** The municipality whose people come first, when that is known. */
  declare near: Promise<string | null>;
  declare open: (place: Place) => void;
  declare private typed: string;
  declare private hits: readonly Hit[] | null;
  declare private more: boolean;
  declare private at: number;
  declare private problem: string | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | null = null;

  constructor() {
    super();
    this.near = Promise.resolve(null);
    this.typed = '';
    this.hits = null;
    this.more = false;
    this.at = -1;
    this.problem = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('api')) return;
    // What another server has told is nothing of this one's.
    this.#asking?.abort();
    this.typed = '';
    this.problem = null;
    this.#show(null, false);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('at'))
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const said = words[this.language];
    const hits = this.hits ?? [];
    return html`<label for="words">${said.search}</label>
      <input
        id="words"
        type="search"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        maxlength=${longest}
        aria-expanded=${hits.length > 0}
        aria-controls="hits"
        aria-autocomplete="list"
        aria-describedby="hint"
        aria-activedescendant=${this.at >= 0 ? `hit-${this.at}` : nothing}
        .value=${this.typed}
        @input=${this.#typedIn}
        @keydown=${this.#key}
      />
      <p id="hint" class="quiet">${said.hint}</p>
      <p class="said" aria-live="polite">${this.#outcome()}</p>
      ${this.problem === null ? nothing : html`<p role="alert">${this.problem}</p>`}
      <div id="hits" role="listbox" aria-label=${said.results}>
        ${hits.map((hit, index) => this.#row(hit, index))}
      </div>
      ${this.more ? html`<p class="quiet">${said.more}</p>` : nothing}`;
  }

  #outcome() {
    const said = words[this.language];
    if (this.hits === null) return '';
    return this.hits.length === 0 ? said.none : said.found(this.hits.length, this.more);
  }

  #row(hit: Hit, index: number) {
    const [number] = 'numbers' in hit ? hit.numbers : [];
    const absence = hit.type === 'Person' ? hit.currentAbsence : null;
    const where = whereaboutsOf(absence, null, new Date(), this.language);
    return html`<div
      id=${`hit-${index}`}
      role="option"
      aria-selected=${index === this.at}
      @click=${() => this.#choose(hit)}
    >
      <span
        ><strong>${hit.displayName}</strong><br /><span class="quiet"
          >${this.#about(hit)}</span
        ></span
      >
      ${number === undefined ? nothing : html`<span class="number">${writtenNumber(number)}</span>`}
      ${where === null ? nothing : html`<span class="where ${where.sign}">${where.text}</span>`}
    </div>`;
  }

  #about(hit: Hit): string {
    const place =
      hit.type === 'Unit'
        ? [words[this.language].unit, hit.parent?.name]
        : [hit.type === 'Person' ? hit.title : null, hit.unit?.name];
    return [...place, hit.municipality.name].filter(Boolean).join(' · ');
  }

  readonly #typedIn = (event: InputEvent): void => {
    this.typed = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#timer = setTimeout(() => void this.#search(), pauseMilliseconds);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const last = (this.hits ?? []).length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, this.at + 1),
      ArrowUp: Math.max(-1, this.at - 1),
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      this.at = move;
    } else if (event.key === 'Enter') {
      const hit = this.hits?.[Math.max(0, this.at)];
      if (hit) this.#choose(hit);
    } else if (event.key === 'Escape') this.#show(null, false);
  };

  #choose(hit: Hit): void {
    this.at = this.hits?.indexOf(hit) ?? -1;
    this.open({ kind: hit.type === 'Unit' ? 'UNIT' : 'ENTRY', id: hit.id });
  }

  async #search(): Promise<void> {
    const query = this.typed.trim();
    this.problem = null;
    if (query.length < shortest) return this.#show(null, false);
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const variables = { query, near: await this.near };
      if (asking.signal.aborted) return;
      const { searchDirectory: found } = await this.api.ask<SearchStaffQuery>(
        searchStaff,
        variables,
        asking.signal,
      );
      this.#show(found?.edges.map(({ node }) => node) ?? [], found?.pageInfo.hasNextPage ?? false);
    } catch (error) {
      if (asking.signal.aborted) return;
      this.#show(null, false);
      this.problem = errorText(error instanceof AskError ? error.code : '', this.language);
    }
  }

  #show(hits: readonly Hit[] | null, more: boolean): void {
    this.hits = hits;
    this.more = more;
    this.at = -1;
  }
}
customElements.define('staff-directory-search', SearchList);
