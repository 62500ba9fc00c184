import { css, html, LitElement, nothing } from 'lit';
import { ask, AskError } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import { themeChoice } from '../look/theme-choice.js';
import { chooseTheme, themeOfVisitor } from '../look/theme.js';
import '../session/session-bar.js';
import { Session } from '../session/session.js';
import '../session/sign-in-panel.js';
import { chooseLanguage, languageOfVisitor } from '../words/language.js';
import type { Language } from '../words/words.js';
import { overview } from './documents.js';
import './grant-list.js';
import './held-plans.js';
import './key-list.js';
import { LookingAgain } from './looking-again.js';
import './run-list.js';
import type { OverviewQuery } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { Section } from './section.js';
import './source-list.js';
import { operationsWords } from './words.js';

/** The technician's page: how the sources are doing, what waits for a decision, and who has keys and roles. */
export class OperationsPage extends LitElement {
  static override properties = {
    language: { state: true },
    seen: { state: true },
    fault: { state: true },
  };
  static override styles = [
    controls,
    sectionLook,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
        padding: 0.75rem 1.25rem;
        max-inline-size: 90rem;
        margin-inline: auto;
      }
      h1 {
        margin: 0;
        margin-inline-end: auto;
        font-size: 1.5rem;
      }
      main {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
        padding: 0 1.25rem 2rem;
        max-inline-size: 90rem;
        margin-inline: auto;
      }
      header select {
        inline-size: auto;
      }
      @media (width < 48rem) {
        header,
        main {
          padding-inline: 0.75rem;
        }
      }
    `,
  ];
  declare private language: Language;
  declare private seen: OverviewQuery | null;
  declare private fault: string | null;
  private readonly session = new Session(this);
  private readonly looking = new LookingAgain(this, async () => {
    const { token } = this.session;
    if (token !== null) await this.#look(token);
  });
  #seenAt = '';
  #asked: { readonly token: string; readonly abort: AbortController } | null = null;

  constructor() {
    super();
    this.language = languageOfVisitor();
    this.seen = null;
    this.fault = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    chooseTheme(themeOfVisitor());
    document.documentElement.lang = this.language;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked?.abort.abort();
  }

  override updated(): void {
    const { token } = this.session;
    if (token === (this.#asked?.token ?? null)) return;
    if (token === null) this.#forget();
    else void this.#look(token);
  }

  override render() {
    const { token } = this.session;
    if (token === null)
      return html`<sign-in-panel
        .language=${this.language}
        @signed-in=${this.session.signedIn}
      ></sign-in-panel>`;
    const said = operationsWords[this.language];
    return html`<session-bar .session=${this.session} .language=${this.language}></session-bar>
      <header>
        <h1>${said.title}</h1>
        <button lang=${this.language === 'sv' ? 'en' : 'sv'} @click=${() => this.#otherLanguage()}>
          ${said.otherLanguage}
        </button>
        ${themeChoice(this.language)}
        <button @click=${this.session.signOut}>${said.signOut}</button>
      </header>
      <main @changed=${this.looking.await}>
        ${this.fault === null ? nothing : html`<p role="alert" class="told">${this.#told()}</p>`}
        ${this.seen === null ? this.#nothingYet() : this.#sections(token, this.seen)}
      </main>`;
  }

  #nothingYet() {
    return this.fault === null
      ? html`<p role="status">${operationsWords[this.language].loading}</p>`
      : nothing;
  }

  #sections(token: string, overview: OverviewQuery) {
    const { language } = this;
    const section: Section = { token, language, said: operationsWords[language], overview };
    return html`<source-list .section=${section}></source-list>
      <held-plans .section=${section}></held-plans>
      <run-list .section=${section}></run-list>
      <key-list .section=${section}></key-list>
      <grant-list .section=${section}></grant-list>`;
  }

  /** Why the page shows nothing new, in words. */
  #told(): string {
    const said = operationsWords[this.language];
    if (this.fault === 'FORBIDDEN') return said.notForYou;
    if (this.fault === 'UNAUTHENTICATED') return said.noRoles;
    if (this.fault === 'RATE_LIMITED') return said.limited;
    return this.seen === null ? said.refused : said.cannotReach(this.#seenAt);
  }

  async #look(token: string): Promise<void> {
    this.#asked?.abort.abort();
    const abort = new AbortController();
    this.#asked = { token, abort };
    try {
      this.seen = await ask<OverviewQuery>(token, overview, {}, abort.signal);
      this.#seenAt = new Date().toLocaleTimeString(this.language === 'sv' ? 'sv-SE' : 'en-GB');
      this.fault = null;
    } catch (error) {
      if (abort.signal.aborted) return;
      this.fault = error instanceof AskError ? error.code : 'INTERNAL';
      // Whoever may no longer see it sees it no longer.
      if (this.fault === 'FORBIDDEN') this.seen = null;
    }
  }

  #forget(): void {
    this.#asked?.abort.abort();
    this.#asked = null;
    this.seen = null;
    this.fault = null;
  }

  #otherLanguage(): void {
    this.language = this.language === 'sv' ? 'en' : 'sv';
    chooseLanguage(this.language);
  }
}
customElements.define('operations-page', OperationsPage);
