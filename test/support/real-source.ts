import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { stringify } from 'yaml';
import { AppModule } from '../../src/app.module.js';
import { configFrom } from '../../src/config/config.js';
import type { DirectoryConfig } from '../../src/config/directories-file.js';
import { HeldPlansStore, type Decision, type HeldPlan } from '../../src/store/held-plans.store.js';
import { MunicipalitiesStore } from '../../src/store/municipalities.store.js';
import type { RunReport } from '../../src/store/sync-runs.store.js';
import type { Source } from '../../src/sync/read-source.js';
import { SyncSchedule } from '../../src/sync/sync-schedule.js';
import { SyncSource, type Order } from '../../src/sync/sync-source.js';
import { auditFact } from './audit-fact.js';
import { TestClock } from './clock.js';
import { createTestDatabase } from './database.js';

/** A directory as an administrator writes it in the directories file, and the password of its account. */
export type RealDirectory = {
  readonly directory: Readonly<Record<string, unknown>>;
  readonly password: string;
};

/** What is different about one run: another server, filter, password. */
export type Different = {
  readonly directory?: Partial<DirectoryConfig>;
  readonly password?: string;
};

/** The whole engine over a database of its own, with one municipality and one real directory server. */
export type RealSource = {
  readonly clock: TestClock;
  readonly db: Client;
  readonly source: Source;
  /** A complete read, a minute later than what was before. */
  run(different?: Different, order?: Partial<Order>): Promise<RunReport>;
  /** What the fast lane does, a minute later. */
  follow(different?: Different): Promise<RunReport | null>;
  preview(different?: Different): Promise<RunReport>;
  /** The newest record of a run, as it is kept. */
  lastRun(): Promise<Readonly<Record<string, unknown>>>;
  countRuns(): Promise<number>;
  /** Everything that a sync may write of people and units, as text. */
  facts(): Promise<string>;
  /** Who works here and is not missing: `id|name|unit`, in the order of the ids. */
  staff(): Promise<readonly string[]>;
  /** What is known of the person with an employee id. */
  person(employeeId: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  /** The plan that waits for a word. */
  plan(): Promise<HeldPlan | undefined>;
  decide(decision: Decision): Promise<void>;
  stop(): Promise<void>;
};

const everything = `
  select (select jsonb_agg(to_jsonb(p) order by p.id) from person p) as people,
         (select jsonb_agg(to_jsonb(u) order by u.id) from unit u) as units,
         (select jsonb_agg(to_jsonb(n) order by n.person_id, n.position) from directory_number n) as numbers,
         (select jsonb_agg(to_jsonb(l) order by l.person_id) from person_local l) as local,
         (select jsonb_agg(to_jsonb(a) order by a.id) from added_number a) as added,
         (select jsonb_agg(to_jsonb(a) order by a.id) from absence a) as absences,
         (select count(*) from staged_person) as staged`;

/** Starts the engine; nothing has been read yet. */
export async function startRealSource({ directory, password }: RealDirectory): Promise<RealSource> {
  const folder = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  const database = await createTestDatabase();
  const file = join(folder, 'directories.yaml');
  const bind = { dn: '', ...(directory['bind'] as object), passwordEnv: 'BIND_PASSWORD' };
  const municipality = {
    code: '1861',
    name: 'Hallsberg',
    switchboardNumber: '+46582000000',
    areaCode: '0582',
    dialPlan: 'sydnarke.test',
    numberSeries: ['+4658200'],
    directories: [{ id: 'hallsberg', ...directory, bind }],
  };
  writeFileSync(file, stringify({ municipalities: [municipality] }));
  const config = configFrom({
    DATABASE_URL: database.programUrl,
    DIRECTORIES_FILE: file,
    SERVER_SECRET: 'a secret of the tests, long enough to be one',
    BIND_PASSWORD: password,
  });
  const clock = new TestClock();
  const app = await NestFactory.createApplicationContext(AppModule.of(config, clock), {
    logger: false,
  });
  await app
    .get(MunicipalitiesStore, { strict: false })
    .configure(config.directories.municipalities);
  const [source] = app.get(SyncSchedule, { strict: false }).sources();
  if (source === undefined) throw new Error('The directories file has no source.');
  const sync = app.get(SyncSource, { strict: false });
  const plans = app.get(HeldPlansStore, { strict: false });
  const db = new Client({ connectionString: database.ownerUrl });
  await db.connect();
  const changed = (different: Different = {}): Source => {
    const { password: other = source.password } = different;
    return {
      ...source,
      directory: { ...source.directory, ...different.directory },
      password: other,
    };
  };
  const plan = async () => (await plans.waiting())[0];
  return {
    clock,
    db,
    source,
    run: async (different, order) => {
      clock.advance(60);
      const report = await sync.run(changed(different), order);
      if (report === null) throw new Error('Another run is at it.');
      return report;
    },
    follow: async (different) => {
      clock.advance(60);
      return sync.follow(changed(different));
    },
    preview: (different) => sync.preview(changed(different)),
    lastRun: async () => {
      const { rows } = await db.query(
        `select *, left_scope as "leftScope" from sync_run order by started_at desc limit 1`,
      );
      return rows[0] as Record<string, unknown>;
    },
    countRuns: async () => {
      const { rows } = await db.query<{ n: number }>('select count(*)::int as n from sync_run');
      return rows[0]?.n ?? 0;
    },
    facts: async () => JSON.stringify((await db.query(everything)).rows),
    staff: async () => {
      const { rows } = await db.query<{ line: string }>(
        `select p.employee_id || '|' || p.display_name || '|' || coalesce(u.name, '-') as line
           from person p left join unit u on u.id = p.unit_id
          where p.employment = 'ACTIVE' and p.missing_since is null`,
      );
      return rows.map(({ line }) => line).toSorted();
    },
    person: async (employeeId) => {
      const { rows } = await db.query(
        `select p.*, u.name as unit, l.protection_level as level,
             (select count(*)::int from absence a where a.person_id = p.id) as absences,
             (select count(*)::int from added_number n where n.person_id = p.id) as added
           from person p left join unit u on u.id = p.unit_id
           join person_local l on l.person_id = p.id
          where p.employee_id = $1 order by p.employment, p.left_at nulls first`,
        [employeeId],
      );
      return rows[0] as Record<string, unknown> | undefined;
    },
    plan,
    decide: async (decision) => {
      const waiting = await plan();
      if (waiting === undefined) throw new Error('No plan waits.');
      await plans.decide(waiting.hash, decision, auditFact({ at: clock.now() }));
    },
    stop: async () => {
      await db.end();
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Gives somebody what only people give: an absence, an added number, and a level; `at` is when. */
export async function addLocalFacts(
  { db, clock }: RealSource,
  employeeId: string,
  level: 'OPEN' | 'RESTRICTED' | 'PROTECTED' = 'RESTRICTED',
): Promise<void> {
  const person = `from person where employee_id = $1 and employment = 'ACTIVE'`;
  await db.query(
    `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at_precision,
         phone_rings, source, version)
       select gen_random_uuid(), municipality_code, id, 'VACATION', $2, 'TIME', false, 'MANUAL', 1 ${person}`,
    [employeeId, clock.now()],
  );
  await db.query(
    `insert into added_number (id, municipality_code, person_id, kind, e164, original)
       select gen_random_uuid(), municipality_code, id, 'MOBILE', '+46701740699', '0701740699' ${person}`,
    [employeeId],
  );
  await db.query(
    `update person_local set protection_level = $2 where person_id = (select id ${person})`,
    [employeeId, level],
  );
}
