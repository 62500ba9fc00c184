import { expect, test } from '@jest/globals';
import { foldForSearch } from '../../src/staff/names.js';
import { isOneSlip, isOneSlipFromBeginning, slipKeys } from '../../src/staff/slip.js';
import { company, distinctWords, leadsTo, nameWords, tuneQueries } from './heard.js';

const folded = (rule: (typed: string, word: string) => boolean) => (typed: string, word: string) =>
  rule(foldForSearch(typed), foldForSearch(word));
const sharesKey = (typed: string, word: string) => {
  const keys = slipKeys(word);
  return slipKeys(typed).some((key) => keys.includes(key));
};

test('every tuned query with a slip has words that begin an expected name or are one slip from it', () => {
  const queries = tuneQueries('slip');
  expect(queries.length).toBeGreaterThanOrEqual(20);
  const lost = queries.filter((query) => !leadsTo(query, folded(isOneSlip)));
  expect(lost.map(({ typed }) => typed)).toEqual([]);
  const notByKey = queries.filter((query) => !leadsTo(query, folded(sharesKey)));
  expect(notByKey.map(({ typed }) => typed)).toEqual([]);
  expect(queries.filter((query) => leadsTo(query, () => false))).toEqual([]);
});

test('they are one slip from a beginning of it when the last letter of every word is still to come', () => {
  const typing = tuneQueries('slip').map((query) => ({
    ...query,
    typed: nameWords(query.typed)
      .map((word) => word.slice(0, -1))
      .join(' '),
  }));
  const lost = typing.filter((query) => !leadsTo(query, folded(isOneSlipFromBeginning)));
  expect(lost.map(({ typed }) => typed)).toEqual([]);
  const notByKey = typing.filter((query) => !leadsTo(query, folded(sharesKey)));
  expect(notByKey.map(({ typed }) => typed)).toEqual([]);
});

// How many other names an index gives by the keys of a name, and how many of them are one slip away.
test.each([
  [
    'familyName',
    {
      byKey: { words: 321, average: 2.15, most: 13 },
      oneSlip: { words: 321, average: 0.59, most: 4 },
    },
  ],
  [
    'givenName',
    {
      byKey: { words: 323, average: 1.35, most: 10 },
      oneSlip: { words: 323, average: 0.45, most: 3 },
    },
  ],
] as const)('few words of a %s are a slip from another', (part, others) => {
  const words = [...new Set(distinctWords(part).map(foldForSearch))];
  const byKey = company(words, sharesKey);
  expect({ byKey, oneSlip: company(words, isOneSlip) }).toEqual(others);
});
