import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import * as fc from 'fast-check';
import type { QueryRunner } from 'typeorm';
import { SearchBeginnings1790000000023 } from '../../../migrations/0023-search-beginnings.js';
import { beginningBit } from '../../../src/staff/beginning-bits.js';
import { isSlipOf, slipKeys } from '../../../src/staff/slip.js';
import { makeSearchWordsAnew } from '../../../src/store/search-words-anew.js';
import { startTestApp, type TestApp } from '../../support/app.js';

let app: TestApp;
let db: Client;
const erik = 'erik.bjorkman@hallsberg.test';

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

async function words(where: string, ...values: readonly string[]): Promise<readonly string[]> {
  const { rows } = await db.query<{ word: string }>(
    `select field || ' ' || folded as word from search_word where ${where} order by field, folded`,
    [...values],
  );
  return rows.map(({ word }) => word);
}
const ofErik = () => words('entry_id = (select id from person where email = $1)', erik);

test('slip keys are made by the database as by the rule', async () => {
  const { rows } = await db.query<{ folded: string; keys: readonly string[] }>(
    'select folded, keys from search_term',
  );
  expect(rows.length).toBeGreaterThan(100);
  for (const { folded, keys } of rows)
    expect([folded, keys.toSorted()]).toEqual([folded, slipKeys(folded).toSorted()]);
});

test('a slip is a slip to the database as to the rule', async () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  const pairs = fc.sample(fc.tuple(letters, letters), { seed: 7, numRuns: 4_000 });
  const { rows } = await db.query<{ slip: boolean }>(
    `select search_is_slip(t, w) as slip from unnest($1::text[], $2::text[]) with ordinality as p(t, w, n) order by n`,
    [pairs.map(([typed]) => typed), pairs.map(([, word]) => word)],
  );
  const expected = pairs.map(([typed, word]) => isSlipOf(typed, word));
  expect(rows.map(({ slip }) => slip)).toEqual(expected);
  expect(expected.filter(Boolean).length).toBeGreaterThan(200);
});

test('an entry is found by its names, title, unit, mail address and employee id, and by what its subjects say', async () => {
  const before = await ofErik();
  expect(before).toEqual(expect.arrayContaining(['1 bjorkman', '2 erik', `10 ${erik}`]));
  await db.query(
    `insert into person_subject_word select id, municipality_code, 0, 0, 'God man', 'god man' from person where email = $1`,
    [erik],
  );
  const added = (await ofErik()).filter((word) => !before.includes(word));
  expect(added).toEqual(['4 god man', '9 god', '9 man']);
  await db.query(`delete from person_subject_word where folded = 'god man'`);
  expect(await ofErik()).toEqual(before);
});

test('a unit that is called otherwise is found so, and so are those who work there', async () => {
  const { rows } = await db.query<{ id: string }>(
    'select unit_id as id from person where email = $1',
    [erik],
  );
  const id = rows[0]?.id ?? '';
  await db.query(`update unit set folded_name = 'ny enhet' where id = $1`, [id]);
  expect(await words('entry_id = $1', id)).toEqual(['3 ny enhet', '5 enhet', '5 ny']);
  expect((await ofErik()).filter((word) => word.startsWith('8'))).toEqual(['8 enhet', '8 ny']);
  await db.query('update person set unit_id = null where email = $1', [erik]);
  expect((await ofErik()).filter((word) => word.startsWith('8'))).toEqual([]);
});

test('words that other rules have made are made anew, and nobody has any who is erased', async () => {
  const before = await ofErik();
  await db.query(`update person set search_words = '0 1/wrong/wrong/' where email = $1`, [erik]);
  expect(await ofErik()).toContain('1 wrong');
  await makeSearchWordsAnew({
    query: async (text: string, values: unknown[]) => (await db.query(text, values)).rows,
  });
  expect(await ofErik()).not.toContain('1 wrong');
  expect(await ofErik()).toEqual(expect.arrayContaining(['1 bjorkman']));
  expect(before).toEqual(expect.arrayContaining(['1 bjorkman']));
});

test('every row of an entry says how all its words begin, and where somebody works', async () => {
  const { rows } = await db.query<{ rows: number; bits: number; wrong: number; units: number }>(
    `select count(*)::int as rows, max(bit_count(begins_two::bit(64)))::int as bits,
            count(*) filter (where begins_two <> two or begins_three <> three
                                or unit_id is distinct from (select p.unit_id from person p where p.id = entry_id))::int as wrong,
            count(unit_id)::int as units
       from (select w.*, (select bit_or(search_bit(o.folded, 2)) from search_word o where o.entry_id = w.entry_id) as two,
                    (select bit_or(search_bit(o.folded, 3)) from search_word o where o.entry_id = w.entry_id) as three
               from search_word w) one`,
  );
  const [all] = rows;
  expect(all).toMatchObject({ wrong: 0 });
  expect(all?.rows).toBeGreaterThan(500);
  expect(all?.bits).toBeGreaterThan(5);
  expect(all?.units).toBeGreaterThan(500);
});

test('rows that an upgrade finds say how words begin, as those that are written after it', async () => {
  const beginnings = async () => {
    const { rows } = await db.query<{ row: string }>(
      `select concat_ws(' ', entry_id, field, folded, begins_two, begins_three, unit_id) as row from search_word order by 1`,
    );
    return rows.map(({ row }) => row);
  };
  const written = await beginnings();
  for (const undo of [
    'alter table search_word drop column begins_two, drop column begins_three, drop column unit_id',
    'drop function search_bit',
    'create index search_word_folded_index on search_word (folded)',
  ])
    await db.query(undo);
  const runner = { query: (sql: string) => db.query(sql) } as unknown as QueryRunner;
  await new SearchBeginnings1790000000023().up(runner);
  expect(await beginnings()).toEqual(written);
  expect(written.length).toBeGreaterThan(500);
});

test('a beginning has the same bit by the rule as by the database, and a shorter word may have any', async () => {
  const texts = fc.sample(
    fc.string({ unit: fc.constantFrom(...Array.from('abcxyz19åß漢😀')), maxLength: 5 }),
    {
      seed: 5,
      numRuns: 500,
    },
  );
  const { rows } = await db.query<{ two: string; three: string }>(
    `select search_bit(t, 2)::text as two, search_bit(t, 3)::text as three from unnest($1::text[]) with ordinality as p(t, n) order by n`,
    [texts],
  );
  const bits = (letters: 2 | 3) => texts.map((text) => `${beginningBit(text, letters)}`);
  const expected = (all: readonly string[], letters: number) =>
    all.map((bit, n) => (Array.from(texts[n] ?? '').length < letters ? '-1' : bit));
  expect(bits(2)).toEqual(
    expected(
      rows.map(({ two }) => two),
      2,
    ),
  );
  expect(bits(3)).toEqual(
    expected(
      rows.map(({ three }) => three),
      3,
    ),
  );
  expect(new Set(bits(3)).size).toBeGreaterThan(50);
});

test('every row of an entry says with which letters its names begin, and which words of one letter it has', async () => {
  const { rows } = await db.query<{ count: number; initials: string; differ: boolean }>(
    `select count(*)::int as count, min(initials) as initials,
            bool_or(initials <> coalesce(letters, '')) as differ
       from (select w.*, (select string_agg(distinct left(o.folded, 1), '') from search_word o
                           where o.entry_id = w.entry_id and (o.field in (1, 2, 3) or char_length(o.folded) = 1)) as letters
               from search_word w) one
      group by entry_id = (select id from person where email = $1) order by 1`,
    [erik],
  );
  const [his, others] = rows;
  expect(his?.initials).toBe('be');
  expect(others?.count).toBeGreaterThan(500);
  expect(rows.map(({ differ }) => differ)).toEqual([false, false]);
});
