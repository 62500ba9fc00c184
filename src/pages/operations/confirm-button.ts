import { css, html, LitElement } from 'lit';
import { controls } from '../look/controls.js';

/** A button whose deed is asked for twice; tells `confirmed`. Escape and the other button take it back. */
export class ConfirmButton extends LitElement {
  static override properties = {
    label: { type: String },
    about: { type: String },
    sure: { type: String },
    yes: { type: String },
    cancel: { type: String },
    asking: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: inline-block;
      }
      div {
        border: 2px solid var(--warn);
        border-radius: var(--radius);
        padding: 0.75rem;
        max-inline-size: 30rem;
        background: var(--surface);
      }
      button {
        white-space: nowrap;
      }
      p {
        margin: 0 0 0.6rem;
      }
      span {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];
  declare label: string;
  /** What it is about, for those who hear the button alone. */
  declare about: string;
  declare sure: string;
  declare yes: string;
  declare cancel: string;
  declare private asking: boolean;

  constructor() {
    super();
    this.label = '';
    this.about = '';
    this.sure = '';
    this.yes = '';
    this.cancel = '';
    this.asking = false;
  }

  override render() {
    if (!this.asking)
      return html`<button @click=${() => this.#ask(true)}>
        ${this.label}<span class="unseen"> ${this.about}</span>
      </button>`;
    return html`<div
      role="group"
      aria-label=${this.sure}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#ask(false)}
    >
      <p>${this.sure}</p>
      <span>
        <button @click=${() => this.#ask(false)}>${this.cancel}</button>
        <button class="main" @click=${() => this.#confirm()}>${this.yes}</button>
      </span>
    </div>`;
  }

  /** The keyboard stays where the question is; on what does no harm. */
  #ask(asking: boolean): void {
    this.asking = asking;
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  #confirm(): void {
    this.asking = false;
    this.dispatchEvent(new CustomEvent('confirmed'));
  }
}
customElements.define('confirm-button', ConfirmButton);
