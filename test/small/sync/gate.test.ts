import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  gate,
  heldHash,
  isApproved,
  type GateFacts,
  type GatePerson,
} from '../../../src/sync/gate.js';

const whole: GatePerson = { accountState: 'ACTIVE', fields: new Set(['title', 'email', 'direct']) };
const disabled: GatePerson = { ...whole, accountState: 'DISABLED' };
const numberless: GatePerson = { ...whole, fields: new Set(['title', 'email']) };
const keys = (n: number, from = 0) => Array.from({ length: n }, (_, i) => `k${from + i}`);
const people = (n: number) => new Map(keys(n).map((key) => [key, whole]));
const changed = (n: number, to: GatePerson) => new Map(keys(n).map((key) => [key, to]));

function facts(different: Partial<GateFacts>): GateFacts {
  const none = { changed: new Map(), created: [], missing: [], recent: new Set<string>() };
  const past = { readBefore: true, configurationChanged: false };
  return { ...past, before: people(1000), ...none, ...different };
}

describe('R3: mass loss', () => {
  test('is more than ten, and more than one in twenty', () => {
    expect(gate(facts({ missing: keys(50) }))).toBeNull();
    expect(gate(facts({ missing: keys(51) }))?.rules).toEqual(['MASS_LOSS']);
    expect(gate(facts({ before: people(40), missing: keys(10) }))).toBeNull();
    expect(gate(facts({ before: people(40), missing: keys(11) }))?.rules).toEqual(['MASS_LOSS']);
  });

  test('counts those who are missing and those who are disabled together', () => {
    const both = facts({ missing: keys(30, 500), changed: changed(21, disabled) });
    expect(gate(both)?.held).toHaveLength(51);
    expect(gate(facts({ missing: keys(30, 500), changed: changed(20, disabled) }))).toBeNull();
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
    expect(gate(facts({ changed: changed(60, disabled), recent }))).toBeNull();
    expect(gate(facts({ recent }))).toBeNull();
  });
});

test('R4: a field that vanishes from more than one in ten of those who had it', () => {
  expect(gate(facts({ changed: changed(100, numberless) }))).toBeNull();
  const held = gate(facts({ changed: changed(101, numberless) }));
  expect(held?.rules).toEqual(['FIELD_LOSS']);
  expect(held?.held).toContain('LOST:direct:k0');
  expect(gate(facts({ before: people(20), changed: changed(5, numberless) }))).toBeNull();
});

test('R5: mass creation is held, but not in the first run', () => {
  const created = keys(201, 5000);
  expect(gate(facts({ created: created.slice(1) }))).toBeNull();
  expect(gate(facts({ created }))?.rules).toEqual(['MASS_CREATION']);
  expect(gate(facts({ created, readBefore: false, before: new Map() }))).toBeNull();
});

test('R7: a directory that was rebuilt, with everybody new, is held whole', () => {
  const rebuilt = gate(facts({ missing: keys(1000), created: keys(1000, 5000) }));
  expect(rebuilt?.rules).toEqual(['MASS_LOSS', 'MASS_CREATION', 'REBUILT']);
  expect(rebuilt?.held).toHaveLength(2000);
});

test('R1: a changed configuration removes nobody unasked, however few, and may add and change', () => {
  const configurationChanged = true;
  expect(
    gate(facts({ configurationChanged, created: keys(3, 5000), changed: changed(3, whole) })),
  ).toBeNull();
  expect(gate(facts({ configurationChanged, missing: keys(1) }))).toEqual({
    rules: ['CONFIGURATION_CHANGED'],
    held: ['MISSING:k0'],
  });
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
        if (gate(facts({ before: people(1000), missing, recent: gone })) === null)
          for (const key of missing) gone.add(`MISSING:${key}`);
      }
      expect(gone.size).toBeLessThanOrEqual(50);
    }),
  );
});
