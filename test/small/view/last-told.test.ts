import { expect, test } from '@jest/globals';
import type { MunicipalityCode, PersonId } from '../../../src/kernel/ids.js';
import type { Moved } from '../../../src/store/positions.store.js';
import { LastTold } from '../../../src/view/live/last-told.js';

const municipality = '1861' as MunicipalityCode;
const moved = (id: string, position: number): Moved => ({
  id: id as PersonId,
  municipality,
  position,
  cell: 'OPEN:1861',
  leftFrom: {},
  unitId: null,
  managerId: null,
});

test('an entry was last told of when it moved, or when all of its municipality changed', () => {
  const last = new LastTold();
  expect(last.of(moved('a', 9))).toBe(0);
  last.note([moved('a', 3), moved('b', 4)], []);
  expect(last.of(moved('a', 9))).toBe(3);
  last.note([], [{ municipality, position: 7 }]);
  expect(last.of(moved('a', 9))).toBe(7);
  last.note([moved('a', 8)], []);
  expect([last.of(moved('a', 9)), last.of(moved('b', 9))]).toEqual([8, 7]);
  expect(last.of({ ...moved('c', 9), municipality: '1860' as MunicipalityCode })).toBe(0);
});
