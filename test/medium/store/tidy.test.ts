import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { bulkTables, isBulk, tidy } from '../../../src/store/tidy.js';
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
  const connection = { query: async (sql: string) => (await program.query(sql)).rows };
  await tidy(connection, 999);
  expect(await tidied()).toEqual([]);
  await tidy(connection, 1_000);
  const all = await until('the order', 20_000, async () => {
    const found = await tidied();
    return found.length === bulkTables.length ? found : null;
  });
  expect(all).toEqual(bulkTables.toSorted());
});

test('a change is one of many people by their number and by their share of all', () => {
  expect([isBulk(999, 0), isBulk(1_000, 0), isBulk(1_000, 10_000)]).toEqual([false, true, true]);
  expect([isBulk(1_000, 10_001), isBulk(100_000, 200_000)]).toEqual([false, true]);
});
