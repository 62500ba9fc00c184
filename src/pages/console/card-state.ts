import { ask } from '../ask/ask.js';
import type { Language } from '../words/words.js';
import { cardOf } from './documents.js';
import { consoleEntry } from './entry-fields.js';
import type { CardNumber, Details, Hit, KeptEntry } from './entry.js';
import { othersOf } from './card-others.js';
import { Latest } from './latest.js';
import type { LiveDirectory } from './live-directory.js';
import type { CardOfQuery } from './schema-types.js';

/** What the card shows of an entry or a unit. */
export type CardNode = Hit['node'];
/** What a card needs of the desk. */
export type CardDesk = {
  readonly token: () => string;
  readonly language: () => Language;
  readonly live: () => LiveDirectory;
  readonly changed: () => void;
};

/** So soon at the earliest a card is read again by itself, and so late at the latest. */
const soonest = 5_000;
const latest = 60_000;

/** The card: whom it is about, what is known of them, and what the operator has asked to see of it (P23). */
export class CardState {
  details: Details | null = null;
  failed = false;
  /** What may not be told is on the screen; never of another card than the one it was asked for. */
  revealed = false;
  /** Numbers that were given for a purpose. */
  given: readonly CardNumber[] = [];
  #first: CardNode | null = null;
  #asked = 0;
  /** Comes when what is being asked has come; whoever needs the details waits for it. */
  reading: Promise<void> = Promise.resolve();
  readonly #question = new Latest();
  #turn = 0;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly desk: CardDesk) {}

  /** Whom it is about, as they are known best; null when there is no card, or they are gone. */
  get node(): CardNode | null {
    const known = this.details ?? this.#first;
    return known && this.desk.live().shown<CardNode | Details>(known, this.#asked);
  }

  get id(): string | null {
    return this.#first?.id ?? null;
  }

  /** Shows somebody; what was asked for of another one is hidden again. */
  show(node: CardNode | null, asked: number): void {
    if (node !== null && node.id === this.id) return;
    this.#question.drop();
    clearTimeout(this.#again);
    this.hide();
    this.#first = node;
    this.#asked = asked;
    this.details = null;
    this.failed = false;
    if (node !== null) this.read();
  }

  /** Hides what may not be told. */
  hide(): void {
    this.revealed = false;
    this.given = [];
  }

  /** Reads the card again when it, or anybody on it, has changed. */
  heard(ids: ReadonlySet<string>): void {
    const { id } = this;
    if (id === null) return;
    if (this.node === null) return this.show(null, 0);
    if (ids.has(id) || othersOf(this.details).some((other) => ids.has(other.id))) this.read();
  }

  /** Asks for everything that the card says. */
  read(): void {
    this.reading = this.#read();
  }

  async #read(): Promise<void> {
    const { id } = this;
    const turn = (this.#turn += 1);
    const asked = this.desk.live().moment;
    const language = this.desk.language() === 'sv' ? 'SV' : 'EN';
    try {
      const answer = await this.#question.ask((signal) =>
        ask<CardOfQuery>(this.desk.token(), cardOf + consoleEntry, { id, language }, signal),
      );
      // Whoever waits for this waits for the one that took its place.
      if (answer === undefined) return turn === this.#turn ? undefined : this.reading;
      const { node } = answer;
      const isCard =
        node?.type === 'Person' || node?.type === 'SharedLine' || node?.type === 'Unit';
      if (!isCard) return this.#gone();
      [this.details, this.#asked, this.failed] = [node, asked, false];
    } catch {
      this.failed = true;
    }
    this.#later();
    this.desk.changed();
  }

  stop(): void {
    this.show(null, 0);
  }

  #gone(): void {
    this.show(null, 0);
    this.desk.changed();
  }

  /** An answer about a call is good for a minute at most, and says itself for how long; for no time if it is contradicted. */
  #later(): void {
    clearTimeout(this.#again);
    const entry = isEntry(this.details) ? this.details : null;
    const until = entry?.reachability?.validUntil;
    const good = until === undefined ? latest : Date.parse(until) - Date.now();
    const wait = entry !== null && this.desk.live().contradicts(entry) ? 0 : good;
    const bounded = Math.min(Math.max(wait, soonest), latest);
    this.#again = setTimeout(() => this.read(), bounded);
  }
}

function isEntry(details: Details | null): details is Exclude<Details, { type: 'Unit' }> {
  return details !== null && details.type !== 'Unit';
}

/** Whether a card is about an entry, to which a call can be put. */
export function isKept(node: CardNode | null): node is KeptEntry {
  return node !== null && node.type !== 'Unit';
}
