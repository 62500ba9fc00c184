import { Client } from 'pg';
import { closeDatabase, ownerRole, programRole } from '../../src/demo/postgres-cluster.js';
import type { RunningPostgres } from '../../src/demo/postgres.js';
import { migrate } from '../../src/store/migrate.js';
import { at, templateName } from './database.js';

/** Makes the migrated template on a server, and removes the databases that a killed run left there. */
export async function makeTemplate(server: RunningPostgres): Promise<void> {
  const client = new Client({ connectionString: server.superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'test\\_%'`,
    );
    for (const { datname } of rows) {
      await client.query(`alter database ${datname} is_template false`);
      await client.query(`drop database ${datname} with (force)`);
    }
    await client.query(`create database ${templateName} owner ${ownerRole}`);
    for (const statement of closeDatabase(templateName)) await client.query(statement);
    await migrate(at(server.ownerUrl, templateName), programRole);
    // A template can only be copied while nobody is connected to it, so nobody is let in.
    await client.query(
      `alter database ${templateName} with is_template true allow_connections false`,
    );
  } finally {
    await client.end();
  }
}
