import { expect, test } from '@jest/globals';
import { judgedQueries, queryKinds, type JudgedQuery, type QueryKind } from './judged.js';
import { oneSlipApart } from './one-slip.js';
import { wordsOf, written, type Written } from './written.js';

const of = (...kinds: readonly QueryKind[]) =>
  judgedQueries.filter(({ kind }) => kinds.includes(kind));
const entriesOf = ({ expected }: JudgedQuery) => expected.flatMap((key) => written.get(key) ?? []);
/** The queries for which something does not hold of an entry that they expect. */
const faulty = (
  queries: readonly JudgedQuery[],
  holds: (words: readonly string[], entry: Written) => boolean,
) =>
  queries
    .filter((query) => !entriesOf(query).every((entry) => holds(wordsOf(query.typed), entry)))
    .map(({ typed }) => typed);
const begins = (words: readonly string[], start: string) =>
  words.some((word) => word.startsWith(start));
/** Of callers' words one is the other's beginning: snöröjning, snöröjningen. */
const akin = (words: readonly string[], typed: string) =>
  words.some((word) => word.length > 2 && (word.startsWith(typed) || typed.startsWith(word)));

test('there are at least 40 queries of each kind, and each kind has two halves', () => {
  for (const kind of queryKinds) {
    const queries = of(kind);
    expect(queries.length).toBeGreaterThanOrEqual(40);
    const kept = queries.filter(({ half }) => half === 'kept').length;
    expect(Math.abs(queries.length - 2 * kept)).toBeLessThanOrEqual(1);
  }
  expect(judgedQueries.length).toBeGreaterThanOrEqual(360);
});

test('no query stands there twice, and every entry that one expects is in the directory, once', () => {
  const asked = judgedQueries.map(({ typed, askedFrom }) => `${typed.toLowerCase()} ${askedFrom}`);
  expect(asked.filter((one, at) => asked.indexOf(one) < at)).toEqual([]);
  const expected = judgedQueries.flatMap((query) => query.expected);
  expect(expected.filter((key) => !written.has(key))).toEqual([]);
  const twice = judgedQueries.filter(
    (query) => new Set(query.expected).size < query.expected.length,
  );
  expect(twice).toEqual([]);
});

test('at least 50 queries are about people who share a surname', () => {
  const holders = new Map<string, number>();
  for (const { familyName } of written.values())
    if (familyName !== null) holders.set(familyName, (holders.get(familyName) ?? 0) + 1);
  const shared = of('name', 'abbreviated', 'sound', 'slip', 'mixed').filter((query) =>
    entriesOf(query).every(
      ({ familyName, title }) =>
        familyName !== null &&
        (holders.get(familyName) ?? 0) > 1 &&
        // A query by title and unit alone is not about a name.
        (query.kind !== 'mixed' ||
          wordsOf(query.typed).some((word) => wordsOf(familyName).includes(word))) &&
        title.length > 0,
    ),
  );
  expect(shared.length).toBeGreaterThanOrEqual(50);
});

test('the words of a name stand in the name, and the parts of an abbreviated one begin its words', () => {
  expect(
    faulty(of('name'), (words, { name }) => words.every((word) => name.includes(word))),
  ).toEqual([]);
  expect(
    faulty(of('abbreviated'), (words, { name }) => words.every((word) => begins(name, word))),
  ).toEqual([]);
  expect(
    faulty(of('abbreviated'), (words, { name }) => words.some((word) => !name.includes(word))),
  ).toEqual([]);
});

test('what only sounds like the name, or is misspelt, is written otherwise on the entry', () => {
  const asWritten = (words: readonly string[], { name }: Written) =>
    words.every((word) => name.includes(word));
  const misspelt = of('sound', 'slip').filter((query) => query.expected.length === 1);
  expect(misspelt.length).toBeGreaterThan(80);
  expect(faulty(misspelt, (words, entry) => !asWritten(words, entry))).toEqual([]);
});

test('a slip is one letter wrong, missing, doubled or swapped, in one word', () => {
  const slips = (words: readonly string[], { name }: Written) =>
    words
      .filter((word) => !name.includes(word))
      .map((word) => name.some((meant) => oneSlipApart(word, meant)));
  expect(faulty(of('slip'), (words, entry) => String(slips(words, entry)) === 'true')).toEqual([]);
});

test('the words of a title or a unit begin those that stand there', () => {
  expect(
    faulty(of('title'), (words, { title }) => words.every((word) => begins(title, word))),
  ).toEqual([]);
  const named = (words: readonly string[], { name, subjects }: Written) =>
    words.every((word) => akin(name, word) || akin(subjects, word) || name.includes(word));
  expect(faulty(of('unit'), named)).toEqual([]);
});

test('a subject leads to the entry by a word that the directory has for it', () => {
  const leads = (words: readonly string[], { subjects }: Written) =>
    words.every((word) => akin(subjects, word) || subjects.includes(word));
  expect(faulty(of('subject'), leads)).toEqual([]);
});

test('the digits of a number are the last of the entry and of nobody else in sight', () => {
  for (const { typed, askedFrom, expected } of of('number')) {
    const digits = typed.replaceAll(/\D/g, '').slice(-7);
    const holders = [...written.values()].filter(
      (entry) =>
        (askedFrom === null || entry.key.startsWith(`${askedFrom}/`)) &&
        (entry.employeeId === digits || entry.digits.some((number) => number.endsWith(digits))),
    );
    expect([typed, ...holders.map(({ key }) => key)]).toEqual([typed, ...expected]);
  }
});

test('a mixed query is of words that stand on the entry or lead to it, and not of the name alone', () => {
  const stands = (words: readonly string[], entry: Written) => {
    const all = [...entry.name, ...entry.title, ...entry.around, ...entry.subjects];
    return words.every((word) => all.some((one) => one.includes(word)));
  };
  expect(faulty(of('mixed'), stands)).toEqual([]);
  expect(
    faulty(of('mixed'), (words, { name }) => words.some((word) => !name.includes(word))),
  ).toEqual([]);
});
