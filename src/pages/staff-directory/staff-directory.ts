import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Language } from '../words/words.js';
import { DirectoryApi } from './directory-api.js';
import { ownMunicipality } from './documents.js';
import './entry-card.js';
import { colours, look } from './look.js';
import {
  beginning,
  marked,
  moved,
  onward,
  placeOf,
  stepIn,
  type Place,
  type Way,
} from './places.js';
import type { OwnMunicipalityQuery } from './schema-types.js';
import './search-list.js';
import './unit-page.js';
import { words } from './words.js';

/** Where the script came from: that server has the API, unless the tag says otherwise. */
const cameFrom =
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

/**
 * The staff directory, on a page of an intranet: `<staff-directory token-url="…">`. Attributes: `token-url`, an address
 * of the intranet's own server that answers POST with `{"token", "expiresAt"}`; `api`, the address of /graphql; `lang`, sv or en.
 */
export class StaffDirectory extends LitElement {
  static override properties = {
    api: { type: String },
    tokenUrl: { type: String, attribute: 'token-url' },
    lang: { type: String },
    way: { state: true },
    near: { state: true },
  };
  static override styles = [
    look,
    colours,
    css`
      .inside {
        padding: clamp(0.75em, 3vw, 1.5em);
      }
      .back {
        margin-bottom: 1em;
      }
    `,
  ];
  declare api: string | null;
  declare tokenUrl: string | null;
  declare private way: Way;
  declare private near: Promise<string | null>;
  #asks: DirectoryApi | null = null;
  /** Tells the steps of this visit from those of another one in the browser's history. */
  readonly #visit = Math.random().toString(36).slice(2);

  constructor() {
    super();
    this.api = null;
    this.tokenUrl = null;
    this.way = beginning;
    this.near = Promise.resolve(null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#stepped);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#stepped);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('api') && !changed.has('tokenUrl')) return;
    const address = this.api ?? (cameFrom === '' ? '' : new URL('/graphql', cameFrom).href);
    this.#asks = this.tokenUrl === null ? null : new DirectoryApi(address, this.tokenUrl);
    this.way = beginning;
    this.near = this.#whose(this.#asks);
  }

  override render() {
    const language = this.#language;
    const said = words[language];
    const api = this.#asks;
    if (api === null) return html`<div class="inside"><p role="alert">${said.notSetUp}</p></div>`;
    const place = placeOf(this.way);
    return html`<div class="inside" lang=${language}>
      <staff-directory-search
        ?hidden=${place.kind !== 'SEARCH'}
        .api=${api}
        .language=${language}
        .near=${this.near}
        .open=${this.#open}
      ></staff-directory-search>
      ${
        place.kind === 'SEARCH'
          ? nothing
          : html`<button class="back" @click=${this.#back}>← ${said.toSearch}</button>`
      }
      ${
        place.kind === 'ENTRY'
          ? html`<staff-directory-card
              .shown=${{ api, language, id: place.id, open: this.#open }}
            ></staff-directory-card>`
          : nothing
      }
      ${
        place.kind === 'UNIT'
          ? html`<staff-directory-unit
              .shown=${{ api, language, id: place.id, open: this.#open }}
            ></staff-directory-unit>`
          : nothing
      }
    </div>`;
  }

  get #language(): Language {
    const asked = this.lang || document.documentElement.lang;
    return asked.startsWith('en') ? 'en' : 'sv';
  }

  /** People of the own municipality come first among those that fit as well; without an answer nobody does. */
  async #whose(api: DirectoryApi | null): Promise<string | null> {
    const answer = await api?.ask<OwnMunicipalityQuery>(ownMunicipality, {}).catch(() => null);
    return answer?.viewer?.municipalities[0]?.code ?? null;
  }

  readonly #open = (place: Place): void => {
    const { at } = this.way;
    const here = marked(history.state, this.#visit, at);
    const there = marked(history.state, this.#visit, at + 1);
    // The address stays as it is: who was looked at is nobody's business who reads the history.
    if (here !== null && there !== null) {
      if (at === 0) history.replaceState(here, '');
      history.pushState(there, '');
    }
    this.way = onward(this.way, place);
  };

  readonly #back = (): void => {
    if (stepIn(history.state, this.#visit) === this.way.at) history.back();
    else this.#go(this.way.at - 1);
  };

  readonly #stepped = (event: PopStateEvent): void => {
    const step = stepIn(event.state, this.#visit);
    if (step !== null) this.#go(step);
  };

  #go(at: number): void {
    this.way = moved(this.way, at);
    if (placeOf(this.way).kind !== 'SEARCH') return;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('staff-directory-search')?.focus(),
    );
  }
}
customElements.define('staff-directory', StaffDirectory);
