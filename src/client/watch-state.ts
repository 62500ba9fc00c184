import type { Ending } from './ending.js';

/** Why a watch has stopped for good. */
export type StopReason =
  /** It was asked to. */
  | 'CALLER'
  /** A token was refused, and so was the next one. */
  | 'TOKEN_REFUSED'
  /** The question is wrong, or not for this viewer. */
  | 'REQUEST_REFUSED'
  /** A function that was given threw: what it shows is not what the picture says. */
  | 'OBSERVER_FAILED';

/** How a watch is, to be shown to whoever looks at the picture. */
export type WatchState =
  /** The directory is being read; the picture is what it was before, or empty. */
  | { readonly kind: 'LISTING'; readonly listed: number }
  /** Whatever changes is in the picture within moments. */
  | { readonly kind: 'LIVE' }
  /** The picture is as it was at `heardAt`, the instant at which the server was heard last. */
  | {
      readonly kind: 'RECONNECTING';
      readonly cause: Ending['kind'];
      readonly heardAt: Date | null;
    }
  /** Over; the picture is empty, since nobody would take out of it who is to be forgotten. */
  | {
      readonly kind: 'STOPPED';
      readonly reason: StopReason;
      readonly message: string;
      readonly error?: unknown;
    };

/** The state in which a watch is over. */
export type Stopped = WatchState & { readonly kind: 'STOPPED' };

/** The last state of a watch that ended so. */
export function stoppedBy(reason: StopReason, ending: Ending): Stopped {
  const state = { kind: 'STOPPED', reason } as const;
  if (ending.kind === 'OBSERVER_FAILED')
    return { ...state, message: 'A function of the caller threw.', error: ending.error };
  if (ending.kind === 'WRONG') return { ...state, message: `${ending.code}: ${ending.message}` };
  return {
    ...state,
    message:
      reason === 'CALLER' ? 'Stopped.' : 'The token is not valid, and neither was a new one.',
  };
}
