import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../look/controls.js';
import { Changing } from './changing.js';
import './confirm-button.js';
import { approvePlan, rejectPlan } from './documents.js';
import { changesOf } from './plan-changes.js';
import type { OverviewQuery } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { Section } from './section.js';
import { ago } from './spoken-time.js';

type Plan = NonNullable<OverviewQuery['heldPlans']>[number];

/** The plans that wait for a technician's yes or no: what they would do, and why they wait. */
export class HeldPlans extends LitElement {
  static override properties = { section: { attribute: false } };
  static override styles = [
    controls,
    sectionLook,
    css`
      article {
        border-inline-start: 4px solid var(--warn);
        padding-inline-start: 1rem;
        margin-block-start: 1rem;
      }
      h4 {
        margin: 0.75rem 0 0.25rem;
        font-size: 1rem;
      }
      .decide {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];

  declare section: Section;
  private readonly changing = new Changing(this);

  override render() {
    const plans = this.section.overview.heldPlans ?? [];
    return html`<section aria-labelledby="title">
      <h2 id="title">${this.section.said.plans}</h2>
      ${this.changing.outcome}
      ${plans.length === 0 ? html`<p>${this.section.said.noPlans}</p>` : ''}
      ${repeat(
        plans,
        ({ hash }) => hash,
        (plan) => this.#plan(plan),
      )}
    </section>`;
  }

  #plan(plan: Plan) {
    const { said } = this.section;
    const place = this.section.overview.municipalities?.find(
      ({ code }) => code === plan.municipalityCode,
    );
    const name = said.planOf(plan.source, place?.name ?? plan.municipalityCode);
    return html`<article>
      <h3>${name}</h3>
      <p>${said.heldSince(ago(plan.heldAt, Date.now(), this.section.language))}</p>
      <h4>${said.why}</h4>
      <ul>
        ${plan.rules.map((rule) => html`<li>${said.rules[rule]}</li>`)}
      </ul>
      <h4>${said.would}</h4>
      <ul>
        ${changesOf(plan).map(([what, count]) => html`<li>${said.planNumbers[what](count)}</li>`)}
      </ul>
      ${plan.samples.length === 0 ? '' : this.#samples(plan)}
      <div class="decide">
        <confirm-button
          .label=${said.approve}
          .about=${name}
          .sure=${said.approveSure}
          .yes=${said.approveYes}
          .cancel=${said.cancel}
          @confirmed=${() => this.changing.carryOut(approvePlan, { hash: plan.hash }, said.done)}
        ></confirm-button>
        <confirm-button
          .label=${said.reject}
          .about=${name}
          .sure=${said.rejectSure}
          .yes=${said.rejectYes}
          .cancel=${said.cancel}
          @confirmed=${() => this.changing.carryOut(rejectPlan, { hash: plan.hash }, said.done)}
        ></confirm-button>
      </div>
    </article>`;
  }

  #samples({ samples }: Plan) {
    return html`<h4>${this.section.said.samples}</h4>
      <ul>
        ${samples.map(
          ({ change, field, entry }) =>
            html`<li>
              ${entry?.displayName ?? ''}: ${this.section.said.changes[change]} ${field ?? ''}
            </li>`,
        )}
      </ul>`;
  }
}
customElements.define('held-plans', HeldPlans);
