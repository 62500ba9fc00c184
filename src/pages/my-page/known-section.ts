import { css, html, LitElement, nothing } from 'lit';
import { ask } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import { readers as readersDocument } from './documents.js';
import { knownFacts } from './known-facts.js';
import { readingText, type Reading } from './readings.js';
import { Saving } from './saving.js';
import type { ReadersQuery } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { OfPerson } from './shown.js';

/** What is known about one, where it comes from, and who has read it where that is recorded. */
export class KnownSection extends LitElement {
  static override properties = {
    shown: { attribute: false },
    readings: { state: true },
    next: { state: true },
  };
  static override styles = [
    controls,
    sectionLook,
    css`
      dl {
        margin: 0.5rem 0 1rem;
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
        gap: 0 2rem;
      }
      dl > div {
        display: grid;
        grid-template-columns: 10rem minmax(0, 1fr);
        gap: 0 0.75rem;
        padding: 0.4rem 0;
        border-top: 1px solid var(--hair);
      }
      dt {
        color: var(--quiet);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      dd small {
        display: block;
        color: var(--quiet);
      }
    `,
  ];
  declare shown: OfPerson;
  declare private readings: readonly Reading[] | null;
  declare private next: string | null;
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.readings = null;
    this.next = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.read(null);
  }

  override render() {
    const { said, language } = this.shown;
    const { readings } = this;
    return html`<section aria-labelledby="known">
      <h2 id="known" tabindex="-1">${said.knownTitle}</h2>
      <p class="hint">${said.knownHint}</p>
      <dl>
        ${knownFacts(this.shown.person, language).map(
          ({ label, value, from }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>
                ${value}
                <small>${from === 'DIRECTORY' ? said.fromDirectory : said.fromHere}</small>
              </dd>
            </div>`,
        )}
      </dl>
      <h3>${said.readersTitle}</h3>
      <p class="hint">${said.readersHint}</p>
      ${readings?.length === 0 ? html`<p>${said.noReaders}</p>` : nothing}
      <ul>
        ${readings?.map((one) => html`<li>${readingText(one, new Date(), language)}</li>`)}
      </ul>
      ${
        this.next === null
          ? nothing
          : html`<button @click=${() => void this.read(this.next)}>${said.more}</button>`
      }
      ${this.saving.renderRefusals()}
    </section>`;
  }

  private async read(after: string | null): Promise<void> {
    const variables = { id: this.shown.person.id, after };
    try {
      const { accessLog } = await ask<ReadersQuery>(this.shown.token, readersDocument, variables);
      const before = after === null ? [] : (this.readings ?? []);
      this.readings = [...before, ...(accessLog?.edges.map(({ node }) => node) ?? [])];
      this.next = accessLog?.pageInfo.hasNextPage ? accessLog.pageInfo.endCursor : null;
    } catch (error) {
      this.saving.failed(error);
    }
  }
}
customElements.define('known-section', KnownSection);
