import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { oneUnit } from './documents.js';
import { look } from './look.js';
import { hoursLines } from '../words/weekly-hours.js';
import { peopleOfUnit, type UnitMember } from './people-of-unit.js';
import { Reading } from './reading.js';
import type { OneUnitQuery } from './schema-types.js';
import { leadsTo, type ShownPlace } from './shown-place.js';
import { words } from './words.js';

type Unit = Extract<NonNullable<OneUnitQuery['node']>, { readonly type: 'Unit' }>;
type Known = { readonly unit: Unit; readonly people: readonly UnitMember[] };

/** A workplace: when it answers, who is telefonansvarig, who answers for each other, and who works there. */
export class UnitPage extends LitElement {
  static override properties = { shown: { attribute: false } };
  static override styles = [
    look,
    css`
      .people {
        columns: 16em;
        column-gap: 1.5em;
      }
      li {
        break-inside: avoid;
        padding: 0.15em 0;
      }
    `,
  ];
  declare shown: ShownPlace;
  private readonly reading = new Reading(this, readUnit);

  override render() {
    return this.reading.render((known) => this.#show(known));
  }

  #show({ unit, people }: Known): TemplateResult {
    const said = words[this.shown.language];
    const { parent, municipality, subjects, manager } = unit;
    return html`<article class="page" aria-labelledby="name">
      <header>
        <h2 id="name" tabindex="-1">${unit.name}</h2>
        <p>
          ${
            parent === null
              ? nothing
              : html`${said.unitOf}
                ${leadsTo(this.shown, { kind: 'UNIT', id: parent.id }, parent.name)}, `
          }
          ${municipality.name}
        </p>
        ${
          subjects.length === 0
            ? nothing
            : html`<p class="quiet">${subjects.map(({ word }) => word).join(', ')}</p>`
        }
      </header>
      <div class="facts">
        ${this.#hours(unit)} ${this.#section(said.manager, manager === null ? [] : [manager])}
        ${this.#section(said.phoneResponsible, unit.phoneResponsibles)}
        ${this.#section(
          said.answerGroup,
          unit.answerGroup.map((one) => ({ title: null, ...one })),
        )}
      </div>
      <section>
        <h3>${said.people}</h3>
        ${
          people.length === 0
            ? html`<p class="quiet">${said.peopleNone}</p>`
            : html`<ul class="people">
                ${people.map((one) => this.#member(one))}
              </ul>`
        }
      </section>
    </article>`;
  }

  #hours({ openingHours }: Unit) {
    if (openingHours.length === 0) return nothing;
    return html`<section>
      <h3>${words[this.shown.language].openingHours}</h3>
      <ul>
        ${hoursLines(openingHours, this.shown.language).map(
          ({ days, hours }) => html`<li>${days} ${hours}</li>`,
        )}
      </ul>
    </section>`;
  }

  /** What is not told of a unit of another municipality looks like what nobody has said. */
  #section(title: string, members: readonly UnitMember[]) {
    if (members.length === 0) return nothing;
    return html`<section>
      <h3>${title}</h3>
      <ul>
        ${members.map((one) => this.#member(one))}
      </ul>
    </section>`;
  }

  #member({ id, displayName, title }: UnitMember) {
    return html`<li>
      ${leadsTo(this.shown, { kind: 'ENTRY', id }, displayName)}
      ${title === null ? nothing : html`<span class="quiet">${title}</span>`}
    </li>`;
  }
}
customElements.define('staff-directory-unit', UnitPage);

async function readUnit({ api, id }: ShownPlace, signal: AbortSignal): Promise<Known | null> {
  const { node } = await api.ask<OneUnitQuery>(oneUnit, { id }, signal);
  if (node?.type !== 'Unit') return null;
  return { unit: node, people: await peopleOfUnit(api, id, signal) };
}
