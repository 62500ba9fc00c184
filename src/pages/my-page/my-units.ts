import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { AskError } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import type { Finding } from './facts.js';
import { sectionLook } from './section-look.js';
import type { OfPerson } from './shown.js';
import { readMyUnits, type UnitFacts } from './unit-facts.js';
import { readMyPeople, type Member } from './unit-people.js';
import './unit-section.js';
import { unitsOfMine } from './units-of-mine.js';

/** The units that one leads or answers for, with their people and what is to be mended there. */
export class MyUnits extends LitElement {
  static override properties = {
    shown: { attribute: false },
    findings: { attribute: false },
    people: { state: true },
    fault: { state: true },
  };
  static override styles = [
    controls,
    sectionLook,
    css`
      unit-section {
        margin-bottom: 1rem;
      }
    `,
  ];
  /** Who has signed in. */
  declare shown: OfPerson;
  declare findings: readonly Finding[];
  declare private people: readonly Member[] | null;
  /** Why not all could be read, as a code. */
  declare private fault: string | null;
  private units: readonly UnitFacts[] = [];
  private round = 0;

  constructor() {
    super();
    this.people = null;
    this.fault = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  /** Reads everything anew, what is open first; the page asks for it as it does for the rest. */
  async read(): Promise<void> {
    this.round += 1;
    const { round } = this;
    this.requestUpdate();
    const { token, person } = this.shown;
    try {
      const [people, units] = await Promise.all([
        readMyPeople(token, person.id),
        readMyUnits(token),
      ]);
      // A later reading knows better.
      if (round !== this.round) return;
      this.units = units;
      this.people = people;
      this.fault = null;
    } catch (error) {
      if (round !== this.round) return;
      this.fault = error instanceof AskError ? error.code : 'OTHER';
    }
  }

  override render() {
    const { said, token, language } = this.shown;
    const { people, fault } = this;
    const units = unitsOfMine(this.units, people ?? [], this.findings);
    const toMend = units.reduce((sum, { findings }) => sum + findings.length, 0);
    const shown = { said, token, language };
    return html`<p class="quiet">${said.unitsHint}</p>
      <div role="alert">
        ${fault === null ? nothing : html`<p class="wrong">${said.failed}</p>`}
      </div>
      ${people === null && fault === null ? html`<p role="status">${said.loading}</p>` : nothing}
      ${people !== null && units.length === 0 ? html`<p>${said.nobodyInUnits}</p>` : nothing}
      ${units.length === 0 ? nothing : html`<p>${said.toMend(toMend)}</p>`}
      ${repeat(
        units,
        ({ id }) => id,
        (unit) =>
          html`<unit-section .shown=${shown} .unit=${unit} .round=${this.round}></unit-section>`,
      )}`;
  }
}
customElements.define('my-units', MyUnits);
