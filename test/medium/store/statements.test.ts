import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource, type Logger, type QueryRunner } from 'typeorm';
import type {
  AbsenceId,
  ForwardingId,
  MunicipalityCode,
  PersonId,
  SyncRunId,
} from '../../../src/kernel/ids.js';
import type { Reach } from '../../../src/kernel/viewer.js';
import { AbsenceReasonsStore } from '../../../src/store/absence-reasons.store.js';
import { AbsencesStore } from '../../../src/store/absences.store.js';
import { ApiKeysStore } from '../../../src/store/api-keys.store.js';
import { databaseOptions } from '../../../src/store/data-source.js';
import { DirectoryStore } from '../../../src/store/directory.store.js';
import { LevelRisesStore } from '../../../src/store/level-rises.store.js';
import { clearStage, stage } from '../../../src/store/staging.js';
import { ForwardingsStore } from '../../../src/store/forwardings.store.js';
import { HeldPlansStore } from '../../../src/store/held-plans.store.js';
import { LocalFactsStore } from '../../../src/store/local-facts.store.js';
import { MunicipalitiesStore } from '../../../src/store/municipalities.store.js';
import { SourcePeopleStore } from '../../../src/store/source-people.store.js';
import { SyncHistoryStore } from '../../../src/store/sync-history.store.js';
import { SettingsStore } from '../../../src/store/settings.store.js';
import { RiseUndosStore } from '../../../src/store/rise-undos.store.js';
import { nothingCounted, SyncRunsStore } from '../../../src/store/sync-runs.store.js';
import { auditCalls } from './audit-calls.js';
import { calendarCalls } from './calendar-calls.js';
import { keyCalls, reasonCalls, settingsCalls } from './administration-calls.js';
import { answeringCalls } from './answering-calls.js';
import { QuickReads } from '../../../src/store/quick-reads.js';
import { peopleCalls } from './people-calls.js';
import { levelCalls } from './level-calls.js';
import { liveCalls } from './live-calls.js';
import { relationCalls } from './relation-calls.js';
import { telephoneCalls } from './telephone-calls.js';
import { carried, syncCalls, writes } from './sync-calls.js';
import { auditFact } from '../../support/audit-fact.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { absence, forwarding, now } from '../../support/people.js';
import { directoriesFile } from '../../support/raw-entry.js';
import { parseDirectories } from '../../../src/config/directories-file.js';
import type { E164 } from '../../../src/staff/phone-number.js';

const file = 'test/medium/store/statements.sql';

/** Collects what a method sends. */
class Recorder implements Logger {
  sent: string[] = [];
  logQuery(query: string): void {
    this.sent.push(query.trim());
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

let database: TestDatabase;
let source: DataSource;
let connection: QueryRunner;
let reads: QuickReads;
let run: SyncRunId;
const recorder = new Recorder();
const person = randomUUID() as PersonId;
const from = { id: 'hallsberg', municipality: '1861' as MunicipalityCode };
const reach: Reach = {
  people: ['OPEN:1861'],
  known: [],
  findByEmail: [],
  findByEmployeeId: [],
  findByDirect: [],
  findByMobile: [],
};

beforeAll(async () => {
  database = await createTestDatabase();
  source = new DataSource({
    ...databaseOptions(database.programUrl),
    logging: true,
    logger: recorder,
  });
  await source.initialize();
  reads = new QuickReads({ databaseUrl: database.programUrl }, source);
  await new MunicipalitiesStore(source).configure(
    parseDirectories(directoriesFile()).municipalities,
  );
  connection = source.createQueryRunner();
  await stage(connection, from, writes, String);
  await new DirectoryStore().carryOut(connection, from, carried, String, async () => undefined);
  await clearStage(connection, from);
  const kind = { kind: 'COMPLETE', trigger: 'SCHEDULE' } as const;
  run = (await new SyncRunsStore(source).start(from, kind, now)) as SyncRunId;
});
afterAll(async () => {
  await connection.release();
  await reads.onApplicationShutdown();
  await source.destroy();
  await database.drop();
});

/** Each method of each store, called once. */
function calls(): Record<string, () => Promise<unknown>> {
  const municipalities = new MunicipalitiesStore(source);
  const absences = new AbsencesStore(source);
  const forwardings = new ForwardingsStore(source);
  const facts = new LocalFactsStore(source);
  const runs = new SyncRunsStore(source);
  const history = new SyncHistoryStore(source);
  const sourcePeople = new SourcePeopleStore(source);
  const plans = new HeldPlansStore(source);
  const rises = new LevelRisesStore(source);
  const undos = new RiseUndosStore(source);
  let risen = '' as SyncRunId;
  const undoBy = (actor: string) =>
    undos.undo({
      runId: risen,
      municipality: from.municipality,
      fact: auditFact({ actor }),
    });
  const owner = async () => {
    const [row] = (await source.query('select id from person where source_id is not null')) as [
      { id: PersonId },
    ];
    recorder.sent = [];
    return { personId: row.id, municipality: from.municipality };
  };
  const own = { id: randomUUID() as AbsenceId };
  const slot = { id: randomUUID() as ForwardingId };
  return {
    'MunicipalitiesStore.configure': () =>
      municipalities.configure(parseDirectories(directoriesFile()).municipalities),
    ...peopleCalls(source, municipalities, {
      reads,
      reach,
      person,
      municipality: from.municipality,
    }),
    ...syncCalls(connection, source, from),
    'HeldPlansStore.recentLosses': () => plans.recentLosses(from, now),
    'HeldPlansStore.approvedSets': () => plans.approvedSets(from, now),
    'HeldPlansStore.rejectedRelinks': () => plans.rejectedRelinks(from, now),
    'HeldPlansStore.hold': () =>
      plans.hold({ source: from, hash: 'a', rules: [], held: [], heldAt: now }),
    'HeldPlansStore.waiting': () => plans.waiting(),
    'HeldPlansStore.decide': () => plans.decide('a', 'REJECTED', auditFact()),
    'AbsencesStore.add': async () => absences.add(await owner(), absence(own), auditFact()),
    'AbsencesStore.addAll': async () =>
      absences.addAll([
        {
          owner: await owner(),
          absence: absence({ id: randomUUID() as AbsenceId }),
          fact: auditFact(),
        },
      ]),
    'AbsencesStore.replace': () => absences.replace(absence(own), auditFact(), now),
    'AbsencesStore.eraseEnded': () => absences.eraseEnded(now),
    'AbsencesStore.eraseEndedNotes': () => absences.eraseEndedNotes(now),
    'AbsencesStore.ownerUndisclosed': () => absences.ownerUndisclosed(own.id),
    'AbsencesStore.remove': () => absences.remove(absence({ ...own, version: '2' }), auditFact()),
    ...calendarCalls(source, owner),
    'ForwardingsStore.set': async () =>
      forwardings.set(await owner(), forwarding(slot), auditFact(), null),
    'ForwardingsStore.switchOff': () => forwardings.switchOff([randomUUID() as ForwardingId], []),
    'ForwardingsStore.ownerUndisclosed': () => forwardings.ownerUndisclosed(reach, slot.id),
    'ForwardingsStore.remove': () => forwardings.remove(forwarding(slot), auditFact()),
    'LocalFactsStore.changeNumbers': async () =>
      facts.changeNumbers(
        (await owner()).personId,
        '2',
        {
          direct: '+46582001234' as E164,
          extension: undefined,
          mobile: undefined,
          mobileAudience: undefined,
        },
        auditFact(),
      ),
    'LevelRisesStore.raise': async () => {
      const run = await runs.start(from, { kind: 'COMPLETE', trigger: 'SCHEDULE' }, now);
      risen = run as SyncRunId;
      recorder.sent = [];
      const connection = source.createQueryRunner();
      const marks = [{ key: 'a', level: 'PROTECTED' }] as const;
      expect(await rises.raise(connection, from, run, marks, now)).toBe(1);
      await connection.release();
    },
    'LevelRisesStore.runs': () => rises.runs(from.municipality, now),
    'RiseUndosStore.undo, asked for': () => undoBy('one'),
    'RiseUndosStore.undo, confirmed': () => undoBy('another'),
    'LocalFactsStore.raiseLevel': async () =>
      facts.raiseLevel((await owner()).personId, '3', 'PROTECTED', auditFact()),
    ...levelCalls(source, owner),
    ...relationCalls(source, reach, owner),
    ...answeringCalls(source, reach, owner),
    ...liveCalls(source, owner),
    ...telephoneCalls(source, from.municipality),
    'SyncRunsStore.start': () => runs.start(from, { kind: 'COMPLETE', trigger: 'SCHEDULE' }, now),
    'SyncRunsStore.request': () => runs.request(from, 'PREVIEW', auditFact()),
    'SyncRunsStore.queued': () => runs.queued(connection),
    'SyncRunsStore.take': () => runs.take(randomUUID(), now),
    'SyncRunsStore.closeAborted': () => runs.closeAborted(from, now),
    'SyncRunsStore.finish': () =>
      runs.finish(
        run,
        from,
        {
          ...nothingCounted,
          status: 'SUCCEEDED',
          server: null,
          planHash: null,
          message: null,
          rejections: [],
        },
        now,
      ),
    'SourcePeopleStore.undisclosedProtectedKeys': () =>
      sourcePeople.undisclosedProtectedKeys([from.id]),
    'SourcePeopleStore.byKeys': () => sourcePeople.byKeys(reach, from.id, ['a']),
    'SyncHistoryStore.page': () =>
      history.page({ municipality: null, source: null }, { first: 20, after: null }),
    'SyncHistoryStore.byIds': () => history.byIds([run]),
    'SyncHistoryStore.rejections': () => history.rejections([run], 100),
    ...auditCalls(connection, source),
    ...keyCalls(new ApiKeysStore(source)),
    ...settingsCalls(source, new SettingsStore(source, municipalities), from.municipality),
    ...reasonCalls(new AbsenceReasonsStore(source), from.municipality),
  };
}

test('statements.sql holds the SQL that each method of the stores sends (write it with npm run statements)', async () => {
  const parts: string[] = [];
  for (const [name, call] of Object.entries(calls())) {
    recorder.sent = [];
    await call();
    expect([name, recorder.sent.length]).not.toEqual([name, 0]);
    parts.push(`-- ${name}\n${recorder.sent.map((sql) => `${sql};`).join('\n')}\n`);
  }
  const text = parts.join('\n');
  if (process.env['WRITE_STATEMENTS'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
  // The instant is a parameter, from the clock.
  expect(text).not.toMatch(/\bnow\(\)|current_timestamp|clock_timestamp/i);
});
