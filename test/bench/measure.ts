import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { parseDirectories } from '../../src/config/directories-file.js';
import { demonstrationMunicipalities } from '../../src/demo/demonstration-municipalities.js';
import { directoriesYaml } from '../../src/demo/directories-yaml.js';
import type { RunningPostgres } from '../../src/demo/postgres.js';
import { createTestDatabase } from '../support/database.js';
import { generateLdif } from '../support/ldif-generator.js';
import { startSlapd, type RunningSlapd } from '../support/openldap/slapd.js';
import { bareTable } from './bare-copy.js';
import { ldapSearch } from './ldap-search.js';
import { repeat, type Repetition } from './repetition.js';
import { superuser } from './superuser.js';

/** What to measure. */
export type Population = {
  readonly people: number;
  readonly repetitions: number;
  /** Also a run after a hundredth has changed. */
  readonly changes: boolean;
};

/** Where to measure, and whom to tell. */
export type Bench = {
  readonly postgres: RunningPostgres;
  readonly serverRoot: string;
  readonly searchRoot: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
};

/** Everything that was measured of one population. */
export type Measurement = Population & {
  readonly repeated: readonly Repetition[];
  /** What one read of the people gives, as LDIF. */
  readonly ldifBytes: number;
  /** What is copied into the bare table. */
  readonly copyBytes: number;
};

/** Measures one population. Throws when it could not be measured, or a run did not do what it should. */
export async function measure(population: Population, bench: Bench): Promise<Measurement> {
  const { people, changes: writable } = population;
  const { base: suffix, areaCode } = hallsberg();
  bench.say(`Filling an OpenLDAP with ${people} people.`);
  const shape = { flavour: 'OPENLDAP', domain: 'hallsberg', areaCode, seed: 7 } as const;
  const ldif = generateLdif({ ...shape, people });
  const slapd = await startSlapd({ ldif, suffix, root: bench.serverRoot, quick: true, writable });
  try {
    bench.signal.throwIfAborted();
    const aside = await createTestDatabase(bench.postgres);
    const session = superuser(bench.postgres, aside);
    try {
      await session.connect();
      return await repeatAll(population, bench, slapd, session);
    } finally {
      await session.end();
      await aside.drop();
    }
  } finally {
    await slapd.stop();
  }
}

async function repeatAll(
  population: Population,
  bench: Bench,
  slapd: RunningSlapd,
  aside: Client,
): Promise<Measurement> {
  const { postgres, signal, say } = bench;
  const { people, repetitions } = population;
  const source = { municipality: hallsberg(), servers: [slapd.ldapsUrl] };
  const yaml = directoriesYaml([source], [], slapd.caFile);
  const [directory] = parseDirectories(yaml).municipalities.flatMap((m) => m.directories);
  if (directory === undefined) throw new Error('The directories file names no directory.');
  const search = ldapSearch(bench.searchRoot, directory, slapd.bindPassword);
  const answer = await search.count(signal);
  if (answer.entries !== people)
    throw new Error(`ldapsearch finds ${answer.entries} people of ${people}.`);
  const bare = await bareTable(aside);
  const state = mkdtempSync(join(tmpdir(), 'ett-samtal-bench-'));
  try {
    const file = join(state, 'directories.yaml');
    writeFileSync(file, yaml);
    const environment = {
      PORT: '0',
      DIRECTORIES_FILE: file,
      SERVER_SECRET: 'a secret of the benchmark, long enough to be one',
      DEMONSTRATION_BIND_PASSWORD: slapd.bindPassword,
    };
    const place = { ...population, slapd, directory, postgres, environment, search, bare, signal };
    const repeated: Repetition[] = [];
    for (let round = 1; round <= repetitions; round += 1) {
      const one = await repeat(place, round);
      say(progress(one, round, repetitions));
      repeated.push(one);
    }
    return { ...population, repeated, ldifBytes: answer.bytes, copyBytes: bare.bytes() };
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}

function hallsberg() {
  const found = demonstrationMunicipalities.find(({ id }) => id === 'hallsberg');
  if (found === undefined) throw new Error('The demonstration has no Hallsberg.');
  return found;
}

function progress(one: Repetition, round: number, of: number): string {
  const times = [
    `a ${one.search.toFixed(2)}`,
    `b ${one.copy.toFixed(2)}`,
    `1 ${one.first.seconds.toFixed(2)}`,
    `2 ${one.unchanged.seconds.toFixed(2)}`,
    ...(one.changed === null ? [] : [`3 ${one.changed.seconds.toFixed(2)}`]),
  ];
  return `Repetition ${round} of ${of}, in seconds: ${times.join(', ')}`;
}
