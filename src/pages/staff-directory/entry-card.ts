import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { oneEntry } from './documents.js';
import { look } from './look.js';
import { hoursLines } from '../words/weekly-hours.js';
import { Reading } from './reading.js';
import type { OneEntryQuery } from './schema-types.js';
import { leadsTo, type ShownPlace } from './shown-place.js';
import { writtenNumber } from './swedish-number.js';
import { whereaboutsOf } from './whereabouts.js';
import { words } from './words.js';

type Node = NonNullable<OneEntryQuery['node']>;
type Entry = Extract<Node, { readonly type: 'Person' | 'SharedLine' }>;
type Person = Extract<Node, { readonly type: 'Person' }>;
type Absence = NonNullable<Person['currentAbsence']>;

/** A person, a function or a shared telephone: which number, whether somebody is there, and who answers instead. */
export class EntryCard extends LitElement {
  static override properties = { shown: { attribute: false } };
  static override styles = [look];
  declare shown: ShownPlace;
  private readonly reading = new Reading(this, readEntry);

  override render() {
    return this.reading.render((entry) => this.#show(entry));
  }

  #show(entry: Entry): TemplateResult {
    const person = entry.type === 'Person' ? entry : null;
    const absence = person?.currentAbsence ?? null;
    return html`<article class="page" aria-labelledby="name">
      <header>
        <h2 id="name" tabindex="-1">${entry.displayName}</h2>
        ${person?.title ? html`<p>${person.title}</p>` : nothing}
        <p aria-live="polite">${this.#whereabouts(person)}</p>
        ${absence?.phoneRings ? html`<p class="quiet">${words[this.shown.language].rings}</p>` : nothing}
      </header>
      <div class="facts">
        ${this.#numbers(entry)} ${absence === null ? nothing : this.#instead(absence)}
        ${this.#work(entry)} ${person === null ? nothing : this.#ofPerson(person)}
      </div>
    </article>`;
  }

  #whereabouts(person: Person | null) {
    const availability = person?.presence?.availability ?? null;
    const absence = person?.currentAbsence ?? null;
    const where = whereaboutsOf(absence, availability, new Date(), this.shown.language);
    return where === null ? nothing : html`<span class="where ${where.sign}">${where.text}</span>`;
  }

  #numbers({ numbers }: Entry) {
    const said = words[this.shown.language];
    return html`<section>
      <h3>${said.numbers}</h3>
      ${
        numbers.length === 0
          ? html`<p class="quiet">${said.noNumber}</p>`
          : html`<dl class="numbers">
              ${numbers.map(
                (number) =>
                  html`<div>
                    <dt>${said.kinds[number.kind]}</dt>
                    <dd>
                      ${
                        number.uri === null
                          ? writtenNumber(number)
                          : html`<a href=${number.uri}>${writtenNumber(number)}</a>`
                      }
                      ${
                        number.extension === null || number.e164 === null
                          ? nothing
                          : html`<span class="quiet">${said.extension} ${number.extension}</span>`
                      }
                    </dd>
                  </div>`,
              )}
            </dl>`
      }
    </section>`;
  }

  #instead({ referral }: Absence) {
    if (referral === null) return nothing;
    const said = words[this.shown.language];
    const { kind, entry, unit } = referral;
    const who =
      entry !== null
        ? leadsTo(this.shown, { kind: 'ENTRY', id: entry.id }, entry.displayName)
        : unit !== null
          ? html`${said.answerGroupOf}
            ${leadsTo(this.shown, { kind: 'UNIT', id: unit.id }, unit.name)}`
          : kind === 'VOICEMAIL'
            ? said.voicemail
            : said.switchboard;
    return html`<section>
      <h3>${said.instead}</h3>
      <p>${who}</p>
    </section>`;
  }

  #work(entry: Entry) {
    const said = words[this.shown.language];
    const { unit, municipality, subjects } = entry;
    return html`<section>
        <h3>${said.unit}</h3>
        <p>
          ${unit === null ? nothing : leadsTo(this.shown, { kind: 'UNIT', id: unit.id }, unit.name)}
        </p>
        <p class="quiet">${municipality.name}</p>
      </section>
      ${entry.type === 'SharedLine' ? this.#somebody(said.responsible, entry.responsible) : nothing}
      ${
        subjects.length === 0
          ? nothing
          : html`<section>
              <h3>${said.subjects}</h3>
              <p>${subjects.map(({ word }) => word).join(', ')}</p>
            </section>`
      }`;
  }

  #ofPerson({ email, manager, bestReached }: Person) {
    const said = words[this.shown.language];
    return html`${this.#somebody(said.manager, manager)}
    ${
      email === null
        ? nothing
        : html`<section>
            <h3>${said.email}</h3>
            <p><a href=${`mailto:${email}`}>${email}</a></p>
          </section>`
    }
    ${
      bestReached.length === 0
        ? nothing
        : html`<section>
            <h3>${said.bestReached}</h3>
            ${hoursLines(bestReached, this.shown.language).map(
              ({ days, hours }) => html`<p>${days} ${hours}</p>`,
            )}
          </section>`
    }`;
  }

  #somebody(title: string, one: { readonly id: string; readonly displayName: string } | null) {
    if (one === null) return nothing;
    return html`<section>
      <h3>${title}</h3>
      <p>${leadsTo(this.shown, { kind: 'ENTRY', id: one.id }, one.displayName)}</p>
    </section>`;
  }
}
customElements.define('staff-directory-card', EntryCard);

async function readEntry(
  { api, id, language }: ShownPlace,
  signal: AbortSignal,
): Promise<Entry | null> {
  const variables = { id, language: language === 'sv' ? 'SV' : 'EN' };
  const { node } = await api.ask<OneEntryQuery>(oneEntry, variables, signal);
  return node?.type === 'Person' || node?.type === 'SharedLine' ? node : null;
}
