import { css, html, LitElement, nothing } from 'lit';
import { ask } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import { Changing } from './changing.js';
import { olderRuns, rejectionsOfRun } from './documents.js';
import { knownRuns } from './known-runs.js';
import { keptAtMost, listedFirst, rejectionPart, type OpenedRun } from './rejection-part.js';
import type {
  OlderRunsQuery,
  OverviewQuery,
  RejectionsOfRunQuery,
  RunFragment,
  SyncStatus,
} from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { Section } from './section.js';
import { whenIn } from './spoken-time.js';

type Runs = NonNullable<OverviewQuery['syncRuns']>;
/** Runs that were paged to, and what comes after them. */
type Paged = { readonly runs: readonly RunFragment[]; readonly pageInfo: Runs['pageInfo'] };

const marks: Readonly<Record<SyncStatus, string>> = {
  QUEUED: '',
  RUNNING: '',
  SUCCEEDED: 'good',
  COMPLETED_WITH_ERRORS: 'good',
  HELD: 'warn',
  FAILED: 'bad',
  ABORTED: 'bad',
};
const counted = ['created', 'updated', 'disabled', 'missing', 'removed', 'raised'] as const;

/** The last reads, what they did, and what in them is to be mended. */
export class RunList extends LitElement {
  static override properties = {
    section: { attribute: false },
    opened: { state: true },
    paged: { state: true },
  };
  static override styles = [
    controls,
    sectionLook,
    css`
      .message {
        overflow-wrap: anywhere;
        margin: 0.2rem 0 0;
      }
      .older {
        margin-block-start: 0.75rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .opened {
        background: var(--raised);
        border-radius: var(--radius);
        padding: 0.75rem 1rem;
        margin-block-end: 1rem;
      }
    `,
  ];
  declare section: Section;
  private readonly changing = new Changing(this);
  declare private opened: OpenedRun | null;
  /** Null until somebody asks for older ones. */
  declare private paged: Paged | null;
  #asking = false;

  constructor() {
    super();
    this.opened = null;
    this.paged = null;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    // What the overview no longer has stays among those that were paged to.
    if (changed.has('section') && this.paged !== null)
      this.paged = { ...this.paged, runs: knownRuns(this.paged.runs, this.#last.runs) };
  }

  override render() {
    const { run } = this.section.said;
    const { runs, pageInfo } = this.paged ?? this.#last;
    return html`<section aria-labelledby="title">
      <h2 id="title">${this.section.said.runs}</h2>
      ${this.changing.outcome} ${this.opened === null ? nothing : this.#opened(this.opened)}
      <table role="table" aria-labelledby="title">
        <thead role="rowgroup">
          <tr role="row">
            ${[run.began, run.source, run.result, run.read, run.changes, run.rejections].map(
              (name) => html`<th role="columnheader">${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${runs.map((one) => this.#row(one))}
        </tbody>
      </table>
      ${
        pageInfo.hasNextPage
          ? html`<button class="older" @click=${() => this.#older()}>
              ${this.section.said.older}
            </button>`
          : nothing
      }
    </section>`;
  }

  /** The last runs, as the overview has them. */
  get #last(): Paged {
    const { syncRuns } = this.section.overview;
    return {
      runs: (syncRuns?.edges ?? []).map(({ node }) => node),
      pageInfo: syncRuns?.pageInfo ?? { hasNextPage: false, endCursor: null },
    };
  }

  #row(one: RunFragment) {
    const { run, preview, delta, statuses, showRejections } = this.section.said;
    const how = { PREVIEW: preview, DELTA: delta, COMPLETE: '' }[one.kind];
    const changes = counted.flatMap((name) =>
      one[name] > 0 ? [this.section.said.counts[name](one[name])] : [],
    );
    return html`<tr role="row" tabindex="-1" data-run=${one.id}>
      <td role="cell" data-label=${run.began}>${whenIn(one.startedAt, this.section.language)}</td>
      <td role="cell" data-label=${run.source}>
        <span>${one.source} <span class="quiet">${how}</span></span>
      </td>
      <td role="cell" data-label=${run.result}>
        <div>
          <span class="mark ${marks[one.status]}">${statuses[one.status]}</span>
          ${
            one.message === null
              ? nothing
              : html`<p class="message quiet" lang="en">${one.message}</p>`
          }
        </div>
      </td>
      <td role="cell" data-label=${run.read}>${one.seen}</td>
      <td role="cell" data-label=${run.changes}>
        ${changes.join(', ') || this.section.said.noChanges}
      </td>
      <td role="cell" data-label=${run.rejections}>
        ${
          one.rejected === 0
            ? '0'
            : html`<button @click=${() => this.#open(one)}>
                ${showRejections(one.rejected)}<span class="unseen"> ${one.source}</span>
              </button>`
        }
      </td>
    </tr>`;
  }

  #opened(opened: OpenedRun) {
    return rejectionPart(opened, this.section, {
      all: () => void this.#open(opened.run, keptAtMost),
      close: () => (this.opened = null),
    });
  }

  async #open(run: RunFragment, first = listedFirst): Promise<void> {
    this.changing.said('', '');
    try {
      const variables = { id: run.id, first };
      const { token } = this.section;
      const { node } = await ask<RejectionsOfRunQuery>(token, rejectionsOfRun, variables);
      const rejections = node && 'rejections' in node ? node.rejections : [];
      this.opened = { run, rejections };
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#opened')?.focus();
    } catch {
      this.changing.said('', this.section.said.refused);
    }
  }

  /** Reads on from where the list ends; the keyboard goes on with the first that came. */
  async #older(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const { said, token } = this.section;
    const { pageInfo } = this.paged ?? this.#last;
    try {
      const variables = { after: pageInfo.endCursor };
      const { syncRuns } = await ask<OlderRunsQuery>(token, olderRuns, variables);
      const older = (syncRuns?.edges ?? []).map(({ node }) => node);
      const next = syncRuns?.pageInfo ?? { hasNextPage: false, endCursor: null };
      const { runs } = this.paged ?? this.#last;
      this.paged = { runs: knownRuns(runs, older), pageInfo: next };
      this.changing.said(said.olderShown(older.length), '');
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(`[data-run="${older[0]?.id ?? ''}"]`)?.focus();
    } catch {
      this.changing.said('', said.refused);
    } finally {
      this.#asking = false;
    }
  }
}
customElements.define('run-list', RunList);
