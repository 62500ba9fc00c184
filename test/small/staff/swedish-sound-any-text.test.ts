import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { foldForSearch } from '../../../src/staff/names.js';
import { soundOf, soundsMeant } from '../../../src/staff/swedish-sound.js';
import { growth } from '../../support/growth.js';
import { textOf } from '../../support/hostile-text.js';

const names = textOf(
  [
    'Sch',
    'sj',
    'stj',
    'ch',
    'gn',
    'ng',
    'dt',
    'tz',
    'ie',
    'von',
    'sson',
    'qvist',
    'x',
    'w',
    'h',
    'c',
  ],
  [
    'a',
    'e',
    'i',
    'o',
    'u',
    'y',
    'å',
    'ä',
    'ö',
    'é',
    'ü',
    'š',
    'ć',
    'j',
    'k',
    'g',
    'd',
    't',
    '-',
    ' ',
  ],
);
const anyText = fc.oneof(names, fc.string({ unit: 'binary' }));
const letters = fc.string({
  unit: fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzåäö')),
  minLength: 1,
  maxLength: 14,
});
const many = { numRuns: 2000 };

test('of any text there is a code of at most 20 sounds, and what may be meant begins with it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const sound = soundOf(text);
      expect(sound).toMatch(/^[A-Zaeioöj.]{0,20}$/);
      expect(sound).not.toMatch(/(.)\1/);
      const meant = soundsMeant(text);
      expect(meant.slice(0, 1)).toEqual(sound === '' ? [] : [sound]);
      expect(meant.length).toBeLessThanOrEqual(3);
      for (const other of meant) expect(other).toMatch(/^[A-Zaeioöj.]{1,20}$/);
    }),
    many,
  );
});

test('of a word that is longer than any name 20 sounds are kept', () => {
  expect(soundOf('lindberg'.repeat(20))).toHaveLength(20);
});

test('a doubled letter is not heard', () => {
  fc.assert(
    fc.property(letters, fc.nat(13), (word, where) => {
      const at = where % word.length;
      expect(soundOf(word.slice(0, at + 1) + word.slice(at))).toBe(soundOf(word));
    }),
    many,
  );
});

test('capitals, and marks apart from their letters, are heard as well', () => {
  fc.assert(
    fc.property(letters, (word) => {
      expect(soundOf(word.toUpperCase().normalize('NFD'))).toBe(soundOf(word));
    }),
    many,
  );
});

test('what is without marks is among what may be meant, wherever the first vowel alone has one', () => {
  const name = fc
    .tuple(
      fc.constantFrom('', 'b', 'sk', 'g', 'k', 'st', 'h', 'stj', 'fj', 'l', 'r'),
      fc.constantFrom('å', 'ä', 'ö'),
      fc.constantFrom('rn', 'kman', 'gg', 'strand', 'll', 'berg', 'kvist', 'sson', 'rje', 'by'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(name, (word) => expect(soundsMeant(foldForSearch(word))).toContain(soundOf(word))),
  );
});

test.each(['', ' ', '12', '😀', '\0', '\u200f\u202e', 'Ольга', 'محمد', '--', '\u0301', '\ud83d'])(
  'nothing is heard of %j',
  (text) => {
    expect(soundOf(text)).toBe('');
    expect(soundsMeant(text)).toEqual([]);
  },
);

test.each(['\0', '\u200f', '\u202e', '\u00ad', '😀', '\ud83d', "'", '9'])(
  '%j within a name is not heard',
  (sign) => {
    for (const name of ['Skiöld', 'Gustafsson', 'Petrović'])
      expect(soundOf(name.split('').join(sign))).toBe(soundOf(name));
  },
);

test.each(['a', 'j', 'bi', 'ngt', 'Å', '\u0301\u0316', '😀', 'ﷺ'])(
  '100 kB of %j end in linear time',
  (unit) => {
    const hear = (text: string) => {
      expect(soundOf(`sköld${text}`)).toMatch(/^X/);
      expect(soundsMeant(`skold${text}`).length).toBeGreaterThan(0);
    };
    expect(growth(hear, unit.repeat(500), unit.repeat(50_000))).toBeLessThan(1_000);
  },
);
