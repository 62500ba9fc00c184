import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { AskError } from '../ask/ask.js';
import type { ShownPlace } from './shown-place.js';
import { errorText, words } from './words.js';

/** How old what is shown may become while somebody looks at it. */
const againMilliseconds = 30_000;

/** Gives what there is to show; null when it is not there for this visitor. */
type Read<T> = (shown: ShownPlace, signal: AbortSignal) => Promise<T | null>;
type Host = LitElement & { readonly shown: ShownPlace };

/** Reads what an element shows: when it is opened, and again while somebody looks at it. */
export class Reading<T> implements ReactiveController {
  /** What was read last; null when it is not there, undefined before anything was read. */
  #known: T | null | undefined;
  #problem: string | null = null;
  #asked: ShownPlace | null = null;
  #asking: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #toFocus = false;

  constructor(
    private readonly host: Host,
    private readonly read: Read<T>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#seen);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }

  hostUpdate(): void {
    const { shown } = this.host;
    const before = this.#asked;
    if (before?.id === shown.id && before.api === shown.api && before.language === shown.language)
      return;
    if (before?.id !== shown.id) this.#known = undefined;
    this.#asked = shown;
    void this.#again();
  }

  hostUpdated(): void {
    if (!this.#toFocus) return;
    this.#toFocus = false;
    this.host.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }

  /** What was read, as the element shows it, or what is said instead. */
  render(show: (known: T) => TemplateResult) {
    const said = words[this.host.shown.language];
    const [known, problem] = [this.#known, this.#problem];
    const trouble =
      problem === null
        ? nothing
        : html`<p role="alert">
            ${problem} ${known ? said.stale : nothing}
            <button @click=${() => void this.#again()}>${said.again}</button>
          </p>`;
    if (known) return html`${trouble}${show(known)}`;
    if (known === null) return html`<p tabindex="-1" role="alert">${said.gone}</p>`;
    return problem === null ? html`<p class="quiet" role="status">${said.loading}</p>` : trouble;
  }

  async #again(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const { shown } = this.host;
    try {
      const known = await this.read(shown, asking.signal);
      if (asking.signal.aborted) return;
      // Where somebody went by keyboard, the keyboard is; once, and not when it is read again.
      this.#toFocus = this.#known === undefined;
      this.#known = known;
      this.#problem = null;
    } catch (error) {
      if (asking.signal.aborted) return;
      this.#problem = errorText(error instanceof AskError ? error.code : '', shown.language);
    }
    this.host.requestUpdate();
    this.#timer = setTimeout(this.#seen, againMilliseconds);
  }

  /** Nobody asks for what nobody looks at. */
  readonly #seen = (): void => {
    if (document.visibilityState === 'visible') void this.#again();
  };
}
