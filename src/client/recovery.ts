import { briefDelay, reconnectDelay } from './backoff.js';
import type { Ending } from './ending.js';
import type { StopReason } from './watch-state.js';

/** What has happened since an event came through the last time. */
export type History = {
  /** Tries that have ended, in a row. */
  readonly failures: number;
  /** Whether the token in use is already the second one. */
  readonly renewed: boolean;
  /** Whether positions have been given up already. */
  readonly begunAnew: boolean;
  /** Whether the list was being read. */
  readonly listing: boolean;
  readonly servers: number;
};

/** What to do after a try has ended. */
export type Recovery =
  | { readonly kind: 'STOP'; readonly reason: StopReason }
  | {
      readonly kind: 'RETRY';
      readonly wait: number;
      /** List again from the first page. */
      readonly relist?: boolean;
      /** Positions are given up for it. */
      readonly anew?: boolean;
      /** Ask for another token. */
      readonly renew?: boolean;
      /** Turn to the next server. */
      readonly elsewhere?: boolean;
    };

/** After so many faults in a row, the event that the server fails at is passed by with a new list. */
const faultsBeforeList = 2;

/** Decides what to do after a try has ended. */
export function recoveryFrom(ending: Ending, history: History, random: () => number): Recovery {
  const { failures, servers } = history;
  const delay = reconnectDelay(failures, servers, random);
  const soon = failures === 0 ? briefDelay(random) : delay;
  switch (ending.kind) {
    case 'LOST':
    case 'SILENT':
      return { kind: 'RETRY', wait: delay, elsewhere: true };
    case 'GOING_AWAY':
      return { kind: 'RETRY', wait: soon, elsewhere: true };
    case 'NO_TOKEN':
      return { kind: 'RETRY', wait: delay };
    case 'TOO_MUCH':
      return { kind: 'RETRY', wait: ending.wait + delay };
    case 'FAULT':
      return {
        kind: 'RETRY',
        wait: delay,
        elsewhere: true,
        relist: !history.listing && failures >= faultsBeforeList,
      };
    case 'REFUSED':
      return history.renewed
        ? { kind: 'STOP', reason: 'TOKEN_REFUSED' }
        : { kind: 'RETRY', wait: soon, renew: true };
    case 'RESYNC':
      return { kind: 'RETRY', wait: isForAll(ending) || failures > 0 ? delay : 0, relist: true };
    case 'WRONG':
      // It may be a position that is no longer good; once, since it may as well be the caller's filter.
      return ending.code === 'BAD_USER_INPUT' && !history.begunAnew
        ? { kind: 'RETRY', wait: soon, relist: true, anew: true }
        : { kind: 'STOP', reason: 'REQUEST_REFUSED' };
    case 'OBSERVER_FAILED':
      return { kind: 'STOP', reason: 'OBSERVER_FAILED' };
    case 'STOPPED':
      return { kind: 'STOP', reason: 'CALLER' };
  }
}

/** After a bulk change every client lists again: not in the same instant. */
function isForAll(ending: Ending & { readonly kind: 'RESYNC' }): boolean {
  return ending.cause === 'BULK_CHANGE';
}
