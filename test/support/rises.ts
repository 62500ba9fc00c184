import { Client } from 'pg';
import { globalId, type MunicipalityCode, type SyncRunId } from '../../src/kernel/ids.js';
import type { ProtectionLevel } from '../../src/kernel/words.js';
import { LevelRisesStore } from '../../src/store/level-rises.store.js';
import { SyncConnections } from '../../src/store/sync-connections.js';
import { SyncRunsStore } from '../../src/store/sync-runs.store.js';
import { startTestApp, type Answer, type TestApp } from './app.js';
import { at } from './json.js';

/** What the directory says of people in Hallsberg, by the first part of their mail address; `#` begins a key of nobody. */
export type Marks = readonly (readonly [uid: string, level: ProtectionLevel])[];

/** The running program, with runs that raise levels and officers who undo them. */
export type RisesTest = {
  readonly app: TestApp;
  readonly db: Client;
  /** A run of Hallsberg's directory. */
  startRun(): Promise<SyncRunId>;
  /** Raises in a run, as a sync does; in a new one if none is said. */
  raise(
    marks: Marks,
    run?: SyncRunId,
  ): Promise<{ readonly run: SyncRunId; readonly count: number }>;
  /** Level and version, such as `OPEN 1`. */
  local(uid: string): Promise<string | undefined>;
  /** What came of an officer's word: the payload, and each error as `CODE field`. */
  undo(officer: string, run: SyncRunId, caseReference?: string): Promise<unknown>;
  /** The run as levelRises tells of it. */
  listed(officer: string, run: SyncRunId): Promise<unknown>;
  /** A level that an officer sets by hand; the payload's errors. */
  setLevel(officer: string, uid: string, level: ProtectionLevel): Promise<unknown>;
  stop(): Promise<void>;
};

const source = { id: 'hallsberg', municipality: '1861' as MunicipalityCode };
const mailOf = (uid: string) => `${uid}@hallsberg.test`;
const payload = 'step lowered left userErrors { code field }';
const list = 'runId source raisedAt people toRestricted toProtected standing undo';

/** Starts the program over its own database. */
export async function startRises(): Promise<RisesTest> {
  const app = await startTestApp();
  const db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  const rises = app.app.get(LevelRisesStore, { strict: false });
  const runs = app.app.get(SyncRunsStore, { strict: false });
  const connections = app.app.get(SyncConnections, { strict: false });
  const startRun = async () => {
    const kind = { kind: 'COMPLETE', trigger: 'SCHEDULE' } as const;
    return (await runs.start(source, kind, app.clock.now())) as SyncRunId;
  };
  const keyOf = async (uid: string) => {
    if (uid.startsWith('#')) return uid;
    const { rows } = await db.query<{ key: string }>(
      'select directory_key as key from person where email = $1',
      [mailOf(uid)],
    );
    if (rows[0] === undefined) throw new Error(`Nobody in Hallsberg is ${uid}.`);
    return rows[0].key;
  };
  return {
    app,
    db,
    startRun,
    raise: async (marks, given) => {
      const run = given ?? (await startRun());
      const levels: { key: string; level: ProtectionLevel }[] = [];
      for (const [uid, level] of marks) levels.push({ key: await keyOf(uid), level });
      const count = await connections.exclusively(source, (connection) =>
        rises.raise(connection, source, run, levels, app.clock.now()),
      );
      if (count === null) throw new Error('Another run is at it.');
      return { run, count };
    },
    local: async (uid) => {
      const { rows } = await db.query<{ local: string }>(
        `select l.protection_level || ' ' || l.version as local
           from person p join person_local l on l.person_id = p.id where p.email = $1`,
        [mailOf(uid)],
      );
      return rows[0]?.local;
    },
    undo: async (officer, run, caseReference = 'KS 2026-118') => {
      const change = `mutation ($input: UndoLevelRisesInput!) { undoLevelRises(input: $input) { ${payload} } }`;
      const input = { runId: globalId('SYNC_RUN', run), caseReference };
      return withShortErrors(await app.ask(officer, change, { input }));
    },
    listed: async (officer, run) => {
      const { data } = await app.ask(officer, `{ levelRises { ${list} } }`);
      const all = at(data, 'levelRises') as readonly { readonly runId: string }[];
      return all.find(({ runId }) => runId === globalId('SYNC_RUN', run));
    },
    setLevel: async (officer, uid, level) => {
      const found = await app.ask(
        officer,
        `{ person(ref: { email: "${mailOf(uid)}" }) { id version } }`,
      );
      const change = `mutation ($input: SetProtectionInput!) { setProtection(input: $input) { userErrors { code } } }`;
      const person = at(found.data, 'person') as { readonly id: string; readonly version: string };
      const { id: personId, version: expectedVersion } = person;
      const input = { personId, expectedVersion, level, caseReference: 'KS 2026-118' };
      const { data } = await app.ask(officer, change, { input });
      return at(data, 'setProtection.userErrors');
    },
    stop: async () => {
      await db.end();
      await app.stop();
    },
  };
}

function withShortErrors({ data, errors }: Answer): unknown {
  if (errors) return errors.map(({ extensions }) => extensions.code);
  const result = at(data, 'undoLevelRises') as {
    readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
  };
  const { userErrors, ...rest } = result;
  if (userErrors.length === 0) return rest;
  return userErrors.map(({ code, field }) => `${code} ${field.join('.')}`);
}
