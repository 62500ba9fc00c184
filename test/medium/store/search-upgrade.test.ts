import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { SearchWords1790000000022 } from '../../../migrations/0022-search-words.js';
import { migrations } from '../../../migrations/index.js';
import { migrate, openAsOwner } from '../../../src/store/migrate.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let db: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  db = new Client({ connectionString: database.ownerUrl });
  await db.connect();
  await db.query('drop owned by current_user cascade');
  await db.query('create schema if not exists public');
  const before = migrations.slice(0, migrations.indexOf(SearchWords1790000000022));
  const { options } = openAsOwner(database.ownerUrl);
  const old = await new DataSource({ ...options, migrations: before }).initialize();
  await old.runMigrations({ transaction: 'each' });
  await old.destroy();
}, 60_000);
afterAll(async () => {
  await db.end();
  await database.drop();
});

test('whoever was there before is found by words after the upgrade, and whoever is PROTECTED stands apart', async () => {
  await db.query(
    `insert into municipality (code, id, name, switchboard_number, area_code, extension_digits, dial_plan, number_series, mobile_visibility)
     values ('1861', gen_random_uuid(), 'Hallsberg', '+46582000000', '0582', 4, 'sydnarke.test', '{}', 'OWN_MUNICIPALITY')`,
  );
  await db.query(
    `insert into directory_source (id, municipality_code, marks, refused_binds) values ('hallsberg', '1861', '[]', 0)`,
  );
  for (const [name, level] of [
    ['Lind', 'OPEN'],
    ['Sköld', 'PROTECTED'],
  ])
    await db.query(
      `with made as (
         insert into person (id, municipality_code, source_id, directory_key, source_hash, display_name, given_name, family_name, title,
             kind, account_state, sort_key, folded_text, employment, filled)
         values (gen_random_uuid(), '1861', 'hallsberg', $1, '', 'Anna ' || $1, 'Anna', $1, 'Rektor', 'EMPLOYEE', 'ACTIVE', $1, '', 'ACTIVE', '')
         returning id)
       insert into person_local (person_id, municipality_code, protection_level, version) select id, '1861', $2, 1 from made`,
      [name, level],
    );
  await migrate(database.ownerUrl, new URL(database.programUrl).username);
  const { rows } = await db.query<{ word: string }>(
    `select folded || ' ' || hidden as word from search_word where field = 1 order by folded`,
  );
  expect(rows.map(({ word }) => word)).toEqual(['lind false', 'skold true']);
});
