import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource, QueryFailedError } from 'typeorm';
import { databaseOptions } from '../../../src/store/data-source.js';
import { QuickReads } from '../../../src/store/quick-reads.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let source: DataSource;
let reads: QuickReads;

beforeAll(async () => {
  database = await createTestDatabase();
  source = await new DataSource(databaseOptions(database.programUrl)).initialize();
  reads = new QuickReads({ databaseUrl: database.programUrl }, source);
});
afterAll(async () => {
  await reads.onApplicationShutdown();
  await source.destroy();
  await database.drop();
});

const kept = `select generic_plans, custom_plans from pg_prepared_statements where statement like 'select $1::int + 1%'`;

/** A row each, as the server thinks. */
const joined = `with a as materialized (select 1 as id), b as materialized (select 1 as id) select from a join b using (id)`;

test('a statement is prepared once, and its plan is made without what is asked for', async () => {
  const sql = 'select $1::int + 1 as next, 1 as "of this test"';
  for (const one of [1, 2, 3])
    expect(await reads.read('HASHED', sql, [one])).toEqual([{ next: one + 1, 'of this test': 1 }]);
  const made = [{ generic_plans: '3', custom_plans: '0' }];
  expect(await reads.read('HASHED', kept, [])).toEqual(made);
  expect(await reads.read('LOOKED_UP', kept, [])).toHaveLength(0);
});

test('rows whose number nobody knows come together by hashes, and others as the server prefers', async () => {
  const plan = async (how: 'HASHED' | 'LOOKED_UP') =>
    JSON.stringify(await reads.read(how, `explain ${joined}`, []));
  expect(await plan('HASHED')).toContain('Hash Join');
  expect(await plan('LOOKED_UP')).toContain('Nested Loop');
});

test('what fails is a failed query, and nothing is lost for the next one', async () => {
  await expect(reads.read('HASHED', 'select 1 / $1::int', [0])).rejects.toThrow(QueryFailedError);
  expect(await reads.read('HASHED', 'select 1 / $1::int as one', [1])).toEqual([{ one: 1 }]);
});
