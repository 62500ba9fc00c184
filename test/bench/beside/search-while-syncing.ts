import { setTimeout as pause } from 'node:timers/promises';
import { parseDirectories } from '../../../src/config/directories-file.js';
import { directoriesYaml } from '../../../src/demo/directories-yaml.js';
import { MunicipalitiesStore } from '../../../src/store/municipalities.store.js';
import type { Source } from '../../../src/sync/read-source.js';
import { SyncSource } from '../../../src/sync/sync-source.js';
import { judgedQueries } from '../../search/judged.js';
import type { TestApp } from '../../support/app.js';
import { generateLdif } from '../../support/ldif-generator.js';
import { startSlapd, type RunningSlapd } from '../../support/openldap/slapd.js';
import { child, type Child } from '../child.js';
import { part, verdict } from '../ratios.js';
import { searchDocument } from './search-document.js';
import type { Answers, Steady } from './steady-client.js';

const perSecond = 50;
/** What 99 of 100 take at most, in milliseconds. */
const goal = 80;
const idleMilliseconds = 20_000;

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

/** Asks for everything at fixed times while nothing runs, and while this program reads another municipality's directory. */
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
    const source = await sourceOf(app, slapd);
    const sync = app.app.get(SyncSource, { strict: false });
    const run = async () => {
      const report = await sync.run(source);
      if (report === null || report.status === 'FAILED' || report.missing > 0)
        throw new Error(`The sync: ${report?.status} ${report?.message}`);
      return `${report.seen} seen, ${report.created} new`;
    };
    const during = async (name: string, work: () => Promise<string>) =>
      measured(client, app, name, work);
    const idle = async () => {
      await pause(idleMilliseconds);
      return 'nothing else';
    };
    await during('warm', idle);
    return [
      `${perSecond} searches a second of all kinds, asked at fixed times, while the same process reads ${people} people of another municipality`,
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

/** Configures the program for the municipality, beside those that it has. */
async function sourceOf({ app }: TestApp, slapd: RunningSlapd): Promise<Source> {
  const municipality = { ...other, bindDn: slapd.bindDn };
  const yaml = directoriesYaml([{ municipality, servers: [slapd.ldapsUrl] }], [], slapd.caFile);
  const { municipalities } = parseDirectories(yaml);
  const store = app.get(MunicipalitiesStore);
  await store.configure(municipalities);
  const kept = store.byCode(other.code);
  const directory = municipalities[0]?.directories[0];
  if (kept === null || directory === undefined) throw new Error('The municipality was not kept.');
  return { municipality: kept, directory, password: slapd.bindPassword };
}
