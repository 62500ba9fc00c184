import type { Client } from 'pg';
import type { DirectoryConfig } from '../../src/config/directories-file.js';
import type { RunningPostgres } from '../../src/demo/postgres.js';
import { createTestDatabase } from '../support/database.js';
import type { RunningSlapd } from '../support/openldap/slapd.js';
import { startApplication, type Application, type Run } from './application.js';
import type { BareTable } from './bare-copy.js';
import { changeEveryHundredth } from './directory-change.js';
import type { LdapSearch } from './ldap-search.js';
import { superuser } from './superuser.js';
import { moment, writtenSince, type Written } from './written-rows.js';

/** What every repetition finds: the servers, and the yardsticks. */
export type Place = {
  readonly people: number;
  /** Also a run after a hundredth has changed. */
  readonly changes: boolean;
  readonly slapd: RunningSlapd;
  readonly directory: DirectoryConfig;
  readonly postgres: RunningPostgres;
  /** What the application is told, but for its database. */
  readonly environment: Readonly<Record<string, string>>;
  readonly search: LdapSearch;
  readonly bare: BareTable;
  readonly signal: AbortSignal;
};

/**
 * One run: how long it took, how long the program itself worked at it (which other programs on the
 * machine disturb less), and the most memory that the program had held when it was over.
 */
export type Timed = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
};
/** A run, and what it wrote. */
export type Writing = Timed & { readonly written: Written };

/** One repetition of everything, yardsticks and runs in turn, so that a slow minute slows them all. */
export type Repetition = {
  readonly search: number;
  readonly copy: number;
  readonly first: Timed;
  readonly unchanged: Writing;
  readonly changed: Writing | null;
  /** The program's memory before its first run. */
  readonly idleBytes: number;
  readonly sizes: Sizes;
};

/** What the first run made. */
export type Sizes = {
  readonly units: number;
  readonly numbers: number;
  readonly databaseBytes: number;
};

/** Repeats everything once, in a fresh copy of the template. Throws when a run did not do what it should. */
export async function repeat(place: Place, round: number): Promise<Repetition> {
  const database = await createTestDatabase(place.postgres);
  const session = superuser(place.postgres, database);
  try {
    await session.connect();
    const environment = { ...place.environment, DATABASE_URL: database.programUrl };
    const application = await startApplication(environment, place.signal);
    try {
      return await runAll(place, round, { application, session });
    } finally {
      await application.stop();
    }
  } finally {
    await session.end();
    await database.drop();
  }
}

type Under = { readonly application: Application; readonly session: Client };

async function runAll(place: Place, round: number, under: Under): Promise<Repetition> {
  const { people, signal } = place;
  const { application, session } = under;
  const idleBytes = application.peakBytes();
  const search = await place.search.time(signal);

  await session.query('checkpoint');
  const first = await timed(application, () => told(session, people));
  const sizes = await sizesOf(session);
  const copy = await place.bare.time(session);

  const unchanged = await writing(under, async () => {
    const { seen } = await told(session, people);
    return { seen, created: 0, updated: 0 };
  });
  signal.throwIfAborted();
  const changed = place.changes ? await runAfterChange(place, round, under) : null;
  return { search, copy, first, unchanged, changed, idleBytes, sizes };
}

async function runAfterChange(place: Place, round: number, under: Under): Promise<Writing> {
  const { people, slapd, directory, signal } = place;
  const change = await changeEveryHundredth(slapd, directory.people.base, round);
  expectEqual({ changed: change.people }, { changed: Math.ceil(people / 100) });
  signal.throwIfAborted();
  const run = await writing(under, async () => {
    const { seen } = await told(under.session, people);
    const updated = await openPeople(under.session, 'p.title = $1', [change.title]);
    return { seen, created: 0, updated };
  });
  const { rows } = await under.session.query<{ people: string }>(
    'select count(*) as people from person where title = $1',
    [change.title],
  );
  expectEqual({ withNewTitle: Number(rows[0]?.people) }, { withNewTitle: change.people });
  return run;
}

async function writing(
  { application, session }: Under,
  expected: () => Promise<Expected>,
): Promise<Writing> {
  // What the server does by itself in the quarter of an hour between two runs.
  await session.query('vacuum analyze');
  await session.query('checkpoint');
  const before = await moment(session);
  const run = await timed(application, expected);
  return { ...run, written: await writtenSince(session, before) };
}

async function timed(application: Application, expected: () => Promise<Expected>): Promise<Timed> {
  const { seconds, cpuSeconds, message, ...report } = await application.run();
  const whole = { status: 'SUCCEEDED', ...(await expected()), missing: 0, rejected: 0 };
  expectEqual(report, whole, message ?? '');
  return { seconds, cpuSeconds, peakBytes: application.peakBytes() };
}

type Expected = Pick<Run, 'seen' | 'created' | 'updated'>;

/** What a first run tells of: everybody is there, and nobody PROTECTED is counted. */
async function told(session: Client, people: number): Promise<Expected> {
  const { rows } = await session.query<{ people: string }>('select count(*) as people from person');
  expectEqual({ people: Number(rows[0]?.people) }, { people });
  const seen = await openPeople(session, 'true', []);
  return { seen, created: seen, updated: 0 };
}

async function openPeople(session: Client, condition: string, values: readonly string[]) {
  const { rows } = await session.query<{ people: string }>(
    `select count(*) as people from person p join person_local l on l.person_id = p.id
      where l.protection_level <> 'PROTECTED' and ${condition}`,
    [...values],
  );
  return Number(rows[0]?.people);
}

async function sizesOf(session: Client): Promise<Sizes> {
  const { rows } = await session.query<{ units: string; numbers: string; bytes: string }>(
    `select (select count(*) from unit) as units, (select count(*) from directory_number) as numbers,
        pg_database_size(current_database()) as bytes`,
  );
  const [row] = rows;
  return {
    units: Number(row?.units),
    numbers: Number(row?.numbers),
    databaseBytes: Number(row?.bytes),
  };
}

/** A time that was taken of something else than what should be timed is worth nothing. */
function expectEqual(
  found: Readonly<Record<string, number | string>>,
  expected: Readonly<Record<string, number | string>>,
  message = '',
): void {
  for (const [name, value] of Object.entries(expected))
    if (found[name] !== value)
      throw new Error(`A run has ${name} ${found[name]} where ${value} should be. ${message}`);
}
