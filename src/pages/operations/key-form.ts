import { css, html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import { Changing } from './changing.js';
import { createKey } from './documents.js';
import { formText } from './form-text.js';
import { keyKinds, type KeyKind } from './key-kinds.js';
import { lastDays } from './last-days.js';
import type { CreateKeyMutation } from './schema-types.js';
import { sectionLook } from './section-look.js';
import type { Section } from './section.js';

type Made = NonNullable<CreateKeyMutation['createApiKey']>;

/** Makes a key, and shows its secret once. */
export class KeyForm extends LitElement {
  static override properties = {
    section: { attribute: false },
    kind: { state: true },
    secret: { state: true },
    copied: { state: true },
  };
  static override styles = [
    controls,
    sectionLook,
    css`
      .secret {
        border: 2px solid var(--accent);
        border-radius: var(--radius);
        padding: 1rem;
      }
      .secret code {
        display: block;
        font-size: 1.1rem;
        margin-block-end: 0.75rem;
      }
    `,
  ];
  declare section: Section;
  private readonly changing = new Changing(this);
  declare private kind: KeyKind | undefined;
  /** Until the technician says that it is kept; nowhere else. */
  declare private secret: string | null;
  declare private copied: boolean;

  constructor() {
    super();
    this.kind = keyKinds[0];
    this.secret = null;
    this.copied = false;
  }

  override render() {
    if (this.secret !== null) return this.#secret(this.secret);
    const { said } = this.section;
    const { kind } = this;
    const days = lastDays(Date.now());
    return html`${this.changing.outcome}
      <form @submit=${(event: SubmitEvent) => this.#create(event)}>
        <h3>${said.newKey}</h3>
        <label class="field"
          >${said.kind}
          <select name="kind" @change=${(event: Event) => this.#choose(event)}>
            ${keyKinds.map(
              (one) => html`<option value=${one.kind}>${said.kinds[one.kind]}</option>`,
            )}
          </select></label
        >
        <label class="field"
          >${said.label}
          <input name="label" required maxlength="80" autocomplete="off" />
          <small>${said.labelHint}</small></label
        >
        <label class="field"
          >${said.municipality}
          <select name="municipality">
            ${kind?.ofOneMunicipality ? nothing : html`<option value="">${said.all}</option>`}
            ${(this.section.overview.municipalities ?? []).map(
              ({ code, name }) => html`<option value=${code}>${name}</option>`,
            )}
          </select></label
        >
        <label class="field"
          >${said.lastDay}
          <input
            name="lastDay"
            type="date"
            required
            .value=${days.usual}
            min=${days.first}
            max=${days.last}
        /></label>
        ${kind && kind.scopes.length > 0 ? this.#scopes(kind) : nothing}
        <button class="main">${said.create}</button>
      </form>`;
  }

  #scopes({ scopes }: KeyKind) {
    return html`<fieldset>
      <legend>${this.section.said.scopes}</legend>
      ${scopes.map(
        (scope) =>
          html`<label class="check"
            ><input
              type="checkbox"
              name="scope"
              value=${scope}
            />${this.section.said.scope[scope]}</label
          >`,
      )}
    </fieldset>`;
  }

  #secret(secret: string) {
    const { said } = this.section;
    return html`<div class="secret" role="group" aria-labelledby="once">
      <h3 id="once" tabindex="-1">${said.secretOnce}</h3>
      <code>${secret}</code>
      <button class="main" @click=${() => this.#copy(secret)}>${said.copy}</button>
      <button @click=${() => (this.secret = null)}>${said.kept}</button>
      <span role="status">${this.copied ? said.copied : ''}</span>
    </div>`;
  }

  #choose(event: Event): void {
    const chosen = (event.target as HTMLSelectElement).value;
    this.kind = keyKinds.find(({ kind }) => kind === chosen);
  }

  async #copy(secret: string): Promise<void> {
    await navigator.clipboard.writeText(secret).then(
      () => (this.copied = true),
      () => this.changing.said('', this.section.said.refused),
    );
  }

  async #create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => formText(given, name);
    const input = {
      kind: text('kind'),
      label: text('label'),
      municipalityCode: text('municipality') || null,
      scopes: given.getAll('scope').map(String),
      expiresAt: new Date(`${text('lastDay')}T23:59:59`).toISOString(),
    };
    const made = await this.changing.carryOut<Made>(createKey, { input }, '');
    if (made === null) return;
    this.copied = false;
    this.secret = made.secret;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#once')?.focus();
  }
}
customElements.define('key-form', KeyForm);
