import { describe, expect, test } from '@jest/globals';
import type { Viewer } from '../../../src/kernel/viewer.js';
import { maxHops } from '../../../src/staff/forwarding.js';
import type { Person } from '../../../src/staff/person.js';
import { seePerson } from '../../../src/view/see-person.js';
import {
  absence,
  direct,
  forwarding,
  inMinutes,
  now,
  person,
  unit as unitOf,
  viewer,
} from '../../support/people.js';

// Of several people at once: who is named to a caller, and how far calls are followed from one to the next.

const operator = viewer('OPERATOR');
const bo = person('bo');

/** What a viewer is told of the first of these people. */
function reach(people: readonly Person[], by: Viewer = operator) {
  const [first] = people;
  if (first === undefined) throw new Error('Nobody.');
  const others = new Map(people.map((one) => [one.id, one]));
  const sight = { viewer: by, now, others, managersRead: false, internalSeries: [] };
  return seePerson(first, sight).reachability('EXTERNAL');
}

test('P21: a caller is not told the name of whoever is not OPEN, not by one who sees the number either', () => {
  const away = person('anna', { absences: [absence({ reason: 'VACATION' })], standIns: [bo.id] });
  const phrase = (level: Person['protectionLevel'], by: Viewer) =>
    reach([away, { ...bo, protectionLevel: level }], by)?.phrase;
  expect(phrase('OPEN', operator)).toMatch('Vill du tala med bo i stället?');
  const herself = viewer('OPERATOR', { personId: bo.id });
  expect(phrase('RESTRICTED', herself)).toMatch('Vill du tala med en kollega i stället?');
  const named = viewer('OPERATOR', { named: new Set([bo.id]) });
  expect(phrase('PROTECTED', named)).toMatch('Vill du tala med en kollega i stället?');
});

test('a message goes to nobody who has left', () => {
  const unit = unitOf('Kansliet', { answerGroup: [bo.id] });
  const gone = person('anna', { unit, leftAt: inMinutes(-60) });
  expect(reach([gone, bo])?.messageTo?.email).toBe(bo.email);
  expect(reach([gone])?.messageTo).toBeNull();
});

describe('R04: calls from one to the next', () => {
  /** So many people, each with a number of her own, whose calls go to the next one. */
  const chain = (count: number, lastTo: number | null) =>
    Array.from({ length: count }, (_, i) => {
      const next = i === count - 1 ? lastTo : i + 1;
      const target = { kind: 'PERSON', personId: `p${next}` as Person['id'] } as const;
      return person(`p${i}`, {
        numbers: [{ ...direct, e164: `+4658200120${i}` as never }],
        forwardings: next === null ? [] : [forwarding({ target })],
      });
    });
  const connected = (people: readonly Person[]) => {
    const answer = reach(people);
    return [answer?.answeredBy?.displayName, answer?.trace?.[0]];
  };

  test('are followed over five, and taken for a loop beyond', () => {
    expect(connected(chain(maxHops + 1, null))).toEqual([`p${maxHops}`, 'FORWARDED']);
    expect(connected(chain(maxHops + 2, null))).toEqual(['p0', 'FORWARDING_LOOP']);
  });

  test('are not forwarded when they would come back, to whomever of them', () => {
    expect(connected(chain(2, 0))).toEqual(['p0', 'FORWARDING_LOOP']);
    expect(connected(chain(3, 1))).toEqual(['p0', 'FORWARDING_LOOP']);
  });
});
