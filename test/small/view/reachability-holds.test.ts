import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Viewer } from '../../../src/kernel/viewer.js';
import { callOrigins, type CallOrigin } from '../../../src/kernel/phone-words.js';
import type { Person } from '../../../src/staff/person.js';
import { seePerson } from '../../../src/view/see-person.js';
import { hallsberg, inMinutes, laxa, viewer } from '../../support/people.js';
import { randomPeople } from '../../support/random-people.js';

/** Between two full minutes, at which workplaces open and close. */
const now = inMinutes(0.5);
const viewers: readonly Viewer[] = [
  viewer('OPERATOR'),
  viewer('EMPLOYEE', { municipality: hallsberg.code }),
  viewer('EMPLOYEE', { municipality: laxa.code }),
  viewer('PHONE_SYSTEM_KEY'),
];
const asked = {
  people: randomPeople,
  by: fc.constantFrom(...viewers),
  origin: fc.constantFrom(...callOrigins),
};

/** What the viewer gets of the first of them at an instant, with what is told of others by their names. */
function answerAt(people: readonly Person[], by: Viewer, origin: CallOrigin, at: Date) {
  const [first] = people;
  if (first === undefined) throw new Error('Nobody.');
  const others = new Map(people.map((one) => [one.id, one]));
  const sight = { viewer: by, now: at, others, managersRead: false, internalSeries: [] };
  const answer = seePerson(first, sight).reachability(origin);
  return (
    answer && {
      ...answer,
      answeredBy: answer.answeredBy?.displayName,
      messageTo: answer.messageTo?.email,
      alternatives: answer.alternatives.map(({ entry, ...one }) => [entry.displayName, one]),
    }
  );
}

test('property: the answer is the same at every instant until it says that it no longer holds', () => {
  fc.assert(
    fc.property(
      fc.record(asked),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      ({ people, by, origin }, part) => {
        const { validUntil, ...first } = answerAt(people, by, origin, now) ?? { validUntil: now };
        expect(validUntil > now || !('verdict' in first)).toBe(true);
        const lasts = validUntil.getTime() - now.getTime();
        const later = new Date(now.getTime() + Math.min(Math.floor(lasts * part), lasts - 1));
        const { validUntil: _, ...second } = answerAt(people, by, origin, later) ?? {
          validUntil: now,
        };
        expect(second).toEqual(first);
      },
    ),
    { numRuns: 1500 },
  );
});

test('property: the order in which facts are kept does not change the answer', () => {
  fc.assert(
    fc.property(fc.record(asked), ({ people, by, origin }) => {
      const turned = people.map((one) => ({
        ...one,
        absences: one.absences.toReversed(),
        lines: one.lines.toReversed(),
        sessions: one.sessions.toReversed(),
      }));
      expect(answerAt(turned, by, origin, now)).toEqual(answerAt(people, by, origin, now));
    }),
    { numRuns: 1000 },
  );
});

test('property: whoever answers instead is never the person, nobody who has left, and nobody twice', () => {
  fc.assert(
    fc.property(fc.record(asked), ({ people, by, origin }) => {
      const answer = answerAt(people, by, origin, now);
      const names = answer?.alternatives.map(([name]) => name) ?? [];
      const left = people.filter(({ leftAt }) => leftAt !== null).map((one) => one.displayName);
      expect(names).not.toContain('a');
      expect(new Set(names).size).toBe(names.length);
      for (const name of left) expect(names).not.toContain(name);
    }),
    { numRuns: 1000 },
  );
});
