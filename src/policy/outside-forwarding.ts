import type { Viewer } from '../kernel/viewer.js';
import type { Person } from '../staff/person.js';
import { audiencesOf } from './audience.js';
import { disclosure } from './disclosure.js';
import { allows } from './rule.js';
import { subjectOf } from './subject.js';

/**
 * Whether this viewer may forward the person's calls out of the telephone system, where the municipality
 * does not let calls out during absence (P10). Whoever may not see absences may never: a refusal of
 * only those who are absent would tell who is.
 */
export function mayForwardOut(viewer: Viewer, person: Person, absent: boolean): boolean {
  const seesAbsence = allows(
    disclosure['Person.currentAbsence'],
    person.protectionLevel,
    audiencesOf(viewer, subjectOf(person)),
  );
  return seesAbsence && !absent;
}
