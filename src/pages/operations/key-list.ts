import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../look/controls.js';
import { Changing } from './changing.js';
import './confirm-button.js';
import './key-form.js';
import { revokeKey } from './documents.js';
import { keyState, type KeyState } from './key-kinds.js';
import type { OverviewQuery } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { Section } from './section.js';
import { whenIn } from './spoken-time.js';

type Key = NonNullable<OverviewQuery['apiKeys']>[number];

const marks: Readonly<Record<KeyState, string>> = {
  WORKS: 'good',
  ENDS_SOON: 'warn',
  EXPIRED: 'bad',
  REVOKED: 'bad',
};

/** The keys of systems: what they are for, whether they are used; made and revoked here. */
export class KeyList extends LitElement {
  static override properties = { section: { attribute: false } };
  static override styles = [
    controls,
    sectionLook,
    css`
      key-form {
        margin-block-start: 1rem;
      }
    `,
  ];

  declare section: Section;
  private readonly changing = new Changing(this);

  override render() {
    const { said } = this.section;
    const names = [said.label, said.kind, said.municipality, said.state, said.lastUsed, ''];
    return html`<section aria-labelledby="title">
      <h2 id="title">${said.keys}</h2>
      ${this.changing.outcome}
      <table role="table" aria-labelledby="title">
        <thead role="rowgroup">
          <tr role="row">
            ${names.map((name) => html`<th role="columnheader">${name || html`<span class="unseen">${said.revoke}</span>`}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${repeat(
            this.section.overview.apiKeys ?? [],
            ({ id }) => id,
            (key) => this.#row(key),
          )}
        </tbody>
      </table>
      <key-form .section=${this.section}></key-form>
    </section>`;
  }

  #row(key: Key) {
    const { said } = this.section;
    const state = keyState(key, Date.now());
    return html`<tr role="row">
      <td role="cell" data-label=${said.label}>
        <span>${key.label}<br /><code class="quiet">${key.prefix}</code></span>
      </td>
      <td role="cell" data-label=${said.kind}>
        <span
          >${said.kinds[key.kind]}${key.scopes.map(
            (scope) => html`<br /><span class="quiet">${said.scope[scope]}</span>`,
          )}</span
        >
      </td>
      <td role="cell" data-label=${said.municipality}>${key.municipality?.name ?? said.all}</td>
      <td role="cell" data-label=${said.state}>
        <span class="mark ${marks[state]}"
          >${said.keyStates[state]}
          ${
            key.revokedAt === null
              ? html`<span class="quiet"
                  >${said.until(whenIn(key.expiresAt, this.section.language))}</span
                >`
              : nothing
          }</span
        >
      </td>
      <td role="cell" data-label=${said.lastUsed}>${key.lastUsedOn ?? said.unused}</td>
      <td role="cell" data-label="">${key.revokedAt === null ? this.#revoke(key) : nothing}</td>
    </tr>`;
  }

  #revoke({ id, label }: Key) {
    const { said } = this.section;
    return html`<confirm-button
      .label=${said.revoke}
      .about=${label}
      .sure=${said.revokeSure(label)}
      .yes=${said.revokeYes}
      .cancel=${said.cancel}
      @confirmed=${() => this.changing.carryOut(revokeKey, { id }, said.done)}
    ></confirm-button>`;
  }
}
customElements.define('key-list', KeyList);
