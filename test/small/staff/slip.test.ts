import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  isOneSlip,
  isOneSlipFromBeginning,
  slipKeyLetters,
  slipKeys,
} from '../../../src/staff/slip.js';
import { growth } from '../../support/growth.js';

describe('one slip is a letter wrong, missing or too many, or two neighbours swapped', () => {
  test.each([
    ['lindberh', 'lindberg', true],
    ['oindberg', 'lindberg', true],
    ['lidberg', 'lindberg', true],
    ['indberg', 'lindberg', true],
    ['lindber', 'lindberg', true],
    ['linndberg', 'lindberg', true],
    ['lindbergg', 'lindberg', true],
    ['xlindberg', 'lindberg', true],
    ['ilndberg', 'lindberg', true],
    ['lindbegr', 'lindberg', true],
    ['lindberg', 'lindberg', false],
    ['lnidbreg', 'lindberg', false],
    ['lxndbxrg', 'lindberg', false],
    ['ldberg', 'lindberg', false],
    ['lniidberg', 'lindberg', false],
    ['dnilberg', 'lindberg', false],
    ['lindx', 'lindberg', false],
    ['', 'e', true],
    ['e', '', true],
    ['e', 'k', true],
    ['', '', false],
    ['😀k', '😃k', true],
    ['ek😀', 'ek', true],
    ['e😀k', 'ek😀', true],
  ])('%s for %s: %s', (typed, word, expected) => {
    expect(isOneSlip(typed, word)).toBe(expected);
  });
});

describe('a slip is seen before the word is typed to its end', () => {
  test.each([
    ['lidb', 'lindberg', true],
    ['lindn', 'lindberg', true],
    ['lnid', 'lindberg', true],
    ['liind', 'lindberg', true],
    ['lindbergs', 'lindberg', true],
    ['lind', 'lindberg', false],
    ['lindberg', 'lindberg', false],
    ['', 'lindberg', false],
    ['lxxd', 'lindberg', false],
    ['lindbergsx', 'lindberg', false],
    ['nlidb', 'lindberg', false],
  ])('%s for %s: %s', (typed, word, expected) => {
    expect(isOneSlipFromBeginning(typed, word)).toBe(expected);
  });
});

// Few letters, so that doubled ones and near words are common.
const letter = fc.constantFrom('a', 'b', 'å', '😀');
const word = fc.string({ unit: letter, maxLength: 9 });

/** A word and all that one slip makes of it, each made by hand of the letters. */
function slipsOf(meant: string): ReadonlySet<string> {
  const letters = Array.from(meant);
  const spaces = Array.from({ length: letters.length + 1 }, (_, at) => at);
  const replaced = (at: number, taken: number, by: readonly string[]) =>
    letters.toSpliced(at, taken, ...by).join('');
  const all = spaces.flatMap((at) => {
    const pair = letters.slice(at, at + 2);
    return [
      replaced(at, 1, []),
      replaced(at, 2, pair.toReversed()),
      ...Array.from('abå😀').flatMap((one) => [replaced(at, 0, [one]), replaced(at, 1, [one])]),
    ];
  });
  return new Set(all.filter((one) => one !== meant));
}

/** Two words of which the one is often a slip from the other or from a beginning of it. */
const pair = fc.tuple(word, word, fc.nat(), fc.nat(9)).chain(([meant, other, pick, cut]) => {
  const near = [...slipsOf(Array.from(meant).slice(0, cut).join(''))];
  return fc.constantFrom([near[pick % near.length] ?? '', meant] as const, [other, meant] as const);
});
const many = { numRuns: 5000 };

test('it is one slip when a change by hand makes the one word of the other, and both ways', () => {
  fc.assert(
    fc.property(pair, ([typed, meant]) => {
      expect(isOneSlip(typed, meant)).toBe(slipsOf(meant).has(typed));
      expect(isOneSlip(meant, typed)).toBe(isOneSlip(typed, meant));
    }),
    many,
  );
});

test('it is one slip from the beginning when it is one from some beginning, and is none itself', () => {
  fc.assert(
    fc.property(pair, ([typed, meant]) => {
      const letters = Array.from(meant);
      const beginnings = [...letters.keys(), letters.length].map((end) =>
        letters.slice(0, end).join(''),
      );
      expect(isOneSlipFromBeginning(typed, meant)).toBe(
        !beginnings.includes(typed) && beginnings.some((one) => isOneSlip(typed, one)),
      );
    }),
    many,
  );
});

const shareKey = (one: string, other: string) => {
  const keys = slipKeys(other);
  return slipKeys(one).some((key) => keys.includes(key));
};

test('words that are one slip apart, or none, share a key', () => {
  fc.assert(
    fc.property(word, fc.nat(), (meant, pick) => {
      const near = [meant, ...slipsOf(meant)];
      const typed = near[pick % near.length] ?? '';
      expect([typed, meant, shareKey(typed, meant)]).toEqual([typed, meant, true]);
    }),
    many,
  );
});

test('a word of five letters and more shares a key with one of which it is a slip from a beginning', () => {
  let seen = 0;
  fc.assert(
    fc.property(pair, ([typed, meant]) => {
      if (Array.from(typed).length < slipKeyLetters || !isOneSlipFromBeginning(typed, meant))
        return;
      seen += 1;
      expect([typed, meant, shareKey(typed, meant)]).toEqual([typed, meant, true]);
    }),
    many,
  );
  expect(seen).toBeGreaterThan(500);
});

test('a word has a key more than letters, up to five, and one less for each doubled letter', () => {
  expect(slipKeys('ek')).toEqual(['ek', 'k', 'e']);
  expect(slipKeys('lindberg')).toEqual(['lindb', 'indb', 'lndb', 'lidb', 'linb', 'lind']);
  expect(slipKeys('anna')).toEqual(['anna', 'nna', 'ana', 'ann']);
  expect(slipKeys('')).toEqual(['']);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const letters = Array.from(text).slice(0, 5);
      const doubled = letters.filter((one, at) => at > 0 && one === letters[at - 1]).length;
      expect(slipKeys(text)).toHaveLength(letters.length + 1 - doubled);
    }),
    many,
  );
});

test.each(['a', '\0', '😀', '\u202e', '\ud83d'])('100 kB of %j end in linear time', (unit) => {
  const type = (text: string) => {
    expect(isOneSlip(`${text}ek`, `${text}ke`)).toBe(true);
    expect(isOneSlip(`x${text}`, `${text}x`)).toBe(false);
    expect(isOneSlipFromBeginning(`x${text}`, `${text}ek`)).toBe(true);
    expect(slipKeys(text).length).toBeLessThanOrEqual(6);
  };
  expect(growth(type, unit.repeat(500), unit.repeat(50_000))).toBeLessThan(1_000);
});
