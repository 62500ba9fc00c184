import type { Viewer } from '../kernel/viewer.js';
import type { FactSource } from '../kernel/words.js';
import { audiencesOf, type Audience } from '../policy/audience.js';
import { subjectOf } from '../policy/subject.js';
import type { Person } from '../staff/person.js';

const nearestFirst = [
  'SELF',
  'MANAGER',
  'PHONE_RESPONSIBLE',
] as const satisfies readonly Audience[];

/** Who reports an absence, by what the viewer is to the person: the nearest of several, and otherwise an operator. */
export function absenceSource(viewer: Viewer, person: Person): FactSource {
  const audiences = audiencesOf(viewer, subjectOf(person));
  return nearestFirst.find((audience) => audiences.includes(audience)) ?? 'OPERATOR';
}
