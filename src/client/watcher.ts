import type { Address } from './addresses.js';
import type { StreamEvent } from './answers.js';
import { listDocument, watchDocument } from './documents.js';
import type { Ending } from './ending.js';
import type { Entry } from './entry-fields.js';
import { follow } from './follow.js';
import { largestPage, newListing, withPage, type Listing } from './listing.js';
import { applyEvent, isChange, replacePicture, type PictureChange } from './picture.js';
import { readPage } from './read-page.js';
import { recoveryFrom, type Recovery } from './recovery.js';
import { pause, type Surroundings } from './surroundings.js';
import { TokenKeeper } from './token-keeper.js';
import { timely } from './timely.js';
import type { WatchOptions } from './watch-options.js';
import { stoppedBy, type Stopped, type WatchState } from './watch-state.js';

/** Three bookmarks have not come. */
const silence = 15_000;

/** Lists, watches, and comes back after whatever went wrong; what to do then is decided in recovery.ts. */
export class Watcher<E extends Entry> {
  readonly picture = new Map<string, E>();
  state: WatchState = { kind: 'LISTING', listed: 0 };
  readonly #tokens: TokenKeeper;
  readonly #list: string;
  readonly #watch: string;
  /** What is being listed; null while the picture is being kept up to date from `#cursor` on. */
  #listing: Listing<E> | null = newListing();
  /** The position of the last event that is in the picture. */
  #cursor: string | null = null;
  /** How many entries the server gives at once; learned, since it depends on the fields. */
  #pageSize = largestPage;
  #server: number;
  #failures = 0;
  #renewed = false;
  #begunAnew = false;
  #heardAt: Date | null = null;

  constructor(
    private readonly options: WatchOptions<E>,
    private readonly addresses: readonly Address[],
    fields: string,
    private readonly signal: AbortSignal,
    private readonly surroundings: Surroundings,
  ) {
    this.#tokens = new TokenKeeper(options.token);
    this.#list = listDocument(fields);
    this.#watch = watchDocument(fields);
    this.#server = Math.floor(surroundings.random() * addresses.length);
  }

  /** Goes on until it is stopped or cannot go on. */
  async run(): Promise<Stopped> {
    for (;;) {
      const ending: Ending = this.signal.aborted ? { kind: 'STOPPED' } : await this.#attempt();
      const history = {
        failures: this.#failures,
        renewed: this.#renewed,
        begunAnew: this.#begunAnew,
        listing: this.#listing !== null,
        servers: this.addresses.length,
      };
      const recovery = recoveryFrom(ending, history, this.surroundings.random);
      if (recovery.kind === 'STOP') return this.#finish(stoppedBy(recovery.reason, ending));
      const failed = this.#recover(recovery, ending);
      if (failed) return this.#finish(stoppedBy('OBSERVER_FAILED', failed));
      await pause(recovery.wait, this.signal, this.surroundings);
    }
  }

  #recover(recovery: Recovery & { readonly kind: 'RETRY' }, ending: Ending): Ending | null {
    this.#failures += 1;
    if (recovery.relist) this.#listing = newListing();
    if (recovery.anew) this.#begunAnew = true;
    if (recovery.elsewhere) this.#server = (this.#server + 1) % this.addresses.length;
    if (recovery.renew) {
      this.#renewed = true;
      this.#tokens.refuse();
    }
    if (ending.kind === 'RESYNC') return this.#become({ kind: 'LISTING', listed: 0 });
    return this.#become({ kind: 'RECONNECTING', cause: ending.kind, heardAt: this.#heardAt });
  }

  /** One try: the rest of the list, if there is any, and then the stream until it ends. */
  async #attempt(): Promise<Ending> {
    const address = this.addresses[this.#server];
    if (address === undefined) return { kind: 'LOST' };
    const token = await timely(this.#tokens.token(), silence, this.signal, this.surroundings);
    if (this.signal.aborted) return { kind: 'STOPPED' };
    if (token.kind !== 'CAME') return { kind: 'NO_TOKEN' };
    if (token.value === null) return { kind: 'REFUSED' };
    const authorization = `Bearer ${token.value}`;
    if (this.#listing !== null) {
      const ending = await this.#readList(address.http, authorization, this.#listing);
      if (ending !== null) return ending;
    }
    return follow<E>(
      {
        url: address.ws,
        authorization,
        query: this.#watch,
        variables: { filter: this.options.filter ?? null, after: this.#cursor },
        milliseconds: silence,
      },
      (event) => this.#take(event),
      this.signal,
      this.surroundings,
    );
  }

  async #readList(url: string, authorization: string, begun: Listing<E>): Promise<Ending | null> {
    let listing = begun;
    while (!listing.done) {
      const failed = this.#become({ kind: 'LISTING', listed: listing.entries.size });
      if (failed) return failed;
      const variables = {
        filter: this.options.filter ?? null,
        first: this.#pageSize,
        after: listing.after,
      };
      const request = { url, authorization, query: this.#list, variables, milliseconds: silence };
      const answer = await readPage<E>(request, this.signal, this.surroundings);
      if (this.signal.aborted) return { kind: 'STOPPED' };
      if ('page' in answer) {
        listing = withPage(listing, answer.page);
        this.#listing = listing;
        this.#renewed = false;
        this.#heardAt = new Date(this.surroundings.now());
      } else if (isTooDear(answer.ending) && this.#pageSize > 1) {
        this.#pageSize = Math.ceil(this.#pageSize / 2);
      } else return answer.ending;
    }
    this.#listing = null;
    this.#cursor = listing.eventCursor;
    return this.#tell(replacePicture(this.picture, listing.entries));
  }

  #take(event: StreamEvent<E>): Ending | null {
    if (event.kind === 'ResyncRequired') return { kind: 'RESYNC', cause: event.cause };
    this.#failures = 0;
    this.#renewed = false;
    this.#begunAnew = false;
    this.#heardAt = new Date(this.surroundings.now());
    const change = event.kind === 'Bookmark' ? null : applyEvent(this.picture, event);
    this.#cursor = event.cursor;
    return (change && this.#tell(change)) ?? this.#become({ kind: 'LIVE' });
  }

  #tell(change: PictureChange<E>): Ending | null {
    if (this.signal.aborted || !isChange(change)) return null;
    return attempt(() => this.options.onChange?.(change, this.picture));
  }

  #become(state: WatchState): Ending | null {
    if (state.kind === 'LIVE' && this.state.kind === 'LIVE') return null;
    // Whoever has stopped it is told nothing but that.
    if (this.signal.aborted && state.kind !== 'STOPPED') return null;
    this.state = state;
    return attempt(() => this.options.onState?.(state));
  }

  #finish(state: Stopped): Stopped {
    this.picture.clear();
    const failed = this.#become(state);
    if (failed === null || state.reason === 'OBSERVER_FAILED') return state;
    const last = stoppedBy('OBSERVER_FAILED', failed);
    this.state = last;
    return last;
  }
}

/** Runs a function of the caller; what it throws ends the watch, since it says so nowhere else. */
function attempt(act: () => void): Ending | null {
  try {
    act();
    return null;
  } catch (error) {
    return { kind: 'OBSERVER_FAILED', error };
  }
}

function isTooDear(ending: Ending): boolean {
  return ending.kind === 'WRONG' && ending.code === 'COST_LIMIT_EXCEEDED';
}
