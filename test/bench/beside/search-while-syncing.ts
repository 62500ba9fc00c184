import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { configFrom, type Config } from '../../../src/config/config.js';
import { parseDirectories } from '../../../src/config/directories-file.js';
import { directoriesYaml } from '../../../src/demo/directories-yaml.js';
import { MunicipalitiesStore } from '../../../src/store/municipalities.store.js';
import { startReader } from '../../../src/start-reader.js';
import { judgedQueries } from '../../search/judged.js';
import type { TestApp } from '../../support/app.js';
import { generateLdif } from '../../support/ldif-generator.js';
import { startSlapd, type RunningSlapd } from '../../support/openldap/slapd.js';
import { until } from '../../support/until.js';
import { child, type Child } from '../child.js';
import { part, verdict } from '../ratios.js';
import { searchDocument } from './search-document.js';
import type { Answers, Steady } from './steady-client.js';

const perSecond = 50;
/** What 99 of 100 take at most, in milliseconds. */
const goal = 80;
const idleMilliseconds = 20_000;
const mostMilliseconds = 600_000;

/** A municipality beside those whose people are looked for; its directory is made in large. */
const other = {
  code: '1862',
  name: 'Degerfors',
  id: 'degerfors',
  areaCode: '0586',
  flavour: 'OPENLDAP',
  base: 'dc=degerfors,dc=test',
  ldif: '',
} as const;

/** Asks for everything at fixed times while nothing runs, and while its reader reads another municipality's directory. */
export async function searchWhileSyncing(
  app: TestApp,
  people: number,
  root: string,
): Promise<readonly string[]> {
  const { id: domain, areaCode, flavour, base: suffix } = other;
  const ldif = generateLdif({ people, seed: 7, flavour, domain, areaCode });
  const slapd = await startSlapd({ ldif, suffix, root, quick: true });
  const client = child('./beside/steady-client.ts');
  try {
    const config = await configOf(app, slapd);
    const database = app.app.get(DataSource);
    const run = async () => {
      // A run is told of before its tables are in order; another reader would leave it the source, and read an hour later.
      await until('The last run', mostMilliseconds, () => isUnlocked(database));
      const before = await finished(database);
      const reader = startReader(config);
      try {
        return await until('The run', mostMilliseconds, async () => {
          const [run] = (await finished(database)).slice(before.length);
          if (run === undefined) return null;
          if (run.status === 'FAILED' || run.missing > 0)
            throw new Error(`The sync: ${run.status} ${run.message}`);
          return `${run.seen} seen, ${run.created} new`;
        });
      } finally {
        await reader.stop();
      }
    };
    const during = async (name: string, work: () => Promise<string>) =>
      measured(client, app, name, work);
    const idle = async () => {
      await pause(idleMilliseconds);
      return 'nothing else';
    };
    await during('warm', idle);
    return [
      `${perSecond} searches a second of all kinds, asked at fixed times, while the reader of the same program reads ${people} people of another municipality`,
      await during('without a sync', idle),
      await during('a first sync', run),
      await during('an unchanged one', run),
    ];
  } finally {
    client.stop();
    await slapd.stop();
  }
}

async function measured(
  client: Child,
  { url, keys }: TestApp,
  name: string,
  work: () => Promise<string>,
): Promise<string> {
  const steady: Steady = {
    program: { url, token: keys['operator'] ?? '', document: searchDocument },
    queries: judgedQueries.map(({ typed }) => typed),
    perSecond,
  };
  await client.ask(steady);
  const began = performance.now();
  const done = await work();
  const seconds = (performance.now() - began) / 1000;
  const { milliseconds, failed } = await client.ask<Answers>({ end: true });
  const [p50, p99, most] = [0.5, 0.99, 1].map((share) => part(milliseconds, share));
  const met = (p99 ?? Infinity) <= goal && failed.length === 0;
  const errors = failed.length > 0 ? ` (${failed[0]})` : '';
  return `  ${name.padEnd(16)} ${seconds.toFixed(1)} s (${done}), ${milliseconds.length} searches: p50 ${p50?.toFixed(1)}, p99 ${p99?.toFixed(1)}, longest ${most?.toFixed(1)} ms; errors ${failed.length}${errors}; ${verdict(`p99 <= ${goal}, no error`, met)}`;
}

type Finished = {
  readonly status: string;
  readonly seen: number;
  readonly created: number;
  readonly missing: number;
  readonly message: string | null;
};

async function isUnlocked(database: DataSource): Promise<true | null> {
  const locks: unknown = await database.query(
    `select pid from pg_locks where locktype = 'advisory'`,
  );
  return (locks as readonly object[]).length === 0 || null;
}

async function finished(database: DataSource): Promise<readonly Finished[]> {
  const rows: unknown = await database.query(
    `select status, seen, created, missing, message from sync_run
      where source_id = $1 and finished_at is not null order by finished_at`,
    [other.id],
  );
  return rows as Finished[];
}

/** The program's configuration, but for the municipality alone, which it knows then. */
async function configOf({ app, environment }: TestApp, slapd: RunningSlapd): Promise<Config> {
  const municipality = { ...other, bindDn: slapd.bindDn };
  const yaml = directoriesYaml([{ municipality, servers: [slapd.ldapsUrl] }], [], slapd.caFile);
  const directories = parseDirectories(yaml);
  await app.get(MunicipalitiesStore).configure(directories.municipalities);
  const bindPasswords = new Map([[other.id, slapd.bindPassword]]);
  return { ...configFrom(environment), directories, bindPasswords };
}
