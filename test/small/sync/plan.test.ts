import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { PersonId } from '../../../src/kernel/ids.js';
import type { PersonRecord } from '../../../src/staff/directory-record.js';
import { plan, type Incoming, type Known } from '../../../src/sync/plan.js';

const record = { displayName: 'Anna' } as PersonRecord;

function known(...entries: readonly [key: string, hash: string, missing?: boolean][]): Known {
  return new Map(
    entries.map(([key, hash, missing = false]) => [
      key,
      { id: `id-${key}` as PersonId, hash, missing, accountState: 'ACTIVE', fields: new Set() },
    ]),
  );
}

function came(key: string, hash: string, person: PersonRecord | null = record): Incoming {
  return { key, hash, level: 'OPEN', person };
}

describe('a plan', () => {
  test('creates what is new, updates what differs, and leaves alone what is the same', () => {
    const result = plan(
      known(['a', '1'], ['b', '1']),
      [came('a', '1'), came('b', '2'), came('c', '1')],
      true,
    );
    expect(result.create.map((one) => one.key)).toEqual(['c']);
    expect(result.update.map((one) => one.key)).toEqual(['b']);
    expect(result.missing).toEqual([]);
  });

  test('keeps the previous values of an entry that could not be read', () => {
    const result = plan(known(['a', '1']), [came('a', '2', null)], true);
    expect([result.update, result.missing]).toEqual([[], []]);
  });

  test('marks as missing only what a complete answer does not have', () => {
    const before = known(['a', '1'], ['b', '1']);
    expect(plan(before, [came('a', '1')], true).missing).toEqual([{ key: 'b', id: 'id-b' }]);
    expect(plan(before, [came('a', '1')], false).missing).toEqual([]);
  });

  test('an empty answer makes nobody missing: a dead directory never fires anybody', () => {
    expect(plan(known(['a', '1']), [], true).missing).toEqual([]);
  });

  test('takes back who was missing', () => {
    expect(plan(known(['a', '1', true]), [came('a', '1')], true).reappear).toEqual([
      { key: 'a', id: 'id-a' },
    ]);
  });

  test('names everybody at most once, whatever came', () => {
    const pairs = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2')),
    );
    const unique = (list: [string, string][]) => [...new Map(list)];
    fc.assert(
      fc.property(pairs, pairs, (before, after) => {
        const now = unique(after).map(([key, hash]) => came(key, hash));
        const { create, update, missing } = plan(known(...unique(before)), now, true);
        const all = [...create, ...update, ...missing].map((one) => one.key);
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });
});
