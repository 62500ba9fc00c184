import { ask, AskError } from '../ask/ask.js';
import type { Language } from '../words/words.js';
import { CardState, type CardNode } from './card-state.js';
import { searchHits } from './documents.js';
import { hitOf, type Hit } from './entry.js';
import { searchKnown } from './known-search.js';
import { Latest } from './latest.js';
import { LiveDirectory, type LiveListener } from './live-directory.js';
import type { SearchHitsQuery } from './schema-types.js';

/** What is open over the desk. */
export type Panel = 'ABSENCE' | 'MESSAGE' | 'REVEAL' | 'HELP';
/** How a search went. */
export type SearchOutcome = 'NONE' | 'FOUND' | 'KNOWN_ONLY' | 'FAILED';

const shortestQuery = 2;

/** What is searched, found and chosen; it shows nothing itself. */
export class Desk {
  query = '';
  /** The municipality that the caller asks for, by code. */
  near: string | null = null;
  outcome: SearchOutcome = 'NONE';
  active = 0;
  /** A hit was chosen: digits lead on from its card. */
  opened = false;
  panel: Panel | null = null;
  /** The list is still that of what was typed before. */
  pending = false;
  /** Comes when the list is that of what is typed. */
  searching: Promise<void> = Promise.resolve();
  /** A key waits for the list: what is typed meanwhile was meant for what the key opens. */
  waits = false;
  readonly card: CardState;
  readonly live: LiveDirectory;
  #hits: readonly Hit[] = [];
  #asked = 0;
  readonly #question = new Latest();

  constructor(
    private readonly token: () => string,
    language: () => Language,
    private readonly changed: () => void,
    listener: LiveListener,
  ) {
    this.live = new LiveDirectory(token, {
      onState: listener.onState,
      onChange: (ids) => {
        this.card.heard(ids);
        listener.onChange(ids);
      },
    });
    this.card = new CardState({ token, language, live: () => this.live, changed });
  }

  /** The list: each hit as it is known best, without those who are gone. */
  get hits(): readonly Hit[] {
    return this.#hits.flatMap(({ node, subject }) => {
      const shown = this.live.shown<CardNode>(node, this.#asked);
      return shown === null ? [] : [{ node: shown, subject }];
    });
  }

  /** Follows what is typed. */
  type(query: string): void {
    this.query = query;
    this.opened = false;
    this.panel = null;
    this.#begin();
  }

  /** Marks another hit, and shows its card. */
  move(by: number): void {
    const { hits } = this;
    if (hits.length === 0) return;
    // From a card that was reached by a digit, back to the list.
    const from = this.card.id === hits[this.active]?.node.id ? this.active + by : this.active;
    this.choose(Math.min(Math.max(from, 0), hits.length - 1));
    this.opened = false;
  }

  /** Shows the card of a hit. */
  choose(index: number): void {
    this.active = index;
    this.card.show(this.hits[index]?.node ?? null, this.#asked);
  }

  /** Shows the card of somebody to whom another card leads. */
  follow(other: { readonly id: string; readonly displayName: string }): void {
    const { live } = this;
    const from = this.card.node;
    if (from === null) return;
    const { municipality } = from;
    // Until the card is read there is at least the name.
    const first = live.entry(other.id) ?? {
      type: 'Unit' as const,
      id: other.id,
      displayName: other.displayName,
      municipality,
    };
    this.card.show(first, live.moment);
    this.opened = true;
  }

  /** Whoever could not be asked can be asked again. */
  regained(): void {
    if (this.outcome === 'KNOWN_ONLY' || this.outcome === 'FAILED') this.#begin();
    if (this.card.failed) this.card.read();
  }

  /** Does something with the card of what is typed, as soon as that is there: never with the one before it. */
  whenFound(act: () => void): void {
    if (!this.pending) return act();
    this.waits = true;
    void this.searching.then(() => {
      this.waits = false;
      if (!this.pending) act();
    });
  }

  /** The same with its details. */
  whenRead(act: () => void): void {
    this.whenFound(() => {
      const { card } = this;
      const { id } = card;
      if (card.details) return act();
      void card.reading.then(() => {
        if (card.details && card.id === id) act();
      });
    });
  }

  /** For the next call: nothing of this one stays. */
  clear(): void {
    this.near = null;
    this.type('');
  }

  stop(): void {
    this.#question.drop();
    this.card.stop();
    this.live.stop();
  }

  #begin(): void {
    this.pending = true;
    this.searching = this.#search();
  }

  async #search(): Promise<void> {
    const query = this.query.trim();
    if (query.length < shortestQuery) return this.#take([], 'NONE', 0);
    const asked = this.live.moment;
    try {
      const variables = { query, near: this.near };
      const answer = await this.#question.ask((signal) =>
        ask<SearchHitsQuery>(this.token(), searchHits, variables, signal),
      );
      if (answer === undefined) return;
      this.#take((answer.searchDirectory?.edges ?? []).map(hitOf), 'FOUND', asked);
    } catch (error) {
      this.#without(error);
    }
  }

  #take(hits: readonly Hit[], outcome: SearchOutcome, asked: number): void {
    if (outcome === 'NONE') this.#question.drop();
    this.pending = false;
    this.#hits = hits;
    this.#asked = asked;
    this.outcome = outcome;
    this.choose(0);
    this.changed();
  }

  /** While nobody can be asked, what is known here is searched. */
  #without(error: unknown): void {
    if (!(error instanceof AskError) || error.code !== 'NETWORK')
      return this.#take([], 'FAILED', 0);
    const found = searchKnown(this.live.entries, this.query, this.near);
    const hits = found.map((node) => ({ node, subject: null }));
    this.#take(hits, 'KNOWN_ONLY', this.live.moment);
  }
}
