import { describe, expect, test } from '@jest/globals';
import type { MunicipalityCode, PersonId } from '../../../src/kernel/ids.js';
import type { Cell } from '../../../src/kernel/viewer.js';
import type { Moved } from '../../../src/store/positions.store.js';
import type { WatchFilter } from '../../../src/view/live.js';
import { stepOf, watchedBy } from '../../../src/view/live/step.js';

const id = 'a' as PersonId;
const nothing = { findByEmail: [], findByEmployeeId: [], findByDirect: [], findByMobile: [] };
const everything: WatchFilter = { municipalityCodes: null, entryIds: null };
const moved = (cell: Moved['cell'], leftFrom: Moved['leftFrom'] = {}): Moved => ({
  id,
  municipality: '1861' as MunicipalityCode,
  position: 10,
  cell,
  leftFrom,
  unitId: null,
  managerId: null,
});
const sees = (people: readonly Cell[], known: readonly PersonId[] = [], filter = everything) =>
  watchedBy({ people, known, ...nothing }, filter);

const colleague = sees(['OPEN:1861', 'RESTRICTED:1861']);

describe('a moved entry', () => {
  test('is told of while it is in sight, and not otherwise', () => {
    expect(stepOf(moved('OPEN:1861'), 9, colleague)).toBe('CHANGED');
    expect(stepOf(moved('PROTECTED:1861'), 9, colleague)).toBeNull();
    expect(stepOf(moved('OPEN:1860'), 9, colleague)).toBeNull();
    expect(stepOf(moved('OPEN:1861:LEFT'), 9, colleague)).toBeNull();
    expect(stepOf(moved('NONE'), 9, colleague)).toBeNull();
  });

  test('is gone once for whoever could see it until then, and nothing that comes after is told', () => {
    const gone = moved('PROTECTED:1861', { 'OPEN:1861': 10 });
    expect(stepOf(gone, 9, colleague)).toBe('GONE');
    expect(stepOf(gone, 10, colleague)).toBeNull();
    expect(stepOf({ ...gone, position: 20 }, 15, colleague)).toBeNull();
    expect(stepOf({ ...gone, position: 20 }, 9, colleague)).toBe('GONE');
    expect(stepOf(gone, 9, sees(['OPEN:1860']))).toBeNull();
  });

  test('that became less visible is no other than before for whoever still sees it', () => {
    expect(stepOf(moved('RESTRICTED:1861', { 'OPEN:1861': 10 }), 9, colleague)).toBe('CHANGED');
    expect(stepOf(moved('RESTRICTED:1861', { 'OPEN:1861': 10 }), 9, sees(['OPEN:1861']))).toBe(
      'GONE',
    );
  });

  test('that is known personally is in sight at every level, as long as it works here', () => {
    const self = sees([], [id]);
    expect(stepOf(moved('PROTECTED:1861'), 9, self)).toBe('CHANGED');
    expect(stepOf(moved('PROTECTED:1861:LEFT'), 9, self)).toBeNull();
    expect(stepOf(moved('NONE'), 9, self)).toBeNull();
  });

  test('is told of only to whom it is asked for', () => {
    const here = { municipalityCodes: ['1860'], entryIds: null };
    expect(stepOf(moved('OPEN:1861'), 9, sees(['OPEN:1861'], [id], here))).toBeNull();
    const others = { municipalityCodes: null, entryIds: ['b' as PersonId] };
    expect(stepOf(moved('OPEN:1861'), 9, sees(['OPEN:1861'], [id], others))).toBeNull();
    // Who moves from what is asked for is gone from it.
    const both = sees(['OPEN:1860', 'OPEN:1861'], [], here);
    expect(stepOf(moved('OPEN:1861', { 'OPEN:1860': 10 }), 9, both)).toBe('GONE');
  });
});
