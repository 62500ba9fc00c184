import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { fixedDirectory } from '../search/directory.js';
import { placeNames, type Place, type StaffEntry } from '../search/directory/facts.js';
import { loadDirectory, loadEntries } from '../search/load.js';
import { manyPeople } from '../search/many-people.js';

const atOnce = 10_000;

/** The people beside those of the fixed directory who make so many in all, some thousands at a time. */
export function* crowd(
  people: number,
): Generator<{ readonly place: Place; readonly entries: readonly StaffEntry[] }> {
  for (let from = fixedDirectory.people.length; from < people; from += atOnce)
    for (const place of placeNames) {
      const share = Math.ceil(Math.min(atOnce, people - from) / placeNames.length);
      yield { place, entries: manyPeople(place, from, share) };
    }
}

/** Writes the fixed directory and the crowd, and has the server look at what it got, as it does by itself soon after. */
export async function fill(
  database: DataSource,
  ownerUrl: string,
  people: number,
  at: Date,
): Promise<void> {
  await loadDirectory(database, fixedDirectory, at);
  const connection = database.createQueryRunner();
  try {
    for (const { place, entries } of crowd(people))
      await loadEntries(connection, place, entries, { units: [], at });
  } finally {
    await connection.release();
  }
  await vacuum(ownerUrl);
}

/** Only who owns the tables may. */
export async function vacuum(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
}
