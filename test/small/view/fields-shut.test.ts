import { afterEach, expect, jest, test } from '@jest/globals';
import { disclosure, type DisclosedField } from '../../../src/policy/disclosure.js';
import { rule, type Rule } from '../../../src/policy/rule.js';
import { seePerson } from '../../../src/view/see-person.js';
import type { Person } from '../../../src/staff/person.js';
import { absence, inMinutes, now, person, unit, viewer } from '../../support/people.js';

// Whoever is told whether a call can be put through sees these fields as well, as the table is today. That
// the answer is made without them where the table says otherwise is seen by another table.

afterEach(() => {
  jest.restoreAllMocks();
});

function shut(field: DisclosedField): void {
  const table: Record<DisclosedField, Rule> = disclosure;
  jest.replaceProperty(table, field, rule([], [], []));
}

function reach(one: Person, ...more: readonly Person[]) {
  const others = new Map([one, ...more].map((each) => [each.id, each]));
  const sight = { viewer: viewer('OPERATOR'), now, others, managersRead: false };
  return seePerson(one, { ...sight, internalSeries: [] }).reachability('EXTERNAL');
}

test('who may not know of the workplace is not told that it is closed', () => {
  const openingHours = [{ weekday: 1, from: '08:00', to: '09:00' }];
  const closed = person('Anna', { unit: unit('Kansliet', { openingHours }) });
  expect(reach(closed)?.verdict).not.toBe('CONNECT');
  shut('Person.unit');
  expect(reach(closed)?.verdict).toBe('CONNECT');
});

test('who may not know of an absence is not told when one begins', () => {
  const soon = absence({ startsAt: inMinutes(0.5) });
  const planned = person('Anna', { absences: [soon] });
  expect(reach(planned)?.validUntil).toEqual(soon.startsAt);
  shut('Person.currentAbsence');
  expect(reach(planned)?.validUntil).toEqual(inMinutes(1));
});

test('who may not know of the workplace is not told who answers there', () => {
  const bo = person('Bo');
  const away = person('Anna', {
    unit: unit('Kansliet', { answerGroup: [bo.id] }),
    absences: [absence()],
  });
  const answering = () => reach(away, bo)?.alternatives.map(({ entry }) => entry.displayName);
  expect(answering()).toEqual(['Bo']);
  shut('Person.unit');
  expect(answering()).toEqual([]);
});
