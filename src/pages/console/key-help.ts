import { css, html, LitElement } from 'lit';
import { controls } from '../look/controls.js';
import type { Language, Words } from '../words/words.js';
import { deskLook, panelLook } from './look.js';
import { consoleWords } from './words.js';

const words: Words<readonly (readonly [string, string])[]> = {
  sv: [
    ['A–Ö, 0–9', 'skriv: sökningen följer med'],
    ['↑ ↓', 'en annan träff; kortet följer med'],
    ['Enter', 'öppna kortet: sedan leder siffrorna vidare'],
    ['1–9', 'i ett öppet kort: till den som svarar i stället'],
    ['Esc', 'stäng, eller töm för nästa samtal'],
    ['F2', 'kopiera numret'],
    ['F3', 'byt kommun som uppringaren söker'],
    ['F4', 'frånvaro: sedan en bokstav, till exempel L för lunch'],
    ['F4 ↓', 'från en annan tid, och vem som svarar i stället'],
    ['F4 X', 'avsluta pågående frånvaro'],
    ['F6', 'visa eller dölj det som inte får sägas; begär nummer'],
    ['F7', 'skriv meddelande med e-post'],
    ['F8', 'meddelande till någon som inte visas'],
    ['F9', 'ring upp numret'],
    ['?', 'den här hjälpen'],
  ],
  en: [
    ['A–Ö, 0–9', 'type: the search follows'],
    ['↑ ↓', 'another hit; the card follows'],
    ['Enter', 'open the card: then digits lead on'],
    ['1–9', 'in an open card: to whoever answers instead'],
    ['Esc', 'close, or clear for the next call'],
    ['F2', 'copy the number'],
    ['F3', 'another municipality that the caller asks for'],
    ['F4', 'absence: then a letter, such as L for lunch'],
    ['F4 ↓', 'from another time, and who answers instead'],
    ['F4 X', 'end the running absence'],
    ['F6', 'show or hide what may not be told; ask for numbers'],
    ['F7', 'write a message by mail'],
    ['F8', 'message for somebody who is not shown'],
    ['F9', 'call the number'],
    ['?', 'this help'],
  ],
};

/** What the keys do. Tells `close`. */
export class KeyHelp extends LitElement {
  static override properties = { language: { type: String } };
  static override styles = [
    controls,
    deskLook,
    panelLook,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.3rem 1rem;
        margin: 0;
      }
      dd {
        margin: 0;
      }
    `,
  ];
  declare language: Language;

  override firstUpdated(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  override render() {
    const said = consoleWords[this.language];
    return html`<section role="dialog" aria-labelledby="heading">
      <h2 id="heading">${said.help}</h2>
      <dl>
        ${words[this.language].map(
          ([key, meaning]) =>
            html`<dt><kbd>${key}</kbd></dt>
              <dd>${meaning}</dd>`,
        )}
      </dl>
      <div class="row">
        <button @click=${() => this.dispatchEvent(new CustomEvent('close'))}>
          <kbd>Esc</kbd> ${said.close}
        </button>
      </div>
    </section>`;
  }
}
customElements.define('key-help', KeyHelp);
