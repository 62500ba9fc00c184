import { html, nothing, type LitElement } from 'lit';
import { ask } from '../ask/ask.js';
import { refusalText, type Refusal } from '../words/refusals.js';
import type { Section } from './section.js';

type Payload = { readonly userErrors: readonly Refusal[] };
type Host = Pick<LitElement, 'requestUpdate' | 'dispatchEvent'> & { readonly section: Section };

/** How a section changes something, and what came of the last change. */
export class Changing {
  #notice = '';
  #fault = '';

  constructor(private readonly host: Host) {}

  /** What came of the last change, where a screen reader hears it. */
  get outcome() {
    return html`<div role="status">
        ${this.#notice === '' ? nothing : html`<p class="notice">${this.#notice}</p>`}
      </div>
      ${this.#fault === '' ? nothing : html`<p role="alert" class="fault">${this.#fault}</p>`}`;
  }

  /** Carries a change out and asks the page to look again; null when it was refused, which is then shown. */
  async carryOut<P extends Payload>(
    document: string,
    variables: Readonly<Record<string, unknown>>,
    notice: string,
  ): Promise<P | null> {
    const { token, said, language } = this.host.section;
    this.said('', '');
    try {
      const answer = await ask<Readonly<Record<string, P>>>(token, document, variables);
      const [payload] = Object.values(answer);
      if (payload === undefined || payload.userErrors.length > 0) {
        const told = payload?.userErrors.map((one) => refusalText(one, language)).join(' ');
        this.said('', told ?? said.refused);
        return null;
      }
      this.said(notice, '');
      this.host.dispatchEvent(new CustomEvent('changed', { bubbles: true, composed: true }));
      return payload;
    } catch {
      this.said('', said.refused);
      return null;
    }
  }

  /** Shows what came of something, or what went wrong. */
  said(notice: string, fault: string): void {
    this.#notice = notice;
    this.#fault = fault;
    this.host.requestUpdate();
  }
}
