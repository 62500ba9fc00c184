import { html, nothing, type LitElement } from 'lit';
import { ask, AskError } from '../ask/ask.js';
import { refusalText, type Refusal } from '../words/refusals.js';
import { faultText, refusalsAt } from './refusals.js';
import type { Shown } from './shown.js';

/** Carries something out, or takes it back; gives why that was refused. */
export type Change = () => Promise<readonly Refusal[]>;
/** What was saved, in words, and how it is taken back where that can be. */
type Notice = { readonly text: string; readonly undo: Change | null };
type Host = Pick<LitElement, 'requestUpdate' | 'dispatchEvent'> & { readonly shown: Shown };

/** How a section saves, and what came of the last change: saved or refused, shown where it was made. */
export class Saving {
  #refusals: readonly Refusal[] = [];
  #fault: string | null = null;
  #notice: Notice | null = null;
  #busy = false;

  constructor(private readonly host: Host) {}

  /** Whether a change is under way; another one waits for it. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Carries a change out; then tells that it is saved, and the page that there is something new to read. */
  async save(change: Change, text: string, undo: Change | null = null): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    this.#notice = null;
    this.#fault = null;
    this.host.requestUpdate();
    try {
      this.#refusals = await change();
      if (this.#refusals.length > 0) return false;
      this.#notice = { text, undo };
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    } finally {
      this.#busy = false;
      this.host.requestUpdate();
      if (this.#refusals.length === 0) this.#changed();
    }
  }

  /** Sends one change, and tells that it is saved. */
  async carryOut(
    document: string,
    input: object,
    text: string,
    undo: Change | null = null,
  ): Promise<boolean> {
    return this.save(() => this.send(document, input), text, undo);
  }

  /** Sends one change; gives why it was refused. */
  async send(document: string, input: object): Promise<readonly Refusal[]> {
    type Payload = { readonly userErrors: readonly Refusal[] };
    const { token } = this.host.shown;
    const answer = await ask<Readonly<Record<string, Payload>>>(token, document, { input });
    return Object.values(answer).flatMap(({ userErrors }) => userErrors);
  }

  /** Says what was saved, when the section knows it better than whoever sent it. */
  tell(notice: Notice): void {
    this.#notice = notice;
    this.host.requestUpdate();
  }

  /** Says that something could not be done at all. */
  failed(error: unknown): void {
    this.#fault = error instanceof AskError ? error.code : 'OTHER';
    this.host.requestUpdate();
  }

  /** What was said of the last change is said no more: another one begins. */
  clear(): void {
    this.#notice = null;
    this.#refusals = [];
    this.host.requestUpdate();
  }

  /** What was saved, told to a screen reader too, with a button that takes it back. */
  renderNotice() {
    const { said } = this.host.shown;
    const notice = this.#notice;
    const undo = notice?.undo ?? null;
    return html`<div class=${notice === null ? '' : 'row notice'} role="status">
      ${
        notice === null
          ? nothing
          : html`<span><span aria-hidden="true">✓ </span>${notice.text}</span> ${
                undo === null
                  ? nothing
                  : html`<button
                      type="button"
                      class="undo"
                      @click=${() => void this.save(undo, said.undone)}
                    >
                      ${said.undo}
                    </button>`
              }`
      }
    </div>`;
  }

  /** Why the last change failed, as far as it belongs to none of the fields that are shown. */
  renderRefusals(shown: readonly string[] = []) {
    const { language, said } = this.host.shown;
    const others = refusalsAt(this.#refusals, null, shown);
    const texts = others.map((one) => refusalText(one, language));
    if (this.#fault !== null) texts.push(faultText(this.#fault, language));
    const conflict = this.#refusals.some(({ code }) => code === 'CONFLICT');
    return html`<div role="alert">
      ${texts.map((text) => html`<p class="wrong">${text}</p>`)}
      ${
        conflict
          ? html`<button type="button" @click=${() => this.#readAgain()}>${said.reload}</button>`
          : nothing
      }
    </div>`;
  }

  /** What of the last change was refused for a field, and where in it; its id is for `aria-describedby`. */
  renderAt(field: string, where: (one: Refusal) => string = () => '') {
    const here = refusalsAt(this.#refusals, field, [field]);
    return here.length === 0
      ? nothing
      : html`<p class="wrong" id="wrong-${field}" role="alert">
          ${here.map((one) => where(one) + refusalText(one, this.host.shown.language)).join(' ')}
        </p>`;
  }

  /** Whether the last change was refused for a field, for `aria-invalid`. */
  isWrong(field: string): 'true' | 'false' {
    return refusalsAt(this.#refusals, field, [field]).length > 0 ? 'true' : 'false';
  }

  #readAgain(): void {
    this.clear();
    this.#changed();
  }

  #changed(): void {
    this.host.dispatchEvent(new CustomEvent('changed', { bubbles: true, composed: true }));
  }
}
