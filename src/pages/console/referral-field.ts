import { html, LitElement, nothing } from 'lit';
import { ask } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import type { Language } from '../words/words.js';
import { absenceWords } from './absence-words.js';
import { searchHits } from './documents.js';
import { hitOf, type Hit } from './entry.js';
import { hitLine } from './hit-list.js';
import { Latest } from './latest.js';
import { deskLook } from './look.js';
import { referralLook } from './referral-look.js';
import { fixedPicks, pickOf, type ReferralPick } from './referral-pick.js';
import type { SearchHitsQuery } from './schema-types.js';

const [shortestQuery, shown] = [2, 6];

/** Who answers instead, found by typing. Tells `chosen` when somebody is. */
export class ReferralField extends LitElement {
  static override properties = {
    token: { attribute: false },
    language: { type: String },
    near: { attribute: false },
    personId: { attribute: false },
    kept: { attribute: false },
    typed: { state: true },
    picks: { state: true },
    active: { state: true },
    failed: { state: true },
  };
  static override styles = [controls, deskLook, referralLook];
  declare token: string;
  declare language: Language;
  /** The code of the municipality whose hits come first. */
  declare near: string;
  /** Nobody answers for themselves. */
  declare personId: string;
  /** Who stays where nobody is chosen. */
  declare kept: string | null;
  declare private typed: string;
  /** Null while the list is closed. */
  declare private picks: readonly ReferralPick[] | null;
  declare private active: number;
  declare private failed: boolean;
  #chosen: ReferralPick | null = null;
  readonly #question = new Latest();

  constructor() {
    super();
    this.typed = '';
    this.picks = null;
    this.active = 0;
    this.failed = false;
  }

  /** Whom was chosen; null when nothing was, and `UNFINISHED` when what is typed is nobody yet. */
  get choice(): ReferralPick | null | 'UNFINISHED' {
    return this.typed.trim() !== '' && this.#chosen === null ? 'UNFINISHED' : this.#chosen;
  }

  /** Nothing is chosen or typed any more. */
  clear(): void {
    this.#chosen = null;
    this.typed = '';
    this.close();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#question.drop();
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  override render() {
    const said = absenceWords[this.language];
    const { picks, kept } = this;
    const open = picks !== null && picks.length > 0;
    return html`<label for="instead">${said.instead}</label>
      <input
        id="instead"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        maxlength="80"
        aria-autocomplete="list"
        aria-expanded=${open}
        aria-controls="picks"
        aria-describedby="told"
        aria-activedescendant=${open ? `pick-${this.active}` : nothing}
        placeholder=${kept === null ? said.referral.nobody : said.referral.asNow(kept)}
        .value=${this.typed}
        @input=${(event: InputEvent) => this.type((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.onKey(event)}
        @blur=${() => this.close()}
      />
      <div id="picks" role="listbox" aria-label=${said.instead} ?hidden=${!open}>
        ${picks?.map((pick, index) => this.pick(pick, index))}
      </div>
      <p id="told" class="quiet" role="status">${this.told()}</p>`;
  }

  /** An answer that comes late does not open the list again. */
  private close(): void {
    this.#question.drop();
    this.picks = null;
  }

  private pick(pick: ReferralPick, index: number) {
    return html`<div
      role="option"
      id="pick-${index}"
      aria-selected=${index === this.active}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.choose(pick)}
    >
      ${
        pick.hit === null
          ? html`<span class="name">${pick.label}</span>`
          : hitLine(pick.hit, new Date(), this.language)
      }
    </div>`;
  }

  private told(): string {
    const said = absenceWords[this.language].referral;
    if (this.failed) return said.failed;
    if (this.picks === null) return this.#chosen === null ? said.hint : '';
    return this.picks.length === 0 ? said.none : said.hits(this.picks.length);
  }

  private type(typed: string): void {
    this.typed = typed;
    this.#chosen = null;
    void this.look();
  }

  private async look(): Promise<void> {
    const said = absenceWords[this.language].referral;
    const query = this.typed.trim();
    this.failed = false;
    const fixed = fixedPicks(query, said);
    if (query.length < shortestQuery) {
      this.#question.drop();
      return this.offer(fixed);
    }
    try {
      const answer = await this.#question.ask((signal) =>
        ask<SearchHitsQuery>(this.token, searchHits, { query, near: this.near }, signal),
      );
      if (answer === undefined) return;
      const hits = (answer.searchDirectory?.edges ?? []).map(hitOf).filter((hit) => this.fits(hit));
      this.offer([...fixed, ...hits.slice(0, shown).map((hit) => pickOf(hit, said))]);
    } catch {
      this.offer(fixed);
      this.failed = true;
    }
  }

  private offer(picks: readonly ReferralPick[]): void {
    this.picks = picks;
    this.active = 0;
  }

  private fits({ node }: Hit): boolean {
    return node.id !== this.personId && !('leftAt' in node && node.leftAt !== null);
  }

  private onKey(event: KeyboardEvent): void {
    const { picks } = this;
    if (event.key === 'ArrowDown' && picks === null) void this.look();
    else if (picks === null) return;
    else if (event.key === 'Escape') this.close();
    else if (event.key === 'ArrowDown') this.active = Math.min(this.active + 1, picks.length - 1);
    else if (event.key === 'ArrowUp') this.active = Math.max(this.active - 1, 0);
    else if (event.key === 'Enter') {
      const pick = picks[this.active];
      if (pick) this.choose(pick);
    } else return;
    event.preventDefault();
  }

  private choose(pick: ReferralPick): void {
    this.#chosen = pick;
    this.typed = pick.label;
    this.close();
    this.dispatchEvent(new CustomEvent('chosen'));
  }
}
customElements.define('referral-field', ReferralField);
