import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { callOrigins } from '../../../src/kernel/phone-words.js';
import type { Viewer } from '../../../src/kernel/viewer.js';
import { audiencesOf } from '../../../src/policy/audience.js';
import {
  disclosure,
  mobileRules,
  numbersOnRequest,
  type DisclosedField,
} from '../../../src/policy/disclosure.js';
import { allows } from '../../../src/policy/rule.js';
import { subjectOf } from '../../../src/policy/subject.js';
import { absenceInForce } from '../../../src/staff/absence.js';
import type { Person } from '../../../src/staff/person.js';
import { seePerson } from '../../../src/view/see-person.js';
import { hallsberg, laxa, now, viewer } from '../../support/people.js';
import { randomPeople } from '../../support/random-people.js';

// Fewer rights never yield more: what a viewer may not see is taken out of the world, by the tables of
// the policy and by nothing of the view, and the viewer's answer must not change.

const viewers: readonly Viewer[] = [
  viewer('OPERATOR'),
  viewer('TECHNICIAN'),
  viewer('EMPLOYEE', { municipality: hallsberg.code }),
  viewer('EMPLOYEE', { municipality: laxa.code }),
  viewer('PHONE_SYSTEM_KEY'),
];

/** The person as far as the viewer may see. */
function cut(person: Person, by: Viewer): Person {
  const { protectionLevel: level } = person;
  const audiences = audiencesOf(by, subjectOf(person));
  const may = (field: DisclosedField) => allows(disclosure[field], level, audiences);
  const running = may('Person.currentAbsence') ? absenceInForce(person.absences, now) : null;
  const absences = may('Person.absences') ? person.absences : running ? [running] : [];
  const asked = allows(numbersOnRequest, level, audiences);
  const numbers = person.numbers.filter(({ kind, audience }) =>
    kind === 'MOBILE' ? allows(mobileRules[audience], level, audiences) : may('Person.numbers'),
  );
  const hasLeft = person.leftAt !== null;
  return {
    ...person,
    email: may('Person.email') ? person.email : null,
    // Whoever gets the numbers by asking keeps them; that they are there is not hidden.
    numbers: asked ? person.numbers : numbers,
    absences: hasLeft
      ? []
      : absences.map((absence) => ({
          ...absence,
          reason: may('Absence.publicReason') ? absence.reason : 'OTHER',
          phoneRings: may('Absence.phoneRings') && absence.phoneRings,
          referral: may('Absence.referral') ? absence.referral : null,
          ...(!may('Absence.endsAt') && { endsAt: null, endsAtPrecision: 'UNKNOWN' as const }),
        })),
    forwardings:
      may('Person.forwardings') && !hasLeft
        ? person.forwardings.filter(
            ({ target }) => target.kind !== 'NUMBER' || may('ForwardingTarget.number'),
          )
        : [],
    lines: may('Person.presence') && !hasLeft ? person.lines : [],
    sessions: may('Person.presence') && !hasLeft ? person.sessions : [],
    standIns: may('Person.standIns') ? person.standIns : [],
  };
}

function answerOf(people: readonly Person[], by: Viewer, origin: (typeof callOrigins)[number]) {
  const [first] = people;
  if (first === undefined) throw new Error('Nobody.');
  const others = new Map(people.map((one) => [one.id, one]));
  const sight = { viewer: by, now, others, managersRead: false, internalSeries: [] };
  const answer = seePerson(first, sight).reachability(origin);
  if (answer === null) return null;
  // The end of an answer is cut to a minute instead, so that it does not tell of hidden plans.
  const { validUntil: _, answeredBy, messageTo, alternatives, ...told } = answer;
  const instead = alternatives.map(({ entry, ...one }) => [entry.displayName, one]);
  return { ...told, by: answeredBy?.displayName, to: messageTo?.email, others: instead };
}

test('property: the answer is made of what the viewer may see, and of nothing else', () => {
  fc.assert(
    fc.property(
      randomPeople,
      fc.constantFrom(...viewers),
      fc.constantFrom(...callOrigins),
      (people, by, origin) => {
        const known = people.map((one) => cut(one, by));
        expect(answerOf(known, by, origin)).toEqual(answerOf(people, by, origin));
      },
    ),
    { numRuns: 2000 },
  );
});
