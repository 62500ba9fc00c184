import { expect, test } from '@jest/globals';
import type { PersonId, UnitId } from '../../../src/kernel/ids.js';
import { ListedPerson, type ListedRow } from '../../../src/store/listed-person.js';
import { seePerson } from '../../../src/view/see-person.js';
import { laxa, now, viewer } from '../../support/people.js';

const row: ListedRow = {
  id: 'anna' as PersonId,
  municipality_code: laxa.code,
  display_name: 'Anna Berg',
  given_name: 'Anna',
  family_name: 'Berg',
  title: 'Rektor',
  email: null,
  employee_id: null,
  kind: 'EMPLOYEE',
  account_state: 'ACTIVE',
  left_at: null,
  manager_id: null,
  protection_level: 'OPEN',
  mobile_audience: 'OWN_MUNICIPALITY',
  version: 1,
  alias_card: false,
  units: [
    ['above' as UnitId, 'Skola'],
    ['unit' as UnitId, 'Centralskolan'],
  ],
  numbers: null,
};
const person = new ListedPerson(row, laxa);
const seen = seePerson(person, {
  viewer: viewer('OPERATOR'),
  now,
  others: new Map([[person.id, person]]),
  managersRead: false,
  internalSeries: [],
});

test('of somebody on a list what a list shows is there', () => {
  expect([seen.displayName, seen.title, seen.unit?.name, seen.unit?.parent?.name]).toEqual([
    'Anna Berg',
    'Rektor',
    'Centralskolan',
    'Skola',
  ]);
});

test.each<[string, () => unknown]>([
  ['presence', () => seen.presence],
  ['an absence', () => seen.currentAbsence],
  ['forwardings', () => seen.forwardings],
  ['subjects', () => seen.subjects],
  ['stand-ins', () => seen.standIns()],
  ['a manager', () => seen.manager()],
  ['reachability', () => seen.reachability('EXTERNAL')],
  ['opening hours', () => seen.unit?.openingHours],
])('of somebody on a list %s is a fault to look at, never nothing', (_, look) => {
  expect(look).toThrow(/not read/);
});
