import { css, html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { languageOfVisitor } from '../words/language.js';
import type { Language } from '../words/words.js';
import { failureIn, sessionWords } from './session-words.js';
import type { Session } from './session.js';
import { timeLeft } from './time-left.js';

/** Milliseconds. */
const lookEach = 5_000;

/** Says when a sign-in is about to end, and signs in again beside the page; shows nothing before. */
export class SessionBar extends LitElement {
  static override properties = {
    session: { attribute: false },
    language: { type: String },
    failure: { state: true },
  };
  static override styles = [
    controls,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        padding: 0.5rem 1rem;
        background: var(--mark);
        border-block-end: 1px solid var(--line);
      }
      p {
        margin: 0;
      }
      .over {
        color: var(--bad);
        font-weight: 600;
      }
    `,
  ];
  declare session: Session | null;
  declare language: Language;
  declare private failure: unknown;
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.session = null;
    this.language = languageOfVisitor();
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#looking = setInterval(() => this.requestUpdate(), lookEach);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#looking);
  }

  override render() {
    return html`<div role="status">${this.#bar()}</div>`;
  }

  #bar() {
    const said = sessionWords[this.language];
    const left = timeLeft(this.session?.endsAt ?? null, Date.now());
    if (left.kind === 'ENOUGH') return nothing;
    return html`<div class="bar">
      ${
        left.kind === 'OVER'
          ? html`<p class="over">${said.over}</p>`
          : html`<p>${said.soon(left.minutes)}</p>`
      }
      <button class="main" @click=${() => this.#renew()}>${said.again}</button>
      ${this.failure === null ? nothing : html`<p role="alert">${failureIn(said, this.failure)}</p>`}
    </div>`;
  }

  #renew(): void {
    this.failure = null;
    this.session?.renew().then(
      () => this.requestUpdate(),
      (error: unknown) => (this.failure = error),
    );
  }
}
customElements.define('session-bar', SessionBar);
