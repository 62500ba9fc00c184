import type { Absence } from '../staff/absence.js';
import type { Forwarding } from '../staff/forwarding.js';

/** The fields of an absence that somebody can change, by the names that are recorded. */
export const absenceFields = [
  'reason',
  'startsAt',
  'endsAt',
  'endsAtPrecision',
  'phoneRings',
  'note',
  'referral',
  'source',
  'recurrence',
] as const satisfies readonly (keyof Absence)[];

/** The fields of a forwarding that somebody can change, by the names that are recorded. */
export const forwardingFields = [
  'condition',
  'origin',
  'layer',
  'noAnswerSeconds',
  'target',
  'active',
  'validUntil',
  'source',
] as const satisfies readonly (keyof Forwarding)[];

/** Which of the fields differ; all of them where there was nothing before. */
export function changedIn<K extends string>(
  fields: readonly K[],
  before: Readonly<Record<K, unknown>> | null,
  after: Readonly<Record<K, unknown>>,
): readonly K[] {
  // As JSON, so that two instants or targets that say the same are the same.
  const same = (field: K) => JSON.stringify(before?.[field]) === JSON.stringify(after[field]);
  return before === null ? fields : fields.filter((field) => !same(field));
}
