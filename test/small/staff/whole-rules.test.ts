// Rules over text have a short way for ordinary values. It must never give anything but the whole rule.
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { foldAnyWriting, foldWriting } from '../../../src/staff/fold-writing.js';
import { cleanAnyText, cleanText, foldAnyText, foldForSearch } from '../../../src/staff/names.js';
import { anyPasses, containsNationalId } from '../../../src/staff/national-id.js';
import {
  splitAnyNumbers,
  splitNumbers,
  takeAnyApart,
  takeApart,
} from '../../../src/staff/number-parts.js';
import { everyUnit, textOf } from '../../support/hostile-text.js';

const names = textOf(['Anna-Karin', 'Lindström', 'Åsa', 'ÉÇÑ', "O'Brien", ' ', '-', '(vik.)', '2']);
const ids = textOf(
  ['8001019804', '19', '800101', '9804', '98', '04', '-', '+', ' '],
  ['٨٠٠١٠١', '０１', 'a', '1', '000229', '9816', '07017406', '07'],
);
const numbers = textOf(
  ['0582', '00', '12', '34', '1240', '070-174', '06', '+46', '(0)', '(', ')', '-', ' ', '.'],
  ['/', ',', ';', '|', ' eller ', 'ankn ', 'x', 'Tel: ', 'tel:', ';ext=', ';phone-context=+46'],
);
const bareNumbers = textOf(['0582', '00', '+46', '(0)', '-', '.', ' ', '  ', '\u00a0', '\t']);
const many = { numRuns: 2000 };

test('cleaning, up to any length', () => {
  fc.assert(
    fc.property(names, fc.nat(40), (text, length) => {
      expect(cleanText(text, length)).toBe(cleanAnyText(text, length));
    }),
    many,
  );
});

test.each([
  ['folding for search', foldForSearch, foldAnyText, names],
  ['folding of writing', foldWriting, foldAnyWriting, fc.oneof(names, ids, numbers)],
])('%s', (_, rule, whole, texts) => {
  fc.assert(
    fc.property(texts, (text) => expect(rule(text)).toBe(whole(text))),
    many,
  );
});

test('looking for identity numbers', () => {
  fc.assert(
    fc.property(fc.oneof(ids, numbers), (text) => {
      expect(containsNationalId(text)).toBe(anyPasses(foldAnyWriting(text)));
    }),
    many,
  );
});

test('an identity number is found, whatever is hidden between its digits', () => {
  const hidden = fc.array(
    fc.constantFrom('\u00ad', '\u200b', '\u200e', '\u202e', '\ufeff', '\ud83d', '\0'),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(fc.array(hidden, { minLength: 10, maxLength: 10 }), (between) => {
      const id = Array.from('8001019804', (digit, i) => digit + between[i]?.join('')).join('');
      expect(containsNationalId(id)).toBe(true);
    }),
  );
});

test('parting and taking apart numbers', () => {
  fc.assert(
    fc.property(fc.oneof(numbers, bareNumbers), (text) => {
      expect(splitNumbers(text)).toEqual(splitAnyNumbers(text));
      expect(takeApart(text)).toEqual(takeAnyApart(text));
    }),
    many,
  );
});

test('every character, alone and between others', () => {
  const mistaken = everyUnit().filter(
    (text) =>
      cleanText(text, 40) !== cleanAnyText(text, 40) ||
      foldForSearch(text) !== foldAnyText(text) ||
      foldWriting(text) !== foldAnyWriting(text) ||
      JSON.stringify(takeApart(text)) !== JSON.stringify(takeAnyApart(text)),
  );
  expect(mistaken).toEqual([]);
});
