import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { ProtectionLevel } from '../../../src/kernel/words.js';
import type { PersonRecord } from '../../../src/staff/directory-record.js';
import type { Incoming } from '../../../src/sync/incoming.js';
import type { Known, KnownPerson, PersonState } from '../../../src/sync/known-people.js';
import { Plan } from '../../../src/sync/plan.js';

const record: PersonRecord = {
  displayName: 'Anna',
  givenName: null,
  familyName: null,
  title: 'Lärare',
  email: null,
  employeeId: '7',
  kind: 'EMPLOYEE',
  accountState: 'ACTIVE',
  dn: 'cn=anna',
  unitDn: null,
  managerDn: null,
  numbers: [],
};
const state: PersonState = {
  accountState: 'ACTIVE',
  kind: 'EMPLOYEE',
  missing: false,
  filled: new Set(['title', 'employeeId']),
};

function known(
  people: Readonly<Record<string, Partial<PersonState> & { hash?: string }>>,
  levels: Readonly<Record<string, ProtectionLevel>> = {},
): Known {
  const entries = Object.entries(people).map(([key, { hash = '1', ...different }]) => {
    const person: KnownPerson = { hash, state: { ...state, ...different }, seenBy: null };
    return [key, person] as const;
  });
  return { people: new Map(entries), levels: new Map(Object.entries(levels)) };
}

function came(key: string, different: Partial<Incoming> = {}): Incoming {
  return {
    key,
    hash: '2',
    level: 'OPEN',
    marks: [],
    unchanged: false,
    person: record,
    units: [],
    rejections: [],
    ...different,
  };
}

function planned(before: Known, ...incoming: Incoming[]) {
  const plan = new Plan(before);
  const given = incoming.map((one) => plan.add(one));
  return { plan, writes: given.map((one) => one.write?.key), rises: given.map((one) => one.rise) };
}

describe('a plan', () => {
  test('creates what is new, updates what differs, and leaves alone what is the same', () => {
    const same = came('a', { unchanged: true, person: null });
    const { plan, writes } = planned(known({ a: {}, b: {} }), same, came('b'), came('c'));
    expect(writes).toEqual([undefined, 'b', 'c']);
    expect([[...plan.created], plan.updated, plan.missing()]).toEqual([[['c', '7']], ['b'], []]);
  });

  test('keeps the previous values of an entry that could not be read, and does not miss it', () => {
    const { plan, writes } = planned(known({ a: {} }), came('a', { person: null }));
    expect([writes, plan.updated, plan.missing(), plan.rejected]).toEqual([
      [undefined],
      [],
      [],
      ['a'],
    ]);
  });

  test('misses whom the answer does not have, once', () => {
    const { plan } = planned(known({ a: {}, b: {}, c: { missing: true } }), came('a'));
    expect(plan.missing()).toEqual(['b']);
  });

  test('starts from nobody seen when the next server is asked', () => {
    const before = known({ a: {}, b: {} });
    planned(before, came('a'), came('b'));
    const { plan } = planned(before, came('b'));
    expect([plan.seen, plan.missing(), plan.rejections]).toEqual([1, ['a'], []]);
  });

  test('takes back who was missing, changed or not', () => {
    const before = known({ a: { missing: true }, b: { missing: true } });
    const { plan } = planned(before, came('a'), came('b', { unchanged: true, person: null }));
    expect(plan.reappeared).toEqual(['a', 'b']);
  });

  test('tells accounts that are disabled, in use again, and fields that are lost', () => {
    const before = known({ a: {}, b: { accountState: 'DISABLED' } });
    const disabled = { ...record, accountState: 'DISABLED', title: null } as const;
    const { plan } = planned(before, came('a', { person: disabled }), came('b'));
    expect([plan.disabled, plan.enabled, [...plan.lost]]).toEqual([
      ['a'],
      ['b'],
      [['title', ['a']]],
    ]);
  });

  test('takes the first of two entries with one key, and reports the second', () => {
    const { plan, writes } = planned(known({}), came('a'), came('a'));
    expect(writes).toEqual(['a', undefined]);
    expect(plan.rejections).toEqual([{ key: 'a', field: null, code: 'DUPLICATE_KEY' }]);
  });

  test('raises a level, and never lowers one', () => {
    const before = known({ a: {}, b: {}, c: {} }, { b: 'PROTECTED', c: 'RESTRICTED' });
    const { rises } = planned(
      before,
      came('a', { level: 'RESTRICTED' }),
      came('b', { level: 'RESTRICTED' }),
      came('c', { level: 'PROTECTED' }),
    );
    expect(rises).toEqual([
      { key: 'a', level: 'RESTRICTED' },
      null,
      { key: 'c', level: 'PROTECTED' },
    ]);
  });

  test('raises the level of an unchanged entry, of one that could not be read, and of one that is known missing', () => {
    const level = 'PROTECTED' as const;
    const { rises } = planned(
      known({ a: {}, b: {}, c: { missing: true } }),
      came('a', { level, unchanged: true, person: null }),
      came('b', { level, person: null }),
      came('c', { level }),
    );
    expect(rises.map((rise) => rise?.key)).toEqual(['a', 'b', 'c']);
  });

  test('counts nobody who is PROTECTED, before or now, and tells of nothing that was wrong with them', () => {
    const rejections = [{ key: 'a', field: 'title', code: 'NOT_UTF8' }] as const;
    const { plan } = planned(
      known({ a: {}, b: {} }, { a: 'PROTECTED' }),
      came('a', { rejections }),
      came('b'),
      came('c', { level: 'PROTECTED' }),
    );
    expect([plan.seen, plan.countSeen()]).toEqual([3, 1]);
    expect([plan.count(plan.updated), plan.count(plan.created.keys())]).toEqual([1, 0]);
    expect(plan.rejections).toEqual([]);
  });

  test('names everybody at most once, whatever came', () => {
    const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const people = Object.fromEntries(before.map((key) => [key, {}]));
        const { plan } = planned(known(people), ...after.map((key) => came(key)));
        const all = [...plan.created.keys(), ...plan.updated, ...plan.missing()];
        expect(new Set(all).size).toBe(all.length);
        expect(new Set(all)).toEqual(new Set([...before, ...after]));
      }),
    );
  });
});
