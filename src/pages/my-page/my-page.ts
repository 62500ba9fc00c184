import { html, LitElement, nothing } from 'lit';
import { AskError } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import { chooseTheme, themeOfVisitor } from '../look/theme.js';
import '../session/session-bar.js';
import { Session } from '../session/session.js';
import '../session/sign-in-panel.js';
import type { SignedInEvent } from '../session/signed-in-event.js';
import { whoIs } from '../session/who.js';
import { chooseLanguage, languageOfVisitor } from '../words/language.js';
import type { Language } from '../words/words.js';
import { readFacts, readFindings, type Facts, type Finding } from './facts.js';
import './my-units.js';
import type { MyUnits } from './my-units.js';
import './own-sections.js';
import { pageFoot } from './page-foot.js';
import { pageLook } from './page-look.js';
import { hasDuties } from './unit-people.js';
import { words } from './words.js';

/** Whatever others change is seen after so long at the latest. */
const refreshMilliseconds = 30_000;

/** An employee's own page; a manager or telefonansvarig also sees the units. The token lives here, in memory only. */
export class MyPage extends LitElement {
  static override properties = {
    language: { state: true },
    own: { state: true },
    findings: { state: true },
    state: { state: true },
    leads: { state: true },
    view: { state: true },
  };
  static override styles = [controls, pageLook];
  declare private language: Language;
  declare private own: Facts | null;
  declare private findings: readonly Finding[];
  declare private state: 'LOADING' | 'READ' | 'NO_ENTRY' | 'FAILED' | 'SIGNED_OUT';
  declare private view: 'ME' | 'UNITS';
  /** Whether one leads or answers for anybody. */
  declare private leads: boolean;
  private readonly session = new Session(this);
  private ownId: string | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private reads = 0;
  private readonly shown = () => {
    if (document.visibilityState === 'visible') void this.read();
  };

  constructor() {
    super();
    this.language = languageOfVisitor();
    this.own = null;
    this.findings = [];
    this.state = 'LOADING';
    this.view = 'ME';
    this.leads = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.language;
    this.nameWindow();
    chooseTheme(themeOfVisitor());
    document.addEventListener('visibilitychange', this.shown);
    this.timer = setInterval(this.shown, refreshMilliseconds);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.shown);
    clearInterval(this.timer);
  }

  override render() {
    const said = words[this.language];
    if (this.session.token === null)
      return html`<div role="alert" class="top">
          ${this.state === 'SIGNED_OUT' ? html`<p>${said.signedOut}</p>` : nothing}
        </div>
        <sign-in-panel
          .language=${this.language}
          @signed-in=${(event: SignedInEvent) => this.begin(event)}
        ></sign-in-panel>`;
    return html`<session-bar .session=${this.session} .language=${this.language}></session-bar>
      <header>
        <h1>
          ${said.title}<span class="quiet">${this.own ? ` ${this.own.displayName}` : ''}</span>
        </h1>
        <button @click=${() => this.speak(this.language === 'sv' ? 'en' : 'sv')}>
          <span lang=${this.language === 'sv' ? 'en' : 'sv'}>${said.language}</span>
        </button>
      </header>
      <main @changed=${() => void this.read()}>${this.renderMain()}</main>
      ${pageFoot(this.language, () => this.end('LOADING'))}`;
  }

  private renderMain() {
    const said = words[this.language];
    const { own, state } = this;
    const { token } = this.session;
    if (state === 'NO_ENTRY') return html`<p role="status">${said.noEntry}</p>`;
    const failed =
      state === 'FAILED'
        ? html`<p>
            ${said.failed} <button @click=${() => void this.read()}>${said.again}</button>
          </p>`
        : nothing;
    return html`<div role="alert" class="failed">${failed}</div>
      ${state === 'LOADING' ? html`<p role="status">${said.loading}</p>` : nothing}
      ${
        own === null
          ? nothing
          : html`${this.leads ? this.renderNav() : nothing}
            ${token === null ? nothing : this.renderViews(own, token)}`
      }`;
  }

  private renderNav() {
    const said = words[this.language];
    const views = [
      ['ME', said.me],
      ['UNITS', said.units],
    ] as const;
    return html`<nav aria-label=${said.views}>
      ${views.map(
        ([view, name]) =>
          html`<button
            aria-current=${this.view === view ? 'page' : nothing}
            @click=${() => (this.view = view)}
          >
            ${name}
          </button>`,
      )}
    </nav>`;
  }

  private renderViews(own: Facts, token: string) {
    const { language, findings } = this;
    const shown = { token, language, said: words[language], person: own, own: true };
    const mine = findings.filter((one) => one.person?.id === own.id);
    if (this.view === 'UNITS')
      return html`<my-units .shown=${shown} .findings=${findings}></my-units>`;
    return html`<own-sections .shown=${shown} .findings=${mine}></own-sections>`;
  }

  private speak(language: Language): void {
    this.language = language;
    chooseLanguage(language);
    this.nameWindow();
    void this.read();
  }

  private nameWindow(): void {
    const { title, app } = words[this.language];
    document.title = `${title} · ${app}`;
  }

  private begin(event: SignedInEvent): void {
    this.session.signedIn(event);
    this.state = 'LOADING';
    this.view = 'ME';
    void this.read();
  }

  private end(state: 'LOADING' | 'SIGNED_OUT'): void {
    this.session.signOut();
    this.own = null;
    this.ownId = null;
    this.findings = [];
    this.state = state;
  }

  /** Reads all anew. An answer that a later question has overtaken is let be. */
  private async read(): Promise<void> {
    const { token } = this.session;
    if (token === null) return;
    this.reads += 1;
    const turn = this.reads;
    try {
      this.ownId ??= (await whoIs(token)).person?.id ?? null;
      const id = this.ownId;
      const [own, findings, leads] =
        id === null
          ? [null, [], false]
          : await Promise.all([
              readFacts(token, id, this.language),
              readFindings(token),
              hasDuties(token, id),
            ]);
      if (turn !== this.reads || token !== this.session.token) return;
      this.own = own;
      this.findings = findings;
      this.leads = leads;
      if (!leads) this.view = 'ME';
      this.state = own === null ? 'NO_ENTRY' : 'READ';
      void this.renderRoot.querySelector<MyUnits>('my-units')?.read();
    } catch (error) {
      if (turn !== this.reads || token !== this.session.token) return;
      if (error instanceof AskError && error.code === 'UNAUTHENTICATED') this.end('SIGNED_OUT');
      else this.state = 'FAILED';
    }
  }
}
customElements.define('my-page', MyPage);
