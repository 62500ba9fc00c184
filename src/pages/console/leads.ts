import type { CardState } from './card-state.js';
import type { CardNumber } from './entry.js';

type Shown = Pick<CardState, 'node' | 'details' | 'given'>;

/** The number that the call is put to: what reachability says, or else the first that was asked for. */
export function numberOf({ node, given }: Shown): CardNumber | null {
  const to = node !== null && node.type !== 'Unit' ? node.reachability?.connectTo : null;
  return to ?? given[0] ?? null;
}

/** Where a message is written; null where there is no address. */
export function mailOf({ details }: Shown): string | null {
  const reach = details !== null && details.type !== 'Unit' ? details.reachability : null;
  return reach?.messageTo ? `mailto:${reach.messageTo.email}` : null;
}
