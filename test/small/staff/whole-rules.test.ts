// Rules over text have a short way for ordinary values. It must never give anything but the whole rule.
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { foldAnyWriting, foldWriting } from '../../../src/staff/fold-writing.js';
import { cleanAnyText, cleanText, foldAnyText, foldForSearch } from '../../../src/staff/names.js';
import { anyPasses, containsNationalId } from '../../../src/staff/national-id.js';
import {
  splitAnyNumbers,
  splitNumbers,
  takeAnyApart,
  takeApart,
} from '../../../src/staff/number-parts.js';
import { possibleNumber } from '../../../src/staff/possible-number.js';
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
const dialled = fc
  .tuple(
    fc.constantFrom('46', '460', '4600', '358', '39', '390', '49', '490', '1', '7', '44', '999'),
    fc.stringMatching(/^\d{0,17}$/),
  )
  .map(([country, rest]) => `+${country}${rest}`);
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

/** Asks the library all about a number, and again about what it makes of it. */
function judged(number: string): string | null {
  const phone = parsePhoneNumberFromString(number);
  if (phone === undefined || !phone.isPossible()) return null;
  return parsePhoneNumberFromString(phone.number)?.number === phone.number ? phone.number : null;
}

test('whether a number is possible', () => {
  fc.assert(
    fc.property(dialled, (number) => expect(possibleNumber(number)).toBe(judged(number))),
    many,
  );
});

test('whether a Swedish number is possible, however it begins and however long it is', () => {
  for (let beginning = 0; beginning <= 999; beginning += 1) {
    for (let rest = 0; rest <= 15; rest += 1) {
      const number = `+46${beginning}${'0123456789123456'.slice(0, rest)}`;
      if (possibleNumber(number) !== judged(number))
        expect(number).toBe('judged as the library does');
    }
  }
});
