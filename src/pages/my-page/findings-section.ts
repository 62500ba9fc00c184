import { css, html, LitElement } from 'lit';
import { controls } from '../look/controls.js';
import type { Finding } from './facts.js';
import { findingLine } from './finding-line.js';
import { placeOfOwn, type Place } from './mending.js';
import { sectionLook } from './section-look.js';
import type { Shown } from './shown.js';

/** What somebody should mend of the own, each with the way there; tells `mend` with the part of the page. */
export class FindingsSection extends LitElement {
  static override properties = {
    shown: { attribute: false },
    findings: { attribute: false },
  };
  static override styles = [
    controls,
    sectionLook,
    css`
      section {
        border-left: 6px solid var(--warn);
      }
    `,
  ];
  declare shown: Shown;
  declare findings: readonly Finding[];

  override render() {
    return html`<section aria-labelledby="findings">
      <h2 id="findings"><span aria-hidden="true">⚠ </span>${this.shown.said.findingsTitle}</h2>
      <ul>
        ${this.findings.map(
          (one) =>
            html`<li>
              ${findingLine(this.shown, one, null, placeOfOwn(one.rule), (detail) =>
                this.dispatchEvent(new CustomEvent<Place>('mend', { detail })),
              )}
            </li>`,
        )}
      </ul>
    </section>`;
  }
}
customElements.define('findings-section', FindingsSection);
