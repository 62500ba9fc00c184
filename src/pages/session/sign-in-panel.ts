import { css, html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { languageOfVisitor } from '../words/language.js';
import type { Language } from '../words/words.js';
import { finishHere, handOver, leaveForIssuer } from './at-the-issuer.js';
import { failureIn, sessionWords, type SessionWords } from './session-words.js';
import { demonstrationToken, signInOptions, type SignInOptions } from './sign-in-service.js';
import { SignedInEvent } from './signed-in-event.js';

/** What somebody who is not signed in sees; tells `signed-in` with the token, which is kept in memory only. */
export class SignInPanel extends LitElement {
  static override properties = {
    language: { type: String },
    options: { state: true },
    failure: { state: true },
    doing: { state: true },
  };
  static override styles = [
    controls,
    css`
      main {
        max-width: 32rem;
        margin: 10vh auto 0;
        padding: 1.5rem;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 0.5rem;
      }
      button {
        width: 100%;
        text-align: start;
      }
      [role='alert'] {
        border-inline-start: 4px solid var(--bad);
        padding: 0.5rem 0.75rem;
        background: var(--surface);
      }
    `,
  ];
  declare language: Language;
  declare private options: SignInOptions | null;
  declare private failure: unknown;
  /** What a visitor waits for, or has done. */
  declare private doing: 'OPENING' | 'NOTHING' | 'WAITING' | 'DONE';

  constructor() {
    super();
    this.language = languageOfVisitor();
    this.options = null;
    this.failure = null;
    this.doing = 'OPENING';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  override render() {
    const said = sessionWords[this.language];
    return html`<main>
      <h1>${said.title}</h1>
      ${this.failure === null ? nothing : html`<p role="alert">${failureIn(said, this.failure)}</p>`}
      <div role="status">
        ${this.doing === 'WAITING' ? said.waiting : ''}${this.doing === 'DONE' ? said.done : ''}
      </div>
      ${this.doing !== 'DONE' && this.options ? this.#choices(said, this.options) : nothing}
    </main>`;
  }

  #choices(said: SessionWords, { municipalities, demonstration }: SignInOptions) {
    const issuers = municipalities.flatMap(({ signIn }) => signIn);
    const some = issuers.length + demonstration.length > 0;
    return html`${some ? nothing : html`<p>${said.nowhere}</p>`}
    ${
      issuers.length > 0
        ? html`<p>${said.chooseIssuer}</p>
            <ul>
              ${issuers.map(
                ({ choice, label }) =>
                  html`<li>
                    <button data-issuer=${choice} @click=${() => this.#leave(choice)}>
                      ${label}
                    </button>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    ${
      demonstration.length > 0
        ? html`<p>${said.demonstration}</p>
            <ul>
              ${demonstration.map(
                ({ id, label }) =>
                  html`<li>
                    <button data-choice=${id} @click=${() => this.#demonstrate(id)}>
                      ${label[this.language]}
                    </button>
                  </li>`,
              )}
            </ul>`
        : nothing
    }`;
  }

  /** Whoever comes back from an issuer is signed in; everybody else may choose. */
  async #begin(): Promise<void> {
    try {
      const finished = await finishHere(() => (this.doing = 'WAITING'));
      if (finished && finished.channel !== null) {
        await handOver(finished);
        this.doing = 'DONE';
        window.close();
        return;
      }
      if (finished) return this.#tell(new SignedInEvent(finished.given, finished.choice));
    } catch (error) {
      this.failure = error;
    }
    await this.#offer();
  }

  async #offer(): Promise<void> {
    try {
      this.options = await signInOptions();
    } catch (error) {
      this.failure ??= error;
    }
    this.doing = 'NOTHING';
  }

  #leave(choice: string): void {
    void this.#try(() => leaveForIssuer(choice));
  }

  #demonstrate(id: string): void {
    void this.#try(async () => {
      this.#tell(new SignedInEvent(await demonstrationToken(id), null));
    });
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.failure = null;
    this.doing = 'WAITING';
    try {
      await act();
    } catch (error) {
      this.failure = error;
      this.doing = 'NOTHING';
    }
  }

  #tell(event: SignedInEvent): void {
    this.dispatchEvent(event);
  }
}
customElements.define('sign-in-panel', SignInPanel);
