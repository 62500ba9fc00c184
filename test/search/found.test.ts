import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { everywhere } from '../../src/kernel/page.js';
import { typedSearch } from '../../src/staff/typed-search.js';
import { places } from './directory/facts.js';
import { judgedQueries, type JudgedQuery } from './judged.js';
import { reportOf, type Answered, type Success } from './report.js';
import { startSearching, type Searching } from './searching.js';

const looked = 10;
let searching: Searching;
let answered: readonly Answered[];

beforeAll(async () => {
  searching = await startSearching();
  const { source, municipalities, store, reach } = searching;
  const rows = (await source.query(
    `select id, directory_key as key from person union all select id, directory_key from unit`,
  )) as { readonly id: string; readonly key: string }[];
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
  const ask = async (query: JudgedQuery): Promise<Answered> => {
    const near = query.askedFrom && places[query.askedFrom].code;
    const typed = typedSearch(query.typed, municipalities.all());
    const wanted = { typed, within: everywhere, near, first: looked, after: null };
    const hits = await store.find(reach, wanted);
    return { query, keys: hits.map(({ id }) => keys.get(id) ?? '') };
  };
  const all: Answered[] = [];
  for (const query of judgedQueries) all.push(await ask(query));
  answered = all;
}, 120_000);
afterAll(() => searching.stop());

const percent = (part: number, of: number) => Math.round((1000 * part) / of) / 10;
const line = ({ kind, half, queries, at1, at3, asAsked }: Success) =>
  [
    kind.padEnd(12),
    half.padEnd(5),
    `${queries}`.padStart(4),
    ...[at1, at3, asAsked].map((count) => percent(count, queries).toFixed(1).padStart(7)),
  ].join('');
function of(kind: Success['kind'], half: Success['half']): Success {
  const found = reportOf(answered).find((one) => one.kind === kind && one.half === half);
  if (found === undefined) throw new Error(`Nothing of ${kind} was asked.`);
  return found;
}

test('the report of all judged queries is kept', () => {
  const head = 'kind        half  queries  at 1   at 3 as asked, in percent';
  const wrong = answered
    .filter(({ query }) => query.half === 'tune')
    .filter(
      ({ query: { expected, within }, keys }) =>
        !keys.slice(0, within).some((key) => expected.includes(key)),
    )
    .map(
      ({ query: { kind, typed, expected }, keys }) =>
        `${kind}: "${typed}" wants ${expected[0]}, finds ${keys.slice(0, 3).join(' ')}`,
    );
  const report = [
    head,
    ...reportOf(answered).map(line),
    '',
    'not as asked, of the half for tuning:',
    ...wrong,
  ];
  writeFileSync(new URL('./found.txt', import.meta.url), `${report.join('\n')}\n`);
  expect(reportOf(answered).length).toBe(30);
});

describe.each(['kept', 'both'] as const)('in the half "%s"', (half) => {
  test.each(['name', 'number'] as const)('%s: 99 percent within three', (kind) => {
    const { at3, queries } = of(kind, half);
    expect(percent(at3, queries)).toBeGreaterThanOrEqual(99);
  });
  test.each(['sound', 'slip'] as const)('%s: 95 percent within three', (kind) => {
    const { at3, queries } = of(kind, half);
    expect(percent(at3, queries)).toBeGreaterThanOrEqual(95);
  });
  test('90 percent come first, over all', () => {
    const { at1, queries } = of('all', half);
    expect(percent(at1, queries)).toBeGreaterThanOrEqual(90);
  });
});
