import type { Language } from '../words/words.js';
import type { Municipality } from './connection-words.js';
import type { AbsenceReason } from './schema-types.js';

/** The letter that sets each reason, the same in both languages: fingers learn them once. */
const letters: Readonly<Record<AbsenceReason, string>> = {
  LUNCH: 'L',
  MEETING: 'M',
  GONE_FOR_DAY: 'G',
  BREAK: 'R',
  ERRAND: 'E',
  VISITOR: 'B',
  REMOTE_WORK: 'H',
  COURSE: 'U',
  TRAVEL: 'T',
  VACATION: 'S',
  LEAVE: 'F',
  PART_TIME: 'D',
  OTHER: 'A',
};

/** The reasons in the order in which they are offered, the most frequent first. */
export const offeredReasons = Object.keys(letters) as readonly AbsenceReason[];

/** The letter of a reason. */
export function letterOf(reason: AbsenceReason): string {
  return letters[reason];
}

/** The reason that a key sets; null for other keys. */
export function reasonOfKey(key: string): AbsenceReason | null {
  return offeredReasons.find((reason) => letters[reason] === key.toUpperCase()) ?? null;
}

/** A reason as it is offered. */
export type OfferedReason = { readonly reason: AbsenceReason; readonly label: string };

/** The reasons that a municipality uses, as it calls them. */
export function offeredOf(
  reasons: Municipality['absenceReasons'],
  language: Language,
): readonly OfferedReason[] {
  return offeredReasons.flatMap((reason) => {
    const known = reasons.find((one) => one.reason === reason);
    if (known?.inUse !== true) return [];
    return [{ reason, label: language === 'sv' ? known.labelSv : known.labelEn }];
  });
}

/** Ends the running absence. */
export const endKey = 'X';

/** The fields of the panel, by the ids of their inputs. */
export type PanelField = 'until' | 'from' | 'instead';
/** What a key does in the panel. */
export type PanelAction =
  | { readonly kind: 'FOCUS'; readonly field: PanelField }
  | { readonly kind: 'SET'; readonly reason: AbsenceReason }
  | { readonly kind: 'END' | 'SAVE' | 'LEAVE' | 'NOTHING' };

/** What a key does in a field of the panel, or outside them; null when it is the browser's, or is written there. */
export function panelActionOf(
  key: string,
  at: PanelField | null,
  changing: boolean,
): PanelAction | null {
  if (key === 'Escape') return changing ? { kind: 'LEAVE' } : null;
  const next = at === null ? undefined : neighbours[`${at} ${key}`];
  if (next !== undefined) return { kind: 'FOCUS', field: next };
  if (key === 'Enter' && at !== null)
    return changing ? { kind: 'SAVE' } : { kind: 'FOCUS', field: 'until' };
  // Names and days are written in the other fields.
  if (at === 'from' || at === 'instead') return null;
  if (key.toUpperCase() === endKey) return { kind: changing ? 'NOTHING' : 'END' };
  const reason = reasonOfKey(key);
  return reason && { kind: 'SET', reason };
}

const neighbours: Readonly<Record<string, PanelField>> = {
  'until ArrowDown': 'from',
  'from ArrowUp': 'until',
  'from ArrowDown': 'instead',
  'instead ArrowUp': 'from',
};
