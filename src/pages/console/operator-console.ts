import { css, html, LitElement } from 'lit';
import { controls } from '../look/controls.js';
import { themeChoice } from '../look/theme-choice.js';
import { chooseTheme, themeOfVisitor } from '../look/theme.js';
import '../session/session-bar.js';
import { Session } from '../session/session.js';
import '../session/sign-in-panel.js';
import type { SignedInEvent } from '../session/signed-in-event.js';
import { whoIs } from '../session/who.js';
import { chooseLanguage, languageOfVisitor } from '../words/language.js';
import type { Language } from '../words/words.js';
import './console-desk.js';
import { consoleWords } from './words.js';

type Refusal = 'notOperator' | 'signedOut' | 'offline';

/** The operator's console (P3, P4, P13): signs in, and then the desk. The token is in memory only. */
export class OperatorConsole extends LitElement {
  static override properties = {
    language: { state: true },
    refusal: { state: true },
  };
  static override styles = [
    controls,
    css`
      header {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        flex-wrap: wrap;
        padding: 0.4rem clamp(0.75rem, 2vw, 1.5rem);
        border-bottom: 1px solid var(--hair);
        background: var(--surface);
      }
      h1 {
        font-size: 1rem;
        margin: 0 auto 0 0;
      }
      header button,
      header select {
        min-height: 2rem;
        padding: 0.15rem 0.6rem;
        font-size: 0.88rem;
      }
      @media (pointer: coarse) {
        header button,
        header select {
          min-height: 2.75rem;
        }
      }
      p {
        max-width: 32rem;
        margin: 1rem auto 0;
        padding: 0 1.5rem;
        color: var(--bad);
        font-weight: 600;
      }
    `,
  ];
  declare private language: Language;
  declare private refusal: Refusal | null;
  private readonly session = new Session(this);

  constructor() {
    super();
    this.language = languageOfVisitor();
    this.refusal = null;
    document.documentElement.lang = this.language;
    chooseTheme(themeOfVisitor());
  }

  override render() {
    const said = consoleWords[this.language];
    const { token } = this.session;
    return html`<session-bar .session=${this.session} .language=${this.language}></session-bar>
      <header>
        <h1>Ett samtal · ${said.title}</h1>
        <button @click=${() => this.changeLanguage()}>${said.language}</button>
        ${themeChoice(this.language, () => this.backToDesk())}
        ${
          token === null
            ? ''
            : html`<button @click=${() => this.leave(null)}>${said.signOut}</button>`
        }
      </header>
      ${this.refusal === null ? '' : html`<p role="alert">${said[this.refusal]}</p>`}
      ${
        token === null
          ? html`<sign-in-panel
              .language=${this.language}
              @signed-in=${(event: SignedInEvent) => this.enter(event)}
            ></sign-in-panel>`
          : html`<main>
              <console-desk
                .token=${token}
                .language=${this.language}
                @refused=${() => this.leave('signedOut')}
              ></console-desk>
            </main>`
      }`;
  }

  private async enter(event: SignedInEvent): Promise<void> {
    try {
      const { roles } = await whoIs(event.detail);
      this.refusal = roles.includes('OPERATOR') ? null : 'notOperator';
      if (this.refusal === null) this.session.signedIn(event);
    } catch {
      this.refusal = 'offline';
    }
  }

  private leave(refusal: Refusal | null): void {
    this.session.signOut();
    this.refusal = refusal;
  }

  private changeLanguage(): void {
    this.language = this.language === 'sv' ? 'en' : 'sv';
    chooseLanguage(this.language);
    this.backToDesk();
  }

  /** The next key belongs to the search again. */
  private backToDesk(): void {
    this.renderRoot.querySelector<HTMLElement>('console-desk')?.focus();
  }
}
customElements.define('operator-console', OperatorConsole);
