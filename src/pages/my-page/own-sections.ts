import { css, html, LitElement, nothing } from 'lit';
import './absences-section.js';
import type { Finding } from './facts.js';
import './findings-section.js';
import './forwardings-section.js';
import './greetings-section.js';
import './hours-section.js';
import './known-section.js';
import { leadTo, type Place } from './mending.js';
import './people-section.js';
import { bestReachedOf, personSubjectsOf, standInsOf } from './person-choices.js';
import './presentation-section.js';
import './quick-absence.js';
import type { OfPerson } from './shown.js';
import './subjects-section.js';

/** All parts of the page about whoever has signed in: one column on a telephone, two on a wide screen. */
export class OwnSections extends LitElement {
  static override properties = { shown: { attribute: false }, findings: { attribute: false } };
  static override styles = css`
    :host,
    .column {
      display: grid;
      gap: 1rem;
      align-content: start;
      min-width: 0;
    }
    @media (min-width: 60rem) {
      :host {
        grid-template-columns: 1fr 1fr;
      }
      .wide {
        grid-column: 1 / -1;
      }
    }
  `;
  declare shown: OfPerson;
  /** What is to be mended of the own. */
  declare findings: readonly Finding[];

  override render() {
    const { shown, findings } = this;
    const undecided = findings.some(({ rule }) => rule === 'BEST_REACHED_WITHOUT_DECISION');
    return html`<quick-absence class="wide" .shown=${shown}></quick-absence>
      ${
        findings.length === 0
          ? nothing
          : html`<findings-section
              class="wide"
              .shown=${shown}
              .findings=${findings}
              @mend=${({ detail }: CustomEvent<Place>) => void leadTo(this.renderRoot, detail)}
            ></findings-section>`
      }
      <div class="column">
        <absences-section data-place="absences" .shown=${shown}></absences-section>
        <forwardings-section data-place="forwardings" .shown=${shown}></forwardings-section>
        <people-section .shown=${shown} .chosen=${standInsOf(shown)}></people-section>
      </div>
      <div class="column">
        <greetings-section data-place="greetings" .shown=${shown}></greetings-section>
        <hours-section
          data-place="best-reached"
          .shown=${shown}
          .hours=${bestReachedOf(shown, undecided)}
        ></hours-section>
        <subjects-section .shown=${shown} .words=${personSubjectsOf(shown)}></subjects-section>
        ${
          shown.person.protectionLevel === 'PROTECTED'
            ? html`<presentation-section .shown=${shown}></presentation-section>`
            : nothing
        }
      </div>
      <known-section class="wide" data-place="known" .shown=${shown}></known-section>`;
  }
}
customElements.define('own-sections', OwnSections);
