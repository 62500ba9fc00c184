import { html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../look/controls.js';
import { Changing } from './changing.js';
import './confirm-button.js';
import { grantRole, revokeRole } from './documents.js';
import { formText } from './form-text.js';
import type { OverviewQuery } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { Section } from './section.js';
import { whenIn } from './spoken-time.js';

type Grant = NonNullable<OverviewQuery['grants']>[number];

/** Who is an operator or a technician; granted and taken back here. */
export class GrantList extends LitElement {
  static override properties = { section: { attribute: false } };
  static override styles = [controls, sectionLook];

  declare section: Section;
  private readonly changing = new Changing(this);

  override render() {
    const { said } = this.section;
    const grants = this.section.overview.grants ?? [];
    return html`<section aria-labelledby="title">
      <h2 id="title">${said.grants}</h2>
      ${this.changing.outcome}
      ${grants.length === 0 ? html`<p>${said.grantsNone}</p>` : this.#table(grants)}
      <form @submit=${(event: SubmitEvent) => this.#grant(event)}>
        <label class="field"
          >${said.email} <input name="email" type="email" required autocomplete="off"
        /></label>
        <label class="field"
          >${said.role}
          <select name="role">
            ${['OPERATOR', 'TECHNICIAN'].map(
              (role) => html`<option value=${role}>${said.roles[role]}</option>`,
            )}
          </select></label
        >
        <button class="main">${said.grant}</button>
      </form>
    </section>`;
  }

  #table(grants: readonly Grant[]) {
    const { said } = this.section;
    return html`<table role="table" aria-labelledby="title">
      <tbody role="rowgroup">
        ${repeat(
          grants,
          ({ person, role }) => `${person.id} ${role}`,
          ({ person, role, municipality, grantedAt }) =>
            html`<tr role="row">
              <td role="cell" data-label="">${person.displayName}</td>
              <td role="cell" data-label=${said.role}>${said.roles[role]}</td>
              <td role="cell" data-label=${said.municipality}>${municipality.name}</td>
              <td role="cell" data-label=${said.since}>
                ${whenIn(grantedAt, this.section.language)}
              </td>
              <td role="cell" data-label="">
                <confirm-button
                  .label=${said.take}
                  .about=${person.displayName}
                  .sure=${said.takeSure(person.displayName)}
                  .yes=${said.takeYes}
                  .cancel=${said.cancel}
                  @confirmed=${() => this.#take(person.id, role)}
                ></confirm-button>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #take(id: string, role: string): void {
    void this.changing.carryOut(
      revokeRole,
      { input: { person: { id }, role } },
      this.section.said.done,
    );
  }

  async #grant(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const person = { email: formText(given, 'email') };
    const input = { person, role: formText(given, 'role') };
    if (await this.changing.carryOut(grantRole, { input }, this.section.said.done)) form.reset();
  }
}
customElements.define('grant-list', GrantList);
