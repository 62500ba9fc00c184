import { css, html, LitElement } from 'lit';
import { controls } from '../look/controls.js';
import { Changing } from './changing.js';
import { startSync } from './documents.js';
import type { OverviewQuery } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { Section } from './section.js';
import { sourceHealth, type SourceHealth } from './source-health.js';
import { ago } from './spoken-time.js';

type Place = NonNullable<OverviewQuery['municipalities']>[number];
type Source = Place['sources'][number];

const marks: Readonly<Record<SourceHealth['kind'], string>> = {
  GOOD: 'good',
  NEVER: 'warn',
  OLD: 'bad',
  FAILING: 'warn',
};

/** Each municipality's sources, and how old what they gave is. */
export class SourceList extends LitElement {
  static override properties = { section: { attribute: false } };
  static override styles = [
    controls,
    sectionLook,
    css`
      .places {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: 1rem;
      }
      li {
        border-block-start: 1px solid var(--hair);
        padding-block: 0.6rem;
      }
      li p {
        margin-block: 0.2rem 0.5rem;
      }
    `,
  ];

  declare section: Section;
  private readonly changing = new Changing(this);

  override render() {
    return html`<section aria-labelledby="title">
      <h2 id="title">${this.section.said.sources}</h2>
      ${this.changing.outcome}
      <div class="places">
        ${(this.section.overview.municipalities ?? []).map(
          (place) =>
            html`<div>
              <h3>${place.name}</h3>
              <ul class="plain">
                ${place.sources.map((source) => this.#source(place, source))}
              </ul>
            </div>`,
        )}
      </div>
    </section>`;
  }

  #source({ code }: Place, source: Source) {
    const { said } = this.section;
    const isDirectory = source.kind === 'LDAP';
    return html`<li>
      <strong>${isDirectory ? said.directory : said.exchange}</strong>
      <span class="quiet">${source.name}</span>
      ${isDirectory ? this.#directory(source) : this.#exchange(source)}
      ${
        isDirectory
          ? html`<button @click=${() => this.#read(code, source.name)}>
              ${said.readNow(source.name)}
            </button>`
          : ''
      }
    </li>`;
  }

  #directory(source: Source) {
    const { said } = this.section;
    const runs = (this.section.overview.syncRuns?.edges ?? []).map(({ node }) => node);
    const health = sourceHealth(source, runs);
    const since = 'failingSince' in health ? health.failingSince : null;
    const read = this.#ago(source.lastCompleteAt);
    const text = {
      GOOD: said.good(read ?? ''),
      NEVER: said.never,
      FAILING: '',
      OLD: said.old(read),
    };
    return html`<p class="mark ${marks[health.kind]}">
      ${text[health.kind]} ${since === null ? '' : said.failing(this.#ago(since) ?? '')}
    </p>`;
  }

  #exchange({ lastReportAt, freshness }: Source) {
    return html`<p class="mark ${{ LIVE: 'good', STALE: 'bad', UNKNOWN: '' }[freshness]}">
      ${this.section.said.exchangeHeard(this.#ago(lastReportAt))}
    </p>`;
  }

  #ago(instant: string | null): string | null {
    return instant === null ? null : ago(instant, Date.now(), this.section.language);
  }

  #read(municipalityCode: string, source: string): void {
    const input = { municipalityCode, source };
    void this.changing.carryOut(startSync, { input }, this.section.said.asked(source));
  }
}
customElements.define('source-list', SourceList);
