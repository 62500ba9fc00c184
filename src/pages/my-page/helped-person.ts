import { html, LitElement } from 'lit';
import { controls } from '../look/controls.js';
import './absences-section.js';
import { actingLook } from './acting-look.js';
import { readFacts, type Facts } from './facts.js';
import './forwardings-section.js';
import './greetings-section.js';
import './hours-section.js';
import './numbers-section.js';
import { Opening } from './opening.js';
import './people-section.js';
import { bestReachedOf, personSubjectsOf, standInsOf } from './person-choices.js';
import './quick-absence.js';
import { faultText } from './refusals.js';
import type { Opened } from './shown.js';
import './subjects-section.js';

/** All that one can do for somebody in one's units; tells `read` with what was read of the person. */
export class HelpedPerson extends LitElement {
  static override properties = { shown: { attribute: false } };
  static override styles = [controls, actingLook];
  declare shown: Opened;
  private readonly opening = new Opening<Facts>(this, ({ token, id, language }) =>
    readFacts(token, id, language),
  );

  override render() {
    const { token, language, said, undecided } = this.shown;
    const { known: person, fault } = this.opening;
    if (person === null)
      return html`<p role="status">
        ${fault === null ? said.loading : faultText(fault, language)}
      </p>`;
    const shown = { token, language, said, person, own: false };
    return html`<div class="acting" role="group" aria-label=${person.displayName}>
      <quick-absence class="wide" .shown=${shown}></quick-absence>
      <div class="column">
        <absences-section data-place="absences" .shown=${shown}></absences-section>
        <forwardings-section data-place="forwardings" .shown=${shown}></forwardings-section>
        <people-section .shown=${shown} .chosen=${standInsOf(shown)}></people-section>
        <hours-section
          data-place="best-reached"
          .shown=${shown}
          .hours=${bestReachedOf(shown, undecided)}
        ></hours-section>
        <subjects-section .shown=${shown} .words=${personSubjectsOf(shown)}></subjects-section>
      </div>
      <div class="column">
        <greetings-section data-place="greetings" .shown=${shown}></greetings-section>
        <numbers-section data-place="numbers" .shown=${shown}></numbers-section>
      </div>
    </div>`;
  }
}
customElements.define('helped-person', HelpedPerson);
