import type { AbsenceCover } from '../kernel/absence-words.js';
import { absenceCover, type ReferredTo } from '../staff/absence-cover.js';
import type { Absence } from '../staff/absence.js';
import type { Person, Unit } from '../staff/person.js';
import type { Referral } from '../staff/referral.js';
import type { EntryView, ReferralView } from './person-view.js';
import { unitView } from './place-view.js';
import type { Projection, Sight } from './projection.js';

/** Who answers instead, as far as the viewer can see; a referral to somebody hidden looks as none. */
export function referralView(
  referral: Referral | null,
  { person, sight }: Projection,
  view: (person: Person, sight: Sight) => EntryView,
): ReferralView | null {
  if (referral === null) return null;
  if (referral.kind === 'ANSWER_GROUP') {
    const unit = unitOf(referral.unitId, person);
    return unit ? { kind: referral.kind, entry: null, unit: unitView(unit) } : null;
  }
  if (referral.kind !== 'PERSON') return { kind: referral.kind, entry: null, unit: null };
  const other = sight.others.get(referral.personId);
  if (other === undefined) return null;
  return {
    kind: other.kind === 'SHARED_PHONE' ? 'SHARED_LINE' : 'PERSON',
    entry: view(other, sight),
    unit: null,
  };
}

/** How an absence is covered (P10), by what the viewer can see of referral, forwardings and greetings. */
export function coverOf(absence: Absence, seen: Projection): AbsenceCover {
  const { numbers, forwardings, sight } = seen;
  const greetings = numbers.flatMap(({ greeting }) => greeting ?? []);
  const referredTo = referredBy(absence.referral, seen);
  const { phoneRings } = absence;
  const facts = { phoneRings, referredTo, forwardings, greetings };
  return absenceCover(facts, sight.internalSeries, sight.now);
}

function referredBy(referral: Referral | null, { person, sight }: Projection): ReferredTo {
  switch (referral?.kind) {
    case 'PERSON':
      return worksHere(sight.others.get(referral.personId)) ? 'SOMEBODY' : 'NOBODY';
    case 'ANSWER_GROUP': {
      const members = unitOf(referral.unitId, person)?.answerGroup ?? [];
      const others = members.filter((id) => id !== person.id).map((id) => sight.others.get(id));
      return others.some(worksHere) ? 'SOMEBODY' : 'NOBODY';
    }
    case 'SWITCHBOARD':
      return 'SOMEBODY';
    case 'VOICEMAIL':
      return 'VOICEMAIL';
    case undefined:
      return 'NOBODY';
  }
}

function worksHere(person: Person | undefined): boolean {
  return person !== undefined && person.leftAt === null;
}

function unitOf(id: Unit['id'], { referralUnits }: Person): Unit | undefined {
  return referralUnits.find((unit) => unit.id === id);
}
