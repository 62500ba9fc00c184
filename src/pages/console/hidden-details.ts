import { eachOnce } from './card-absences.js';
import type { Details } from './entry.js';
import { isTellable } from './why-words.js';

/** How many details of a card may not be told, and so are not on the screen until asked for (P23). */
export function hiddenDetails(details: Details | null): number {
  if (details === null || details.type === 'Unit') return 0;
  const numbers = details.numbers.filter(({ mayTellCaller }) => mayTellCaller !== true).length;
  const rules = (details.reachability?.trace ?? []).filter((rule) => !isTellable(rule)).length;
  // A reason is always told in its public form, and the exact one is hidden.
  const absences = details.type === 'Person' ? eachOnce(details.absences) : [];
  const notes = absences.filter(({ note }) => note !== null).length;
  return numbers + rules + absences.length + notes;
}

/** Whether numbers are given only to whoever says why: there are none without. */
export function asksForNumbers(details: Details | null): boolean {
  if (details?.type !== 'Person' || details.leftAt !== null) return false;
  // Who has no telephone at all has nothing to ask for.
  return details.numbers.length === 0 && !details.reachability?.trace?.includes('NO_NUMBER');
}
