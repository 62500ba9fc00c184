import { css, html, LitElement, nothing } from 'lit';
import { controls } from '../look/controls.js';
import type { Window } from '../words/weekly-hours.js';
import { firstWindow, isWhole, nextWindow, onWorkdays } from './hours-draft.js';
import type { WeeklyHours } from './hours-section.js';
import { dayName, weekdays } from './repeating.js';
import { Saving } from './saving.js';
import { sectionLook } from './section-look.js';
import type { Shown } from './shown.js';
import { valueIn } from './typed.js';

/** The form of times of the week; tells `done` when it is saved or left. */
export class HoursForm extends LitElement {
  static override properties = {
    shown: { attribute: false },
    hours: { attribute: false },
    rows: { state: true },
    missing: { state: true },
  };
  static override styles = [
    controls,
    sectionLook,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: end;
      }
      fieldset + fieldset {
        border-top: 1px solid var(--hair);
        padding-top: 0.75rem;
      }
      .from,
      .to {
        order: 2;
        flex: 1 1 7rem;
      }
      .day {
        flex: 1 1 calc(100% - 4rem);
      }
      fieldset button {
        order: 1;
        min-width: 2.75rem;
      }
      input[type='time'] {
        padding-inline: 0.4rem;
      }
      @media (min-width: 30rem) {
        .day {
          flex-basis: 8rem;
        }
        fieldset button {
          order: 3;
        }
      }
    `,
  ];
  declare shown: Shown;
  declare hours: WeeklyHours;
  declare private rows: readonly Window[];
  declare private missing: boolean;
  private readonly saving = new Saving(this);

  constructor() {
    super();
    this.rows = [];
    this.missing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { windows } = this.hours;
    this.rows = windows.length === 0 ? [firstWindow] : windows;
  }

  override render() {
    const { said } = this.shown;
    return html`<form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.submit();
      }}
    >
      ${this.rows.map((row, index) => this.renderRow(row, index))}
      ${
        this.missing
          ? html`<p class="wrong" id="missing" role="alert">${said.needsHours}</p>`
          : nothing
      }
      ${this.saving.renderAt('windows')} ${this.saving.renderRefusals(['windows'])}
      <div class="row">
        <button type="button" class="more" @click=${() => void this.add()}>${said.addHours}</button>
        ${
          this.rows.length === 1
            ? html`<button type="button" @click=${() => this.set(onWorkdays(this.rows))}>
                ${said.onWorkdays}
              </button>`
            : nothing
        }
      </div>
      <div class="row">
        <button class="main" ?disabled=${this.saving.busy}>${said.save}</button>
        <button type="button" @click=${() => this.leave(false)}>${said.cancel}</button>
      </div>
    </form>`;
  }

  private renderRow(row: Window, index: number) {
    const { said, language } = this.shown;
    const name = `${said.hours} ${index + 1}`;
    const time = (part: 'from' | 'to') =>
      html`<div class=${part}>
        <label for="${part}-${index}">${said.hour[part]}</label>
        <input
          id="${part}-${index}"
          type="time"
          aria-describedby="missing wrong-windows"
          aria-invalid=${this.missing && !isWhole(row) ? 'true' : this.saving.isWrong('windows')}
          .value=${row[part] === '24:00' ? '00:00' : row[part]}
          @input=${(event: Event) => this.change(index, { [part]: valueIn(event) })}
        />
      </div>`;
    return html`<fieldset>
      <legend class="unseen">${name}</legend>
      <div class="day">
        <label for="day-${index}">${said.day}</label>
        <select
          id="day-${index}"
          @change=${(event: Event) => this.change(index, { weekday: Number(valueIn(event)) })}
        >
          ${weekdays.map(
            (day, at) =>
              html`<option value=${at + 1} ?selected=${at + 1 === row.weekday}>
                ${dayName(day, language)}
              </option>`,
          )}
        </select>
      </div>
      ${time('from')} ${time('to')}
      <button
        type="button"
        aria-label="${said.remove}: ${name}"
        @click=${() => void this.takeOut(index)}
      >
        <span aria-hidden="true">✕</span>
      </button>
    </fieldset>`;
  }

  private set(rows: readonly Window[]): void {
    this.rows = rows;
    this.missing = false;
  }

  private change(index: number, some: Partial<Window>): void {
    this.set(this.rows.map((row, at) => (at === index ? { ...row, ...some } : row)));
  }

  private async add(): Promise<void> {
    this.set([...this.rows, nextWindow(this.rows)]);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#day-${this.rows.length - 1}`)?.focus();
  }

  private async takeOut(index: number): Promise<void> {
    this.set(this.rows.filter((_, at) => at !== index));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.more')?.focus();
  }

  private async submit(): Promise<void> {
    // A day ends at 24:00, which no field of the browser can say.
    const rows = this.rows.map((row) => (row.to === '00:00' ? { ...row, to: '24:00' } : row));
    this.missing = !rows.every(isWhole);
    if (this.missing) return;
    const { document, input } = this.hours.change(
      rows.map(({ weekday, from, to }) => ({ weekday, from, to })),
    );
    if (await this.saving.carryOut(document, input, '')) this.leave(true);
  }

  private leave(saved: boolean): void {
    this.dispatchEvent(new CustomEvent('done', { detail: saved }));
  }
}
customElements.define('hours-form', HoursForm);
