import { html, nothing, type TemplateResult } from 'lit';
import type { RejectionsOfRunQuery, RunFragment } from './schema-types.js';
import type { Section } from './section.js';

type Node = Extract<RejectionsOfRunQuery['node'], { readonly rejections: unknown }>;
/** A run whose rejections are shown. */
export type OpenedRun = {
  readonly run: RunFragment;
  readonly rejections: Node['rejections'];
};
/** So many are listed at first, and so many are kept of a run. */
export const [listedFirst, keptAtMost] = [100, 1_000];

/** What is to be mended after a run; says how much more there is than it lists. */
export function rejectionPart(
  { run, rejections }: OpenedRun,
  { said }: Section,
  acts: { readonly all: () => void; readonly close: () => void },
): TemplateResult {
  const more = run.rejected - rejections.length;
  return html`<div class="opened" role="region" aria-labelledby="opened">
    <h3 id="opened" tabindex="-1">${said.rejectionsTitle(run.source)}</h3>
    <ul>
      ${rejections.map(
        ({ key, field, code }) =>
          html`<li>
            <strong>${field ?? said.wholeEntry}</strong>: ${said.rejections[code]} <br /><code
              class="quiet"
              >${key}</code
            >
          </li>`,
      )}
    </ul>
    ${more <= 0 ? nothing : html`<p>${rest(rejections.length, more, said)}</p>`}
    <div class="row">
      ${
        more > 0 && rejections.length === listedFirst
          ? html`<button @click=${acts.all}>${said.showAll}</button>`
          : nothing
      }
      <button @click=${acts.close}>${said.close}</button>
    </div>
  </div>`;
}

/** Whether the rest can be shown, or was never kept. */
function rest(listed: number, more: number, said: Section['said']): string {
  return listed === listedFirst ? said.moreRejections(more) : said.notListed(more);
}
