import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { allRows, appendOnlyRows, foundByRows, keptRows, streamRows } from './rows/all-rows.js';
import { makeSearchWordsAnew } from './search-words-anew.js';
import { bulkTables, tidy } from './tidy.js';

/** Two processes that start at once take turns; the number only has to be the same in both. */
const migrationLock = 1_882_186_118;

/**
 * Brings the database up to date as its owner, and gives the program's role what it needs: rows to
 * read and write, and nothing to own. Throws when a migration fails; nothing is half applied.
 */
export async function migrate(ownerUrl: string, programRole: string): Promise<void> {
  const owner = openAsOwner(ownerUrl);
  await owner.initialize();
  try {
    const lock = owner.createQueryRunner();
    try {
      await lock.query('select pg_advisory_lock($1)', [migrationLock]);
      await owner.runMigrations({ transaction: 'each' });
      await tidy(lock, await makeSearchWordsAnew(lock));
      for (const statement of grantsTo(programRole)) await lock.query(statement);
    } finally {
      await lock.release();
    }
  } finally {
    await owner.destroy();
  }
}

/** The names of migrations that the database has not seen; read with the program's own rights. */
export async function pendingMigrations(program: DataSource): Promise<readonly string[]> {
  const [{ present }] = (await program.query(
    `select to_regclass('public.migrations') is not null as present`,
  )) as [{ present: boolean }];
  const names = migrations.map((migration) => migration.name);
  if (!present) return names;
  const seen = (await program.query('select name from migrations')) as { name: string }[];
  return names.filter((name) => !seen.some((row) => row.name === name));
}

/** A data source for migrations and for the drift test; the caller initialises and closes it. */
export function openAsOwner(ownerUrl: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    entities: allRows,
    migrations,
    migrationsTableName: 'migrations',
    synchronize: false,
    installExtensions: false,
    applicationName: 'ett-samtal migrations',
    extra: { max: 2, connectionTimeoutMillis: 5_000 },
  });
}

function grantsTo(role: string): readonly string[] {
  const quoted = `"${role.replaceAll('"', '""')}"`;
  const tables = namesOf(keptRows);
  return [
    `grant usage on schema public to ${quoted}`,
    `grant select, insert, update, delete on ${tables}, staged_person, staged_number to ${quoted}`,
    // Whoever leaves is erased field by field, and the row stays: others refer to it without a constraint.
    `revoke delete on person, unit from ${quoted}`,
    `grant select on phone_number, migrations to ${quoted}`,
    `grant select, insert on ${namesOf(appendOnlyRows)} to ${quoted}`,
    `grant select on ${namesOf(foundByRows)} to ${quoted}`,
    `grant delete on search_term to ${quoted}`,
    `grant maintain on ${bulkTables.join(', ')} to ${quoted}`,
    `grant select, update on ${namesOf(streamRows)} to ${quoted}`,
    // The passing of time is a change that nobody writes a fact for.
    `grant insert on stream_touch to ${quoted}`,
    `grant usage on sequence audit_entry_number to ${quoted}`,
    `grant execute on function audit_make_months(timestamptz) to ${quoted}`,
  ];
}

function namesOf(rows: readonly { readonly name: string }[]): string {
  return rows.map((row) => tableName(row.name)).join(', ');
}

/** PersonLocalRow → person_local: rows are named after their tables. */
function tableName(rowClass: string): string {
  return rowClass
    .replace(/Row$/, '')
    .replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`)
    .toLowerCase();
}
