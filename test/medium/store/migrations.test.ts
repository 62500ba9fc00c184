import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { migrations } from '../../../migrations/index.js';
import { allRows } from '../../../src/store/rows/all-rows.js';
import { migrate, openAsOwner } from '../../../src/store/migrate.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

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

test('the rows are the tables: nothing has drifted apart', async () => {
  const owner = openAsOwner(database.ownerUrl);
  await owner.initialize();
  try {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    expect(upQueries.map((change) => change.query)).toEqual([]);
    expect(owner.entityMetadatas).toHaveLength(allRows.length);
  } finally {
    await owner.destroy();
  }
});

test('a second run of the migrations changes nothing', async () => {
  const role = new URL(database.programUrl).username;
  await migrate(database.ownerUrl, role);
  const { rows } = await program.query('select name from migrations order by id');
  expect(rows).toEqual(migrations.map(({ name }) => ({ name: name.replace(/^_/, '') })));
});

test('every table carries the municipality', async () => {
  const { rows } = await program.query<{ table: string }>(
    `select t.table_name as table from information_schema.tables t
      where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and t.table_name not in ('migrations', 'municipality', 'search_term', 'stream_clock', 'stream_head', 'stream_touch')
        and not exists (select 1 from information_schema.columns c
          where c.table_name = t.table_name and c.column_name = 'municipality_code')`,
  );
  expect(rows).toEqual([]);
});

test("the program's role owns nothing, and cannot change a table", async () => {
  const owned = await program.query(
    `select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)`,
  );
  expect(owned.rows).toEqual([]);
  await expect(program.query('drop table absence')).rejects.toMatchObject({ code: '42501' });
  await expect(
    program.query('alter table person add column home_address text'),
  ).rejects.toMatchObject({ code: '42501' });
  await expect(program.query('create table notes (text text)')).rejects.toMatchObject({
    code: '42501',
  });
  await expect(program.query('delete from migrations')).rejects.toMatchObject({ code: '42501' });
});

test.each(['person', 'unit'])(
  'the program can delete no %s: rows refer to it without a constraint',
  async (table) => {
    await expect(program.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
  },
);

test('no column has room for a personnummer, a home address, a private number or a call', async () => {
  const { rows } = await program.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
  );
  const suspicious = rows.filter(({ name }) =>
    /personn|national|address|home|private|remote|caller|callee|direction|since_call|history/.test(
      name,
    ),
  );
  expect(suspicious).toEqual([]);
  expect(rows.length).toBeGreaterThan(80);
});

test('no default of the database makes up a level, an instant or an id', async () => {
  const { rows } = await program.query(
    `select table_name, column_name from information_schema.columns
      where table_schema = 'public' and column_default is not null and table_name <> 'migrations'`,
  );
  expect(rows).toEqual([]);
});
