import { html, LitElement } from 'lit';
import type { WatchState } from '../../client/watch-state.js';
import { ask } from '../ask/ask.js';
import { controls } from '../look/controls.js';
import type { Language } from '../words/words.js';
import { othersOf } from './card-others.js';
import type { Municipality } from './connection-words.js';
import { copyNumber } from './copy-number.js';
import { deskFrame } from './desk-look.js';
import { cardPart, outcomePart, statePart, type DeskView } from './desk-view.js';
import { Desk, type Panel } from './desk.js';
import { municipalitiesNow } from './documents.js';
import { handOver } from './hand-over.js';
import { asksForNumbers } from './hidden-details.js';
import { hitList } from './hit-list.js';
import { actionOf, type KeyAction } from './keys.js';
import { deskLook, optionLook } from './look.js';
import { mailOf, numberOf } from './leads.js';
import { panelPart } from './panel-part.js';
import { nextNear, searchPart } from './search-part.js';
import './person-card.js';
import type { MunicipalitiesNowQuery } from './schema-types.js';
import { consoleWords } from './words.js';

const second = 1_000;
const municipalitiesEvery = 30;

/** Search, list and card, by the keyboard or the mouse. Tells `refused` when the token is no longer good. */
export class ConsoleDesk extends LitElement {
  static override properties = {
    token: { attribute: false },
    language: { type: String },
    said: { state: true },
    now: { state: true },
    watch: { state: true },
    municipalities: { state: true },
  };
  static override styles = [controls, deskLook, optionLook, deskFrame];
  declare token: string;
  declare language: Language;
  /** What has just been done, in words. */
  declare private said: string;
  declare private now: Date;
  declare private watch: WatchState;
  declare private municipalities: readonly Municipality[];
  #desk: Desk | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #seconds = 0;
  readonly #onKey = (event: KeyboardEvent) => this.onKey(event);

  constructor() {
    super();
    this.said = '';
    this.now = new Date();
    this.watch = { kind: 'LISTING', listed: 0 };
    this.municipalities = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const changed = () => this.requestUpdate();
    const token = () => this.token;
    this.#desk = new Desk(token, () => this.language, changed, {
      onChange: changed,
      onState: (state) => this.onState(state),
    });
    globalThis.addEventListener('keydown', this.#onKey);
    this.#timer = setInterval(() => this.tick(), second);
    void this.readMunicipalities();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('keydown', this.#onKey);
    clearInterval(this.#timer);
    this.#desk?.stop();
    this.#desk = null;
  }

  override firstUpdated(): void {
    this.field?.focus();
  }

  override updated(changed: Map<string, unknown>): void {
    // What a municipality calls a reason is asked for anew in the other language.
    if (changed.get('language') !== undefined) this.#desk?.card.read();
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const desk = this.#desk;
    if (desk === null) return html``;
    const { language, token, now, watch, municipalities } = this;
    const view: DeskView = {
      desk,
      token,
      language,
      now,
      watch,
      municipalities,
      act: (action) => this.act(action),
      show: (panel, text) => this.show(panel, text),
    };
    const { hits } = desk;
    return html`${searchPart(view, {
        search: () => this.search(),
        near: (code) => this.changeNear(code),
      })}
      <p class="done" role="status">${this.said}</p>
      <div class="columns ${desk.opened || desk.panel !== null ? 'opened' : ''}">
        <div class="list">
          <p class="quiet outcome" role="status">${outcomePart(view)}</p>
          ${hitList({ hits, active: desk.active, now, language, choose: (at) => this.open(at) })}
        </div>
        <div class="side">${panelPart(view)} ${cardPart(view)}</div>
      </div>
      ${statePart(view)}`;
  }

  /** The focus belongs in the search field. */
  override focus(): void {
    this.field?.focus();
  }

  private get field(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('#search');
  }

  private search(): void {
    this.said = '';
    this.#desk?.type(this.field?.value ?? '');
    this.requestUpdate();
  }

  private changeNear(code: string | null): void {
    if (this.#desk === null) return;
    this.#desk.near = code;
    this.search();
    this.field?.focus();
  }

  private onKey(event: KeyboardEvent): void {
    const desk = this.#desk;
    if (desk === null || event.defaultPrevented) return;
    const [target] = event.composedPath();
    const action = actionOf(event, {
      panel: desk.panel !== null,
      opened: desk.opened,
      // Until the card is read, a digit is taken to mean one of them, and waits.
      alternatives: desk.card.details === null ? 9 : othersOf(desk.card.details).length,
      onControl: target instanceof HTMLElement && /^(?:BUTTON|A|SELECT)$/.test(target.tagName),
    });
    if (action === null) return;
    if (action.kind === 'TYPE') {
      if (desk.waits) return event.preventDefault();
      // The browser writes it where the focus is.
      if (target !== this.field && !(target instanceof HTMLSelectElement)) this.field?.focus();
      return;
    }
    event.preventDefault();
    if (!event.repeat || action.kind === 'MOVE') this.act(action);
  }

  private act(action: KeyAction): void {
    const desk = this.#desk;
    if (desk === null) return;
    const { card } = desk;
    const said = consoleWords[this.language];
    switch (action.kind) {
      case 'MOVE':
        desk.move(action.by);
        return this.show(null);
      case 'OPEN':
        return desk.query.trim() === '' ? undefined : this.open(desk.active, true);
      case 'ALTERNATIVE':
        return desk.whenRead(() => {
          const other = othersOf(card.details)[action.index];
          if (other) desk.follow(other);
          this.show(null);
        });
      case 'CLEAR':
        desk.clear();
        return this.show(null);
      case 'CLOSE_PANEL':
        return this.show(null);
      case 'COPY':
        return desk.whenFound(() => void this.copy());
      case 'DIAL':
        return desk.whenFound(() => this.give(numberOf(card)?.uri, said.dialling, said.noNumber));
      case 'MAIL':
        return desk.whenRead(() => this.give(mailOf(card), said.mailing, ''));
      case 'NEAR':
        return this.changeNear(nextNear(this.municipalities, desk.near));
      case 'ABSENCE':
        return desk.whenFound(() => {
          if (card.node?.type === 'Person' && card.node.leftAt === null) this.show('ABSENCE');
        });
      case 'REVEAL':
        return desk.whenRead(() => this.reveal());
      case 'MESSAGE':
        return this.show('MESSAGE');
      case 'HELP':
        return this.show('HELP');
      case 'TYPE':
        return undefined;
    }
  }

  /** What was typed is marked, so that the next letter begins the next search. */
  private open(at: number, asItIs = false): void {
    if (this.#desk === null) return;
    if (!asItIs) this.#desk.choose(at);
    this.#desk.opened = true;
    this.show(null);
    this.field?.select();
  }

  private show(panel: Panel | null, said = ''): void {
    if (this.#desk === null) return;
    this.#desk.panel = panel;
    this.said = said;
    this.requestUpdate();
    if (panel === null) this.field?.focus();
  }

  private reveal(): void {
    const card = this.#desk?.card;
    if (!card?.details) return;
    if (card.revealed) card.hide();
    else card.revealed = true;
    const asks = card.revealed && asksForNumbers(card.details);
    this.show(asks ? 'REVEAL' : null);
  }

  /** Whatever program takes it, the screen says that it was given. */
  private give(address: string | null | undefined, given: string, nothing: string): void {
    this.show(null, handOver(address, { given, nothing }));
  }

  private async copy(): Promise<void> {
    if (this.#desk === null) return;
    this.show(null, await copyNumber(numberOf(this.#desk.card), consoleWords[this.language]));
  }

  private onState(state: WatchState): void {
    this.watch = state;
    if (state.kind === 'LIVE') {
      this.#desk?.regained();
      void this.readMunicipalities();
    }
    if (state.kind === 'STOPPED' && state.reason === 'TOKEN_REFUSED')
      this.dispatchEvent(new CustomEvent('refused'));
  }

  private tick(): void {
    this.#seconds += 1;
    // A screen that says how old it is says so by the second; otherwise nothing on it is that exact.
    if (this.watch.kind === 'RECONNECTING' || this.#seconds % 10 === 0) this.now = new Date();
    if (this.#seconds % municipalitiesEvery === 0) void this.readMunicipalities();
  }

  private async readMunicipalities(): Promise<void> {
    try {
      const answer = await ask<MunicipalitiesNowQuery>(this.token, municipalitiesNow);
      this.municipalities = answer.municipalities ?? [];
    } catch {
      // The line of the connection says it; what was known stays.
    }
  }
}
customElements.define('console-desk', ConsoleDesk);
