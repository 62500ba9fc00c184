import { createHash } from 'node:crypto';
import type { PersonId, UnitId } from '../kernel/ids.js';
import type { UnitDuty } from '../kernel/words.js';
import type { E164 } from './phone-number.js';
import { writtenSubject, type SubjectWord } from './subject-words.js';
import { written, type WeeklyWindow } from './weekly-window.js';

/** Somebody's duty in one unit. */
export type DutyHolder = { readonly personId: PersonId; readonly duty: UnitDuty };

/** Whom a workplace turns to when telephones fail (P7): an entry, or a number outside the directory, or neither; and what to do. */
export type FaultContact = {
  readonly entryId: PersonId | null;
  readonly number: E164 | null;
  readonly instruction: string | null;
};

/** What is kept of one unit and can be changed here, as far as a reach lets it out. */
export type UnitFacts = {
  readonly unitId: UnitId;
  /** In Swedish order. */
  readonly duties: readonly DutyHolder[];
  /** Who answers for each other (P9), the first first. */
  readonly answerGroup: readonly PersonId[];
  /** In the order of the week. */
  readonly openingHours: readonly WeeklyWindow[];
  /** The unit's own; null where it has none, or none that the reach lets out. */
  readonly faultContact: FaultContact | null;
  /** By which words callers ask for what it handles (P14), in the order that they were given. */
  readonly subjects: readonly SubjectWord[];
};

/** The version of a unit: of what is given of it, so that whoever cannot see somebody notices no change of that one. */
export function unitVersion(facts: UnitFacts): string {
  const { duties, answerGroup, openingHours, faultContact, subjects } = facts;
  const parts = [
    duties.map(({ duty, personId }) => `${duty}:${personId}`).toSorted(),
    answerGroup,
    openingHours.map(written),
    faultContact && [faultContact.entryId, faultContact.number, faultContact.instruction],
    subjects.map(writtenSubject),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
