import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { migrate, openAsOwner } from '../../src/store/migrate.js';
import { createTestDatabase } from './database.js';

/** A database as it was before a migration, with one municipality and its source in it. */
export type DatabaseBefore = {
  readonly db: Client;
  /** Brings it up to date. */
  upgrade(): Promise<void>;
  stop(): Promise<void>;
};

/** Makes a database of all migrations before one. */
export async function databaseBefore(
  migration: (typeof migrations)[number],
): Promise<DatabaseBefore> {
  const database = await createTestDatabase();
  const db = new Client({ connectionString: database.ownerUrl });
  await db.connect();
  await db.query('drop owned by current_user cascade');
  await db.query('create schema if not exists public');
  const before = migrations.slice(0, migrations.indexOf(migration));
  const { options } = openAsOwner(database.ownerUrl);
  const old = await new DataSource({ ...options, migrations: before }).initialize();
  await old.runMigrations({ transaction: 'each' });
  await old.destroy();
  await db.query(
    `insert into municipality (code, id, name, switchboard_number, area_code, extension_digits, dial_plan, number_series, mobile_visibility)
     values ('1861', gen_random_uuid(), 'Hallsberg', '+46582000000', '0582', 4, 'sydnarke.test', '{}', 'OWN_MUNICIPALITY')`,
  );
  await db.query(
    `insert into directory_source (id, municipality_code, marks, refused_binds) values ('hallsberg', '1861', '[]', 0)`,
  );
  return {
    db,
    upgrade: () => migrate(database.ownerUrl, new URL(database.programUrl).username),
    stop: async () => {
      await db.end();
      await database.drop();
    },
  };
}
