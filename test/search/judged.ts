import { placeNames, type Place } from './directory/facts.js';
import { cell, tableOf, type Row } from './table.js';

/** What a query is made of; each kind is a file of `judged/`. */
export const queryKinds = [
  'name',
  'abbreviated',
  'sound',
  'slip',
  'title',
  'unit',
  'subject',
  'number',
  'mixed',
] as const;
export type QueryKind = (typeof queryKinds)[number];

/** Half of the queries are looked at while a ranking is tuned, and half are kept from it. */
export type Half = 'tune' | 'kept';

/** What an operator types, and what must come of it. */
export type JudgedQuery = {
  readonly kind: QueryKind;
  readonly typed: string;
  /** Whose caller it is; it says what a number without an area code means. */
  readonly askedFrom: Place | null;
  /** The keys of the entries that are right, any of them. */
  readonly expected: readonly string[];
  /** Among how many at the top one of them must be. */
  readonly within: 1 | 3;
  readonly half: Half;
};

/** All judged queries, written by hand and committed before there was any ranking to judge. */
export const judgedQueries: readonly JudgedQuery[] = queryKinds.flatMap((kind) =>
  tableOf(`judged/${kind}.csv`).map((row) => queryOf(kind, row)),
);

function queryOf(kind: QueryKind, row: Row): JudgedQuery {
  const askedFrom = cell(row, 'asked-from');
  return {
    kind,
    typed: cell(row, 'typed'),
    askedFrom: askedFrom === '' ? null : oneOf(placeNames, askedFrom),
    expected: cell(row, 'expected').split(' '),
    within: cell(row, 'within') === '1' ? 1 : oneOf([3], Number(cell(row, 'within'))),
    half: oneOf(['tune', 'kept'], cell(row, 'half')),
  };
}

function oneOf<const T>(words: readonly T[], word: unknown): T {
  const found = words.find((one) => one === word);
  if (found === undefined) throw new Error(`${String(word)} is none of ${words.join(', ')}.`);
  return found;
}
