import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { gate, heldHash, isApproved, type GateFacts } from '../../../src/sync/gate.js';

const keys = (n: number, from = 0) => Array.from({ length: n }, (_, i) => `k${from + i}`);
const people = (active: number): GateFacts['before'] => ({
  active,
  kinds: new Map([
    ['EMPLOYEE', active - 4],
    ['ELECTED_REPRESENTATIVE', 4],
  ] as const),
  fields: new Map([['direct', active]] as const),
});

function facts(different: Partial<GateFacts>): GateFacts {
  return {
    readBefore: true,
    newConfiguration: null,
    before: people(1000),
    seen: 1000,
    created: [],
    missing: [],
    missingKinds: new Map(),
    disabled: [],
    lost: new Map(),
    rejected: [],
    relinked: [],
    marksLost: [],
    hidden: new Set<string>(),
    recent: new Set<string>(),
    ...different,
  };
}

describe('R3: mass loss', () => {
  test('is more than ten, and more than one in twenty', () => {
    expect(gate(facts({ missing: keys(50) }))).toBeNull();
    expect(gate(facts({ missing: keys(51) }))?.rules).toEqual(['MASS_LOSS']);
    expect(gate(facts({ before: people(40), missing: keys(10) }))).toBeNull();
    expect(gate(facts({ before: people(40), missing: keys(11) }))?.rules).toEqual(['MASS_LOSS']);
  });

  test('counts those who are missing and those who are disabled together', () => {
    const both = facts({ missing: keys(30, 500), disabled: keys(21) });
    expect(gate(both)?.held).toHaveLength(51);
    expect(gate(facts({ missing: keys(30, 500), disabled: keys(20) }))).toBeNull();
  });

  test('adds up over seven days, so that nobody is bled a few per cent at a time', () => {
    const recent = new Set(keys(45, 900).map((key) => `MISSING:${key}`));
    expect(gate(facts({ missing: keys(5), recent }))).toBeNull();
    expect(gate(facts({ missing: keys(6), recent }))?.held).toEqual(
      keys(6).map((key) => `MISSING:${key}`),
    );
  });

  test('is not the same loss counted twice, and an ordinary run after many losses passes', () => {
    const recent = new Set(keys(60).map((key) => `DISABLED:${key}`));
    expect(gate(facts({ disabled: keys(60), recent }))).toBeNull();
    expect(gate(facts({ recent }))).toBeNull();
  });
});

test('R4: a field that vanishes from more than one in ten of those who had it', () => {
  const lost = (n: number) => new Map([['direct', keys(n)]] as const);
  expect(gate(facts({ lost: lost(100) }))).toBeNull();
  const held = gate(facts({ lost: lost(101) }));
  expect(held?.rules).toEqual(['FIELD_LOSS']);
  expect(held?.held).toContain('LOST:direct:k0');
  expect(gate(facts({ before: people(20), lost: lost(5) }))).toBeNull();
});

test('R5: mass creation is held, but not in the first run', () => {
  const created = keys(201, 5000);
  expect(gate(facts({ created: created.slice(1) }))).toBeNull();
  expect(gate(facts({ created }))?.rules).toEqual(['MASS_CREATION']);
  expect(gate(facts({ created, readBefore: false, before: people(4) }))).toBeNull();
});

describe('R7: a directory that was rebuilt', () => {
  test('with everybody new is held whole', () => {
    const rebuilt = gate(facts({ missing: keys(1000), created: keys(1000, 5000) }));
    expect(rebuilt?.rules).toEqual(['MASS_LOSS', 'MASS_CREATION', 'REBUILT']);
    expect(rebuilt?.held).toHaveLength(2000);
  });

  test('with the same employee ids is held whole too, as links and not as losses', () => {
    const relinked = keys(600).map((key) => `${key}:new-${key}`);
    const rebuilt = gate(facts({ relinked }));
    expect(rebuilt?.rules).toEqual(['REBUILT']);
    expect(rebuilt?.held).toContain('RELINK:k0:new-k0');
    expect(gate(facts({ relinked: relinked.slice(0, 400) }))).toBeNull();
  });
});

test('R1: a changed configuration is looked at first, and removes nobody unasked', () => {
  const newConfiguration = 'c2';
  expect(gate(facts({ newConfiguration }))).toEqual({
    rules: ['CONFIGURATION_CHANGED'],
    held: ['CONFIGURATION:c2'],
  });
  expect(gate(facts({ newConfiguration, missing: keys(1) }))?.held).toEqual([
    'CONFIGURATION:c2',
    'MISSING:k0',
  ]);
  expect(gate(facts({ newConfiguration, readBefore: false }))).toBeNull();
});

test('everybody of one kind is held, however few they are', () => {
  const missing = keys(4);
  const all = gate(facts({ missing, missingKinds: new Map([['ELECTED_REPRESENTATIVE', 4]]) }));
  expect(all?.rules).toEqual(['KIND_LOSS']);
  expect(all?.held).toContain('KIND:ELECTED_REPRESENTATIVE');
  const some = new Map([['ELECTED_REPRESENTATIVE', 3]] as const);
  expect(gate(facts({ missing: missing.slice(1), missingKinds: some }))).toBeNull();
});

test('what is held of new PROTECTED people does not say what it is', () => {
  const held = gate(facts({ created: keys(201, 5000), hidden: new Set(['k5000']) }))?.held;
  expect([held?.includes('HIDDEN:k5000'), held?.includes('CREATED:k5000')]).toEqual([true, false]);
});

test('a confidentiality mark that is on nobody any more is held: a lost read right looks so', () => {
  expect(gate(facts({ marksLost: ['group 1'] }))).toEqual({
    rules: ['MARKS_LOST'],
    held: ['MARK:group 1'],
  });
});

test('more than one entry in twenty that cannot be read is held', () => {
  expect(gate(facts({ rejected: keys(50) }))).toBeNull();
  expect(gate(facts({ rejected: keys(51) }))?.rules).toEqual(['MASS_REJECTION']);
  expect(gate(facts({ rejected: keys(10), seen: 20 }))).toBeNull();
});

describe('an approval', () => {
  const set = ['MISSING:a', 'MISSING:b', 'MISSING:c'];

  test('covers its own set and every part of it, and nothing beyond', () => {
    expect(isApproved(set, [set])).toBe(true);
    expect(isApproved(['MISSING:b'], [set])).toBe(true);
    expect(isApproved(['MISSING:b', 'DISABLED:a'], [set])).toBe(false);
    expect(isApproved(['MISSING:b', 'MISSING:d'], [set, ['MISSING:d']])).toBe(false);
    expect(isApproved(set, [])).toBe(false);
  });

  test('is named by the set alone', () => {
    expect(heldHash(set)).toBe(heldHash([...set]));
    expect(heldHash(set)).not.toBe(heldHash(set.slice(1)));
  });
});

test('however the losses are spread over a week, no more than the limit passes unasked', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 20 }), (days) => {
      const gone = new Set<string>();
      let next = 0;
      for (const count of days) {
        const missing = keys(count, next);
        next += count;
        if (gate(facts({ missing, recent: gone })) === null)
          for (const key of missing) gone.add(`MISSING:${key}`);
      }
      expect(gone.size).toBeLessThanOrEqual(50);
    }),
  );
});
