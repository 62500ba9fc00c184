import { html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { nameOf } from './code-names.js';
import { clearForwarding } from './documents.js';
import type { Facts } from './facts.js';
import './forwarding-form.js';
import type { ForwardingForm } from './forwarding-form.js';
import { shownNumber } from './numbers.js';
import { Saving } from './saving.js';
import { sectionLook } from './section-look.js';
import type { OfPerson } from './shown.js';
import { saidTime } from './swedish-time.js';

type Forwarding = Facts['forwardings'][number];

/** Where calls go instead, to set and to stop. */
export class ForwardingsSection extends LitElement {
  static override properties = {
    shown: { attribute: false },
    open: { state: true },
  };
  static override styles = [controls, sectionLook];
  declare shown: OfPerson;
  declare private open: boolean;
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.open = false;
  }

  override render() {
    const { said } = this.shown;
    const { forwardings } = this.shown.person;
    return html`<section aria-labelledby="forwardings">
      <h2 id="forwardings" tabindex="-1">${said.forwardingsTitle}</h2>
      ${forwardings.length === 0 ? html`<p class="quiet">${said.noForwardings}</p>` : nothing}
      <ul>
        ${forwardings.map((one) => html`<li class="row">${this.renderOne(one)}</li>`)}
      </ul>
      ${this.saving.renderNotice()} ${this.saving.renderRefusals()}
      ${
        this.open
          ? html`<forwarding-form
              .shown=${this.shown}
              @done=${({ detail }: CustomEvent<boolean>) => void this.close(detail)}
            ></forwarding-form>`
          : html`<button class="forward" @click=${() => void this.begin()}>${said.forward}</button>`
      }
    </section>`;
  }

  private renderOne(one: Forwarding) {
    const { said, language } = this.shown;
    const { target, condition, origin, validUntil, active, layer } = one;
    const to =
      target.entry?.displayName ??
      (target.number === null
        ? nameOf('target', target.kind, language)
        : shownNumber(target.number));
    const facts = [
      nameOf('origin', origin, language),
      ...(validUntil === null ? [] : [said.until(saidTime(validUntil, new Date(), language))]),
      ...(active ? [] : [said.inactive]),
    ];
    const what = `${nameOf('condition', condition, language)} → ${to}`;
    return html`<span class="grow"
        >${nameOf('condition', condition, language)} <span aria-hidden="true">→</span>
        <strong>${to}</strong><br /><span class="quiet">${facts.join(', ')}</span></span
      >
      ${
        layer === 'DIRECTORY'
          ? html`<button aria-label="${said.clear}: ${what}" @click=${() => void this.stop(one)}>
              ${said.clear}
            </button>`
          : html`<span class="hint">${said.fromExchange}</span>`
      }`;
  }

  private async begin(): Promise<void> {
    this.saving.clear();
    this.open = true;
    await this.updateComplete;
    const form = this.renderRoot.querySelector<ForwardingForm>('forwarding-form');
    await form?.updateComplete;
    form?.renderRoot.querySelector<HTMLElement>('#condition')?.focus();
  }

  private async close(saved: boolean): Promise<void> {
    this.open = false;
    if (saved) this.saving.tell({ text: this.shown.said.saved, undo: null });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.forward')?.focus();
  }

  private async stop({ id, version: expectedVersion }: Forwarding): Promise<void> {
    const input = { id, expectedVersion };
    await this.saving.carryOut(clearForwarding, input, this.shown.said.saved);
    this.renderRoot.querySelector<HTMLElement>('#forwardings')?.focus();
  }
}
customElements.define('forwardings-section', ForwardingsSection);
