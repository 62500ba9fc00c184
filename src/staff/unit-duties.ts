import { createHash } from 'node:crypto';
import type { PersonId, UnitId } from '../kernel/ids.js';
import type { UnitDuty } from '../kernel/words.js';

/** Somebody's duty in one unit. */
export type DutyHolder = {
  readonly unitId: UnitId;
  readonly personId: PersonId;
  readonly duty: UnitDuty;
};

/** The version of a unit's duties: of those that are given, so that whoever cannot see somebody notices no change of that one. */
export function dutiesVersion(duties: readonly DutyHolder[]): string {
  const written = duties.map(({ duty, personId }) => `${duty}:${personId}`).toSorted();
  return createHash('sha256').update(written.join(' ')).digest('base64url').slice(0, 22);
}
