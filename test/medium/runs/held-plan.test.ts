import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { DataSource, type Logger } from 'typeorm';
import type { MunicipalityCode } from '../../../src/kernel/ids.js';
import { HeldPlansStore } from '../../../src/store/held-plans.store.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at } from '../../support/json.js';
import { quiet } from '../../support/quiet.js';

let app: TestApp;
let db: Client;
let plans: HeldPlansStore;
const anna = '3dfd6b1f-ea96-4aba-b148-673f6954ad07';
const eva = '3fd134d0-1db6-4232-b499-4a5676eb27cc';

beforeAll(async () => {
  app = await startTestApp();
  plans = app.app.get(HeldPlansStore, { strict: false });
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});
beforeEach(() => app.clock.advance(60));
afterEach(async () => {
  await db.query('delete from held_plan');
});

const counts = 'missing disabled created lostFields relinked rejected';
const sample =
  'change field entry { id displayName municipality { code } ... on Person { protectionLevel } }';

async function waiting(first = 10, who = 'technician') {
  const query = `query ($first: Int!) { heldPlans { rules ${counts} samples(first: $first) { ${sample} } } }`;
  const answer = await app.ask(who, query, { first });
  return { ...answer, plans: at(answer.data, 'heldPlans') as Record<string, unknown>[] };
}

/** Holds a plan of these entries and shows it. */
async function held(entries: readonly string[], first = 10) {
  const source = { id: 'hallsberg', municipality: '1861' as MunicipalityCode };
  const heldAt = app.clock.now();
  await plans.hold({ source, hash: randomUUID(), rules: ['MASS_LOSS'], held: entries, heldAt });
  const { plans: shown, text } = await waiting(first);
  await db.query('delete from held_plan');
  return { plan: shown[0], text };
}

const namesOf = (plan: unknown) => at(plan, 'samples.*.entry.displayName');
const changesOf = (plan: unknown) => at(plan, 'samples.*.change');

describe('a plan with somebody PROTECTED in it', () => {
  test('looks as it would without, when people are missing from a directory', async () => {
    const shown: Record<string, unknown>[] = [];
    for (const alsoEva of [false, true]) {
      await app.changeDirectory('1861', (text) => {
        let gone = 0;
        const leaves = (record: string) =>
          record.includes(`entryUUID: ${eva}`)
            ? alsoEva
            : record.includes('\nobjectClass: inetOrgPerson') && (gone += 1) <= 12;
        return text
          .split('\n\n')
          .filter((record) => !leaves(record))
          .join('\n\n');
      });
      expect(await app.sync('1861')).toMatchObject({ status: 'HELD' });
      shown.push(...(await waiting()).plans);
      await db.query('delete from held_plan');
    }
    expect(shown).toHaveLength(2);
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[0]).toMatchObject({ rules: ['MASS_LOSS'], missing: 12, disabled: 0, created: 0 });
    expect(changesOf(shown[0])).toEqual(Array.from({ length: 10 }, () => 'MISSING'));
    expect(namesOf(shown[0])).not.toContain('Eva Sundin');
    await app.changeDirectory('1861', (text) => text);
    await app.sync('1861');
  }, 60_000);

  test('looks as it would without, whatever would be done', async () => {
    const others = [`MISSING:${anna}`, 'CREATED:new', 'CONFIGURATION:c', 'KIND:FUNCTION'];
    const about = [
      `MISSING:${eva}`,
      `DISABLED:${eva}`,
      `LOST:mobile:${eva}`,
      `RELINK:${eva}:new`,
      `RELINK:old:${eva}`,
      `REJECTED:${eva}`,
      `CREATED:${eva}`,
    ];
    const without = await held(others);
    const withEva = await held([...about, ...others]);
    expect(withEva.text).toBe(without.text);
    expect(without.plan).toMatchObject({
      missing: 1,
      disabled: 0,
      created: 1,
      lostFields: 0,
      relinked: 0,
      rejected: 0,
    });
    expect(namesOf(without.plan)).toEqual(['Anna Johansson']);
  });
});

describe('the samples of a plan', () => {
  test('are people as the technician sees them, of each change in turns', async () => {
    const { plan } = await held([
      'CREATED:new',
      `DISABLED:${anna}`,
      `LOST:mobile:${anna}`,
      `LOST:title:${anna}`,
      'MISSING:unknown',
      `REJECTED:${anna}`,
      `RELINK:${anna}:new`,
      `RELINK:old:${anna}`,
    ]);
    expect(plan).toMatchObject({
      missing: 1,
      disabled: 1,
      created: 1,
      lostFields: 2,
      relinked: 2,
      rejected: 1,
    });
    const shown = at(plan, 'samples') as { change: string; field: string | null }[];
    expect(shown.map(({ change, field }) => `${change} ${field ?? ''}`.trim())).toEqual([
      'DISABLED',
      'LOST_FIELD mobile',
      'LOST_FIELD title',
      'REJECTED',
      'RELINKED',
      'RELINKED',
    ]);
    const seen = await app.ask(
      'technician',
      '{ person(ref: { email: "anna.johansson@hallsberg.test" }) { id displayName municipality { code } protectionLevel } }',
    );
    expect(at(plan, 'samples.0.entry')).toEqual(at(seen.data, 'person'));
  });

  test('are of the own source only, and nobody else has the key there', async () => {
    const { rows } = await db.query<{ key: string }>(
      `select directory_key as key from person where source_id = 'laxa' limit 1`,
    );
    const { plan } = await held([`MISSING:${rows[0]?.key}`]);
    expect(plan).toMatchObject({ missing: 1, samples: [] });
  });

  test('are as many as asked for, 1 to 100', async () => {
    const { rows } = await db.query<{ entry: string }>(
      `select 'MISSING:' || p.directory_key as entry from person p join person_local l on l.person_id = p.id
        where p.source_id = 'hallsberg' and l.protection_level = 'OPEN'`,
    );
    const entries = rows.map(({ entry }) => entry);
    expect(namesOf((await held(entries)).plan)).toHaveLength(10);
    expect(namesOf((await held(entries, 3)).plan)).toHaveLength(3);
    expect(namesOf((await held(entries, 100)).plan)).toHaveLength(entries.length);
    const source = { id: 'hallsberg', municipality: '1861' as MunicipalityCode };
    const plan = { source, hash: 'a', rules: [], held: entries, heldAt: app.clock.now() };
    await plans.hold(plan);
    for (const first of [0, 101])
      expect(at(await waiting(first), 'errors.*.extensions.code')).toEqual(['BAD_USER_INPUT']);
  });

  test('cost a handful of statements, whatever the size of the plan', async () => {
    const known = await db.query<{ key: string }>(
      `select directory_key as key from person where source_id = 'hallsberg'`,
    );
    const keys = known.rows.map(({ key }) => key);
    const strangers = Array.from({ length: 100_000 }, () => `CREATED:${randomUUID()}`);
    await quiet(app);
    const database = app.app.get(DataSource);
    const usual = database.logger;
    let statements = 0;
    const counter: Logger = { ...silent, logQuery: () => void (statements += 1) };
    database.setOptions({ logging: true });
    database.logger = counter;
    const { plan } = await held([...strangers, ...keys.map((key) => `MISSING:${key}`)], 20);
    database.setOptions({ logging: false });
    database.logger = usual;
    expect(plan).toMatchObject({ created: 100_000, missing: keys.length - 1 });
    expect(namesOf(plan)).toHaveLength(20);
    // One of them holds the plan; the key of the technician is remembered.
    expect(statements).toBeLessThanOrEqual(7);
  }, 30_000);
});

test('plans are for technicians, and who decided one is kept', async () => {
  expect(at(await waiting(10, 'operator'), 'errors.*.extensions.code')).toEqual(['FORBIDDEN']);
  const source = { id: 'hallsberg', municipality: '1861' as MunicipalityCode };
  const plan = { source, rules: [], held: [`MISSING:${anna}`], heldAt: app.clock.now() };
  const verdicts = { approvePlan: 'APPROVED', rejectPlan: 'REJECTED' };
  for (const [verb, decision] of Object.entries(verdicts)) {
    const hash = randomUUID();
    await plans.hold({ ...plan, hash });
    const mutation = `mutation ($hash: String!) { ${verb}(input: { hash: $hash }) { decided } }`;
    const answer = await app.ask('technician', mutation, { hash });
    expect(at(answer.data, `${verb}.decided`)).toBe(true);
    const decided = 'select decision, decided_by from held_plan where hash = $1';
    const { rows } = await db.query(decided, [hash]);
    expect(rows).toEqual([{ decision, decided_by: expect.stringMatching(/^key:/) }]);
    app.clock.advance(8 * 86_400);
    await plans.hold({ ...plan, hash, heldAt: app.clock.now() });
    const asked = await db.query(decided, [hash]);
    expect(asked.rows).toEqual([{ decision: null, decided_by: null }]);
  }
});

const silent: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
