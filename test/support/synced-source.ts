import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { AppModule } from '../../src/app.module.js';
import { configFrom } from '../../src/config/config.js';
import type { DirectoryConfig } from '../../src/config/directories-file.js';
import { MunicipalitiesStore } from '../../src/store/municipalities.store.js';
import type { RunReport } from '../../src/store/sync-runs.store.js';
import type { Source } from '../../src/sync/read-source.js';
import { SyncSchedule } from '../../src/sync/sync-schedule.js';
import { SyncSource } from '../../src/sync/sync-source.js';
import { TestClock } from './clock.js';
import { createTestDatabase } from './database.js';
import { peopleBase } from './scripted-ldap/sample-people.js';

/** The account that the sources bind as. */
export const reader = { dn: 'cn=reader,dc=hallsberg,dc=test', password: 'läs-bara' };

/** A source: the address of its server, and what of its configuration is different; a list of people's search and so on. */
export type ScriptedSource = {
  readonly id?: string;
  readonly server: string;
  readonly different?: Readonly<Record<string, unknown>>;
};

/** The row that was kept of a run, and what it could not take. */
export type KeptRun = Record<string, unknown> & {
  readonly status: string;
  readonly message: string | null;
  /** As `key field code`. */
  readonly rejections: readonly string[];
};

/** The sync as the program wires it, over a database and sources of one municipality. */
export type SyncedSources = {
  readonly clock: TestClock;
  readonly db: Client;
  readonly schedule: SyncSchedule;
  readonly engine: SyncSource;
  /** What the program has made, by its class. */
  get<T>(type: abstract new (...given: never[]) => T): T;
  /** A source as it is configured; servers, patience and password may be different and the source still be the same. */
  source(id?: string, different?: Partial<DirectoryConfig>): Source;
  sync(source?: Source): Promise<RunReport | null>;
  /** Everything that a run may touch but its own record and the count of refused binds, as a text; tables can be left out. */
  facts(...without: readonly string[]): Promise<string>;
  lastRun(id?: string): Promise<KeptRun>;
  stop(): Promise<void>;
};

/** Wires the program over a database of its own. Nothing is read yet. */
export async function startSyncedSources(
  sources: readonly ScriptedSource[],
): Promise<SyncedSources> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  const file = join(folder, 'directories.yaml');
  writeFileSync(
    file,
    JSON.stringify({
      municipalities: [{ ...municipality, directories: sources.map(directoryOf) }],
    }),
  );
  const clock = new TestClock();
  const config = configFrom({
    DATABASE_URL: database.programUrl,
    DIRECTORIES_FILE: file,
    SERVER_SECRET: 'a secret of the tests, long enough to be one',
    BIND_PASSWORD: reader.password,
  });
  const app = await NestFactory.createApplicationContext(AppModule.of(config, clock), {
    logger: false,
  });
  await app
    .get(MunicipalitiesStore, { strict: false })
    .configure(config.directories.municipalities);
  const db = new Client({ connectionString: database.ownerUrl });
  await db.connect();
  const schedule = app.get(SyncSchedule, { strict: false });
  const engine = app.get(SyncSource, { strict: false });
  const source: SyncedSources['source'] = (id = usualId, different = {}) => {
    const found = schedule.sources().find(({ directory }) => directory.id === id);
    if (found === undefined) throw new Error(`There is no source ${id}.`);
    return { ...found, directory: { ...found.directory, ...different } };
  };
  return {
    clock,
    db,
    schedule,
    engine,
    get: (type) => app.get(type, { strict: false }),
    source,
    sync: (one = source()) => {
      clock.advance(60);
      return engine.run(one);
    },
    facts: async (...without) => {
      const { rows } = await db.query<Record<string, unknown>>(allFacts);
      const kept = Object.entries(rows[0] ?? {}).filter(([table]) => !without.includes(table));
      return JSON.stringify(Object.fromEntries(kept), null, 1);
    },
    lastRun: async (id = usualId) => {
      const { rows } = await db.query<KeptRun>(newestRun, [id]);
      if (rows[0] === undefined) throw new Error('No run was kept.');
      return rows[0];
    },
    stop: async () => {
      await db.end();
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

const usualId = 'hallsberg';

const municipality = {
  code: '1861',
  name: 'Hallsberg',
  switchboardNumber: '+46582000000',
  areaCode: '0582',
  dialPlan: 'sydnarke.test',
  numberSeries: ['+4658200'],
};

/** Longer than any machine needs, however busy it is: only a server that says nothing is late. */
const patience = { connectSeconds: 10, pageSeconds: 30, runMinutes: 2 };

/** For a run against a server that says nothing, so that it costs a test a second or two. */
export const inHaste = { patience: { connectSeconds: 1, pageSeconds: 1, runMinutes: 2 } };

function directoryOf({ id = usualId, server, different = {} }: ScriptedSource) {
  return {
    id,
    flavour: 'OPENLDAP',
    servers: [server],
    allowPlain: true,
    bind: { dn: reader.dn, passwordEnv: 'BIND_PASSWORD' },
    people: { base: peopleBase, filter: '(objectClass=inetOrgPerson)' },
    units: { base: peopleBase, filter: '(objectClass=organizationalUnit)' },
    attributes: { direct: ['telephoneNumber'], confidentiality: ['businessCategory'] },
    values: { confidentiality: { sekretess: 'RESTRICTED', skyddad: 'PROTECTED' } },
    // Where the server stands is asked before everything else; most faults are of what comes then.
    fastLane: false,
    patience,
    ...different,
  };
}

const tables = [
  'person',
  'person_local',
  'unit',
  'directory_number',
  'sync_loss',
  'held_plan',
  'level_rise',
  'staged_person',
  'staged_number',
];

const allFacts = `
  select ${tables.map((name) => `(select jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text) from ${name} t) as ${name}`).join(', ')},
         (select jsonb_agg(to_jsonb(s) - 'refused_binds' - 'refused_credentials' order by s.id)
            from directory_source s) as source`;

const newestRun = `
  select r.*, (select coalesce(array_agg(concat_ws(' ', j.directory_key, j.field, j.code) order by j.field, j.code), '{}')
                 from sync_rejection j where j.run_id = r.id) as rejections
    from sync_run r where r.source_id = $1 order by r.started_at desc limit 1`;
