import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { controls } from '../look/controls.js';
import type { Facts } from './facts.js';
import { findingLine } from './finding-line.js';
import './helped-line.js';
import './helped-person.js';
import './helped-unit.js';
import { placeOfOthers } from './mending.js';
import { sectionLook } from './section-look.js';
import type { Opened, Shown } from './shown.js';
import { isReached, toldToCallers } from './told.js';
import type { Member } from './unit-people.js';
import type { UnitOfMine } from './units-of-mine.js';

/** One of one's units: what is to be mended in it, its people with what callers are told, and ways to act for each. */
export class UnitSection extends LitElement {
  static override properties = {
    shown: { attribute: false },
    unit: { attribute: false },
    round: { attribute: false },
    open: { state: true },
    fresh: { state: true },
  };
  static override styles = [
    controls,
    sectionLook,
    css`
      ul.findings {
        margin-top: 0.25rem;
      }
      ul.findings li {
        padding: 0.25rem 0;
        border: 0;
      }
    `,
  ];
  declare shown: Shown;
  declare unit: UnitOfMine;
  /** Which reading of the page this is. */
  declare round: number;
  /** What is open: the unit itself, somebody in it, or a telephone; and where in it to go. */
  declare private open: { readonly id: string; readonly way: Opened['way'] } | null;
  /** Whoever is helped, as just read: others come with the next reading of all. */
  declare private fresh: Facts | null;

  constructor() {
    super();
    this.open = null;
    this.fresh = null;
  }

  override render() {
    const { said } = this.shown;
    const { id, name, kept, people, lines } = this.unit;
    const what = name ?? said.noUnit;
    return html`<section aria-labelledby="unit">
      <div class="row">
        <div class="grow">
          <h2 id="unit">${what}</h2>
          <p class="quiet">${said.people(people.length)}</p>
        </div>
        ${kept ? this.renderOpener(id, said.unitFacts, what) : nothing}
      </div>
      ${this.renderFindings(id, what)}
      ${this.isOpen(id) ? html`<helped-unit .shown=${this.opened(id)}></helped-unit>` : nothing}
      <ul>
        ${people.map((one) => html`<li>${this.renderPerson(one)}</li>`)}
        ${lines.map((one) => html`<li>${this.renderLine(one)}</li>`)}
      </ul>
    </section>`;
  }

  private renderPerson(listed: Member): TemplateResult {
    const { said, language } = this.shown;
    const { id } = listed;
    const person = this.fresh?.id === id ? this.fresh : listed;
    const { displayName, title, reachability: reach } = person;
    return html`<div class="row">
        <div class="grow">
          <strong>${displayName}</strong> <span class="quiet">${title}</span><br />
          <span class=${reach && isReached(reach) ? 'good' : 'warn'}>
            ${reach ? toldToCallers(displayName, reach, new Date(), language) : said.unknownTold}
          </span>
        </div>
        ${this.renderOpener(id, said.act, displayName)}
      </div>
      ${this.renderFindings(id, displayName)}
      ${
        this.isOpen(id)
          ? html`<helped-person
              .shown=${this.opened(id)}
              @read=${({ detail }: CustomEvent<Facts | null>) => (this.fresh = detail)}
            ></helped-person>`
          : nothing
      }`;
  }

  private renderLine({ id, displayName }: UnitOfMine['lines'][number]): TemplateResult {
    const { said } = this.shown;
    return html`<div class="row">
        <div class="grow">
          <strong>${displayName}</strong> <span class="quiet">${said.sharedLine}</span>
        </div>
        ${this.renderOpener(id, said.act, displayName)}
      </div>
      ${this.renderFindings(id, displayName)}
      ${this.isOpen(id) ? html`<helped-line .shown=${this.opened(id)}></helped-line>` : nothing}`;
  }

  private renderOpener(id: string, text: string, about: string): TemplateResult {
    const { said } = this.shown;
    const open = this.isOpen(id);
    return html`<button
      aria-expanded=${open}
      aria-label="${open ? said.close : text}: ${about}"
      @click=${() => (this.open = open ? null : { id, way: { place: null } })}
    >
      ${open ? said.close : text}
    </button>`;
  }

  private renderFindings(id: string, about: string) {
    const found = this.findingsAbout(id);
    if (found.length === 0) return nothing;
    return html`<ul class="findings">
      ${found.map(
        (one) =>
          html`<li>
            <span aria-hidden="true">⚠ </span>${findingLine(
              this.shown,
              one,
              about,
              placeOfOthers(one.rule),
              (place) => (this.open = { id, way: { place } }),
            )}
          </li>`,
      )}
    </ul>`;
  }

  private findingsAbout(id: string) {
    return this.unit.findings.filter(({ person, unit }) => (person?.id ?? unit?.id) === id);
  }

  private isOpen(id: string): boolean {
    return this.open?.id === id;
  }

  private opened(id: string): Opened {
    const undecided = this.findingsAbout(id).some(
      ({ rule }) => rule === 'BEST_REACHED_WITHOUT_DECISION',
    );
    const way = this.open?.way ?? { place: null };
    return { ...this.shown, id, way, round: this.round, undecided };
  }
}
customElements.define('unit-section', UnitSection);
