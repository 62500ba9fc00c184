import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { bulkTables, tidy } from '../../../src/store/tidy.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { until } from '../../support/until.js';

let database: TestDatabase;
let program: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  program = new Client({ connectionString: database.programUrl });
  await program.connect();
});
afterAll(async () => {
  await program.end();
  await database.drop();
});

/** The tables that somebody has put in order by hand. */
async function tidied(): Promise<readonly string[]> {
  const { rows } = await program.query<{ name: string }>(
    `select relname as name from pg_stat_user_tables
      where last_vacuum is not null and last_analyze is not null order by relname`,
  );
  return rows.map(({ name }) => name);
}

test('after a change of many people the program puts its tables in order, which its role owns none of', async () => {
  await tidy(program, 999);
  expect(await tidied()).toEqual([]);
  await tidy(program, 1_000);
  const all = await until('the order', 20_000, async () => {
    const found = await tidied();
    return found.length === bulkTables.length ? found : null;
  });
  expect(all).toEqual(bulkTables.toSorted());
});
