import type { PersonId } from '../kernel/ids.js';
import { maxHops } from '../staff/forwarding.js';
import type { Person, Unit } from '../staff/person.js';
import { project, type Projection } from './projection.js';

/** More than an operator reads out; who comes after them is not judged. */
const most = 12;

/**
 * Who may answer instead of somebody, the nearest first (P4, P6, P9): to whom the absence refers and, should
 * that one be absent, to whom that absence refers; who usually stands in; the answer group of the
 * workplace, its shared telephones, and the answer group of the unit above. Nobody twice,
 * nobody who has left, nobody whom the viewer cannot see, and never the person.
 */
export function answerersOf(seen: Projection): readonly Projection[] {
  const { person, sight, may } = seen;
  const unit = may('Person.unit') ? person.unit : null;
  const ids = new Set<PersonId>([
    ...referredFrom(seen),
    ...groupReferredTo(seen),
    ...seen.standIns.map(({ id }) => id),
    ...(unit?.answerGroup ?? []),
    ...sharedTelephonesOf(unit, seen),
    ...(unit?.parent?.answerGroup ?? []),
  ]);
  ids.delete(person.id);
  return [...ids]
    .flatMap((id) => sight.others.get(id) ?? [])
    .filter(({ leftAt }) => leftAt === null)
    .slice(0, most)
    .map((other) => project(other, sight));
}

/** The chain of referrals: the stand-in, the stand-in's stand-in, and so on. */
function referredFrom(seen: Projection): readonly PersonId[] {
  const found: PersonId[] = [];
  let at: Projection | null = seen;
  for (let hop = 0; at !== null && hop < maxHops; hop += 1) {
    const id: PersonId | null = referralOf(at);
    if (id === null || found.includes(id)) break;
    found.push(id);
    const next: Person | undefined = seen.sight.others.get(id);
    at = next === undefined ? null : project(next, seen.sight);
  }
  return found;
}

function referralOf({ absence, may }: Projection): PersonId | null {
  const referral = may('Absence.referral') ? absence?.referral : null;
  return referral?.kind === 'PERSON' ? referral.personId : null;
}

/** The answer group to which the absence refers. */
function groupReferredTo({ absence, may, person }: Projection): readonly PersonId[] {
  const referral = may('Absence.referral') ? absence?.referral : null;
  if (referral?.kind !== 'ANSWER_GROUP') return [];
  return person.referralUnits.find(({ id }) => id === referral.unitId)?.answerGroup ?? [];
}

function sharedTelephonesOf(unit: Unit | null, { sight }: Projection): readonly PersonId[] {
  if (unit === null) return [];
  return [...sight.others.values()]
    .filter(({ kind, unit: place }) => kind === 'SHARED_PHONE' && place?.id === unit.id)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
