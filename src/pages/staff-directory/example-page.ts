import { css, html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { themeChoice } from '../look/theme-choice.js';
import { chooseTheme, themeOfVisitor } from '../look/theme.js';
import { signInOptions, type SignInOptions } from '../session/sign-in-service.js';
import { chooseLanguage, languageOfVisitor } from '../words/language.js';
import type { Language } from '../words/words.js';
import { exampleWords } from './example-words.js';

const languages: readonly (readonly [Language, string])[] = [
  ['sv', 'Svenska'],
  ['en', 'English'],
];

/** A page of an invented intranet, which embeds the directory as any intranet does. */
export class ExamplePage extends LitElement {
  static override properties = {
    language: { state: true },
    options: { state: true },
    whose: { state: true },
    failed: { state: true },
  };
  static override styles = [
    controls,
    css`
      header {
        background: var(--surface);
        border-bottom: 1px solid var(--hair);
      }
      header > div,
      main {
        max-width: 60rem;
        margin: 0 auto;
        padding: 1rem clamp(0.75rem, 4vw, 2rem);
      }
      header > div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem 1.5rem;
        align-items: end;
      }
      h1 {
        font-size: 1.4rem;
        margin: 0 auto 0 0;
        align-self: center;
      }
      label {
        display: grid;
        gap: 0.2rem;
        font-size: 0.9rem;
      }
      pre {
        background: var(--raised);
        border-radius: var(--radius);
        padding: 1rem;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];
  declare private language: Language;
  declare private options: SignInOptions | null;
  declare private whose: string;
  declare private failed: boolean;

  constructor() {
    super();
    this.language = languageOfVisitor();
    this.options = null;
    this.whose = '';
    this.failed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.language;
    chooseTheme(themeOfVisitor());
    signInOptions().then(
      (options) => {
        this.options = options;
        this.whose = options.municipalities[0]?.code ?? '';
      },
      () => (this.failed = true),
    );
  }

  override render() {
    const said = exampleWords[this.language];
    document.title = said.title;
    const demonstration = (this.options?.demonstration.length ?? 0) > 0;
    return html`<header>
        <div>
          <h1>${demonstration ? said.heading : said.product}</h1>
          ${demonstration ? this.#chooseWhose() : nothing}
          <label
            >${said.language}
            <select @change=${this.#speak}>
              ${languages.map(
                ([code, name]) =>
                  html`<option value=${code} ?selected=${code === this.language}>${name}</option>`,
              )}
            </select>
          </label>
          ${themeChoice(this.language)}
        </div>
      </header>
      <main>
        ${this.failed ? html`<p role="alert">${said.failed}</p>` : nothing}
        ${this.options === null ? nothing : demonstration ? this.#directory() : this.#howTo()}
      </main>`;
  }

  #chooseWhose() {
    return html`<label
      >${exampleWords[this.language].whose}
      <select @change=${(event: Event) => (this.whose = valueOf(event))}>
        ${this.options?.municipalities.map(
          ({ code, name }) => html`<option value=${code}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #directory() {
    return html`<p class="quiet">${exampleWords[this.language].invented}</p>
      <staff-directory
        token-url=${`/katalog/token/${this.whose}`}
        lang=${this.language}
      ></staff-directory>`;
  }

  #howTo() {
    const said = exampleWords[this.language];
    const tag = `<script src="${location.origin}/staff-directory.js" defer></script>\n<staff-directory token-url="/katalog-token"></staff-directory>`;
    return html`<p>${said.nobody}</p>
      <p>${said.server}</p>
      <p>${said.tag}</p>
      <pre><code>${tag}</code></pre>
      <p>${said.readMore}</p>`;
  }

  readonly #speak = (event: Event): void => {
    this.language = valueOf(event) === 'en' ? 'en' : 'sv';
    chooseLanguage(this.language);
  };
}

function valueOf(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}
customElements.define('example-page', ExamplePage);
