import { describe, expect, test } from '@jest/globals';
import { contentOf, hashOf, nextSeal, rangesOf } from '../../../src/audit/seal-hash.js';
import type { Seal, SealedLine } from '../../../src/store/seal.js';
import { now } from '../../support/people.js';

const line = (id: string): SealedLine => ({ id, month: '2026-11', line: `["${id}"]` });

const seal: Seal = nextSeal(
  null,
  {
    municipality: '1861',
    month: '2026-11',
    dropped: false,
    ids: '{[1,2)}',
    rows: 1,
    content: 'abc',
  },
  now,
);

describe('the ids of a seal', () => {
  test('are written as PostgreSQL writes them: neighbours in one range, and no id twice', () => {
    expect(rangesOf(['1', '2', '3', '7', '9', '9', '10'].map(line))).toBe('{[1,4),[7,8),[9,11)}');
  });

  test('beyond what a number of JavaScript holds are exact', () => {
    expect(rangesOf([line('9007199254740993')])).toBe('{[9007199254740993,9007199254740994)}');
  });
});

describe('the hash of a seal', () => {
  test.each(Object.keys(seal).filter((name) => name !== 'hash'))('covers %s', (name) => {
    const value = seal[name as keyof Seal];
    const other = typeof value === 'boolean' ? !value : typeof value === 'number' ? 99 : 'x';
    expect(hashOf({ ...seal, [name]: other })).not.toBe(seal.hash);
  });

  test('depends on the order of the rows', () => {
    expect(contentOf([line('1'), line('2')])).not.toBe(contentOf([line('2'), line('1')]));
  });
});

test('a seal follows the one before: its number, its hash', () => {
  const next = nextSeal(seal, { ...seal, rows: 2 }, now);
  expect(next).toMatchObject({ number: 2, previous: seal.hash });
  expect(seal).toMatchObject({ number: 1, previous: '', sealedAt: '2026-11-24T09:00:00.000000Z' });
});
