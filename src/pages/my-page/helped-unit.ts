import { html, LitElement } from 'lit';
import { controls } from '../look/controls.js';
import { actingLook } from './acting-look.js';
import './fault-contact.js';
import './hours-section.js';
import { Opening } from './opening.js';
import './people-section.js';
import { faultText } from './refusals.js';
import type { Opened } from './shown.js';
import './subjects-section.js';
import {
  answerGroupOf,
  openingHoursOf,
  phoneResponsiblesOf,
  unitSubjectsOf,
} from './unit-choices.js';
import { readUnit, type UnitFacts } from './unit-facts.js';

/** All that one can do for a unit that one leads or answers for. */
export class HelpedUnit extends LitElement {
  static override properties = { shown: { attribute: false } };
  static override styles = [controls, actingLook];
  declare shown: Opened;
  private readonly opening = new Opening<UnitFacts>(this, ({ token, id }) => readUnit(token, id));

  override render() {
    const { token, language, said } = this.shown;
    const { known: unit, fault } = this.opening;
    if (unit === null)
      return html`<p role="status">
        ${fault === null ? said.loading : faultText(fault, language)}
      </p>`;
    const shown = { token, language, said, unit };
    return html`<div class="acting" role="group" aria-label=${unit.name}>
      <people-section
        data-place="phone-responsibles"
        .shown=${shown}
        .chosen=${phoneResponsiblesOf(shown)}
      ></people-section>
      <people-section
        data-place="answer-group"
        .shown=${shown}
        .chosen=${answerGroupOf(shown)}
      ></people-section>
      <hours-section .shown=${shown} .hours=${openingHoursOf(shown)}></hours-section>
      <subjects-section .shown=${shown} .words=${unitSubjectsOf(shown)}></subjects-section>
      <fault-contact class="wide" .shown=${shown}></fault-contact>
    </div>`;
  }
}
customElements.define('helped-unit', HelpedUnit);
