import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SyncSchedule } from '../../../src/sync/sync-schedule.js';
import { SyncSource } from '../../../src/sync/sync-source.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at, textAt } from '../../support/json.js';

let app: TestApp;
const same = (text: string) => text;

beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());
beforeEach(() => app.clock.advance(60));

/** The LDIF without its first so many people. */
const withoutPeople = (count: number) => (text: string) => {
  let gone = 0;
  return text
    .split('\n\n')
    .filter((record) => !record.includes('\nobjectClass: inetOrgPerson') || (gone += 1) > count)
    .join('\n\n');
};

async function plans() {
  const query =
    '{ heldPlans { hash source municipalityCode rules missing disabled created lostFields } }';
  return at((await app.ask('technician', query)).data, 'heldPlans') as Record<string, unknown>[];
}

async function decide(verb: 'approvePlan' | 'rejectPlan', hash: string, who = 'technician') {
  const query = `mutation ($hash: String!) { ${verb}(input: { hash: $hash }) { decided userErrors { code field } } }`;
  const answer = await app.ask(who, query, { hash });
  return at(answer.data, verb) ?? at(answer, 'errors.*.extensions.code');
}

async function freshness() {
  const { data } = await app.ask(
    'operator',
    '{ municipalities { code sources { name freshness lastCompleteAt } } }',
  );
  const found = at(data, 'municipalities') as {
    code: string;
    sources: Record<string, unknown>[];
  }[];
  return found.find((m) => m.code === '1861')?.sources[0];
}

async function shown() {
  const query =
    '{ searchDirectory(query: "hallsberg.test@", first: 100) { edges { cursor } } a: searchDirectory(query: "an", first: 100) { edges { node { displayName } } } }';
  return at((await app.ask('technician', query)).data, 'a.edges.*.node.displayName');
}

describe('R3: a directory that loses a quarter of its people', () => {
  test('is held whole: nobody is missing, and nothing else of the run is done', async () => {
    const before = await shown();
    await app.changeDirectory('1861', (text) =>
      withoutPeople(12)(text).replaceAll('title: Lärare', 'title: Pedagog'),
    );
    const report = await app.sync('1861');
    expect(report).toMatchObject({ status: 'HELD', created: 0, updated: 0, missing: 0, seen: 27 });
    expect(report?.message).toMatch(/^Held by MASS_LOSS.*: approve or reject plan [0-9a-f]{32}\.$/);
    expect(await shown()).toEqual(before);
    expect(await plans()).toEqual([
      expect.objectContaining({
        source: 'hallsberg',
        municipalityCode: '1861',
        missing: 12,
        created: 0,
      }),
    ]);
  });

  test('is held again at the next run, as the same plan', async () => {
    const [plan] = await plans();
    expect(await app.sync('1861')).toMatchObject({ status: 'HELD' });
    expect((await plans()).map((one) => one['hash'])).toEqual([plan?.['hash']]);
  });

  test('is for a technician to decide, by the hash of what was seen, once', async () => {
    const hash = textAt(await plans(), '0.hash');
    expect(await decide('approvePlan', hash, 'operator')).toEqual(['FORBIDDEN']);
    const none = { decided: false, userErrors: [{ code: 'NOT_FOUND', field: ['input', 'hash'] }] };
    expect(await decide('approvePlan', 'another')).toEqual(none);
    expect(await decide('approvePlan', hash)).toEqual({ decided: true, userErrors: [] });
    expect(await decide('rejectPlan', hash)).toEqual(none);
    expect(await plans()).toEqual([]);
  });

  test('is carried out once approved; a part of what was approved passes too', async () => {
    await app.changeDirectory('1861', withoutPeople(11));
    expect(await app.sync('1861')).toMatchObject({ missing: 11 });
    await app.changeDirectory('1861', withoutPeople(12));
    expect(await app.sync('1861')).toMatchObject({ missing: 1 });
    await app.changeDirectory('1861', same);
    expect(await app.sync('1861')).toMatchObject({ seen: 39, missing: 0 });
  });

  test('is not let by an approval beyond what it covers, or after a week', async () => {
    await app.changeDirectory('1861', withoutPeople(13));
    expect(await app.sync('1861')).toMatchObject({ status: 'HELD' });
    const hash = textAt(await plans(), '0.hash');
    expect(await decide('approvePlan', hash)).toMatchObject({ decided: true });
    app.clock.advance(8 * 86_400);
    expect(await app.sync('1861')).toMatchObject({ status: 'HELD', missing: 0 });
    expect((await plans()).map((one) => one['hash'])).toEqual([hash]);
    expect(await decide('rejectPlan', hash)).toMatchObject({ decided: true });
    expect(await app.sync('1861')).toMatchObject({ status: 'HELD' });
    expect(await plans()).toEqual([]);
    await app.changeDirectory('1861', same);
    await app.sync('1861');
  });
});

test('losses add up over seven days: a few at a time is held as soon as it is too many', async () => {
  const seen: unknown[] = [];
  for (const gone of [4, 8, 10, 11]) {
    app.clock.advance(86_400);
    await app.changeDirectory('1861', withoutPeople(gone));
    seen.push((await app.sync('1861'))?.status === 'HELD');
  }
  expect(seen).toEqual([false, false, false, true]);
  await app.changeDirectory('1861', same);
  await app.sync('1861');
});

test('R4: a lost right to read telephone numbers is held, and everybody keeps theirs', async () => {
  await app.changeDirectory('1861', (text) => text.replaceAll(/^telephoneNumber: .*\n/gm, ''));
  expect(await app.sync('1861')).toMatchObject({ status: 'HELD', updated: 0 });
  expect((await plans())[0]).toMatchObject({ rules: ['FIELD_LOSS'], missing: 0 });
  const { data } = await app.ask('operator', '{ lookupNumber(number: "+46582001234") { label } }');
  expect(data).toEqual({ lookupNumber: { label: 'Anna-Karin Lindblad' } });
  await app.changeDirectory('1861', same);
  await app.sync('1861');
});

test('R1: a filter that was narrowed removes nobody before somebody says yes', async () => {
  const schedule = app.app.get(SyncSchedule);
  const source = schedule.sources().find((one) => one.directory.id === 'hallsberg');
  if (source === undefined) throw new Error('There is no such source.');
  const filter = '(&(objectClass=inetOrgPerson)(employeeType=*)(!(sn=Lindblad)))';
  const narrowed = {
    ...source,
    directory: { ...source.directory, people: { ...source.directory.people, filter } },
  };
  const sync = app.app.get(SyncSource, { strict: false });
  expect(await sync.preview(narrowed)).toMatchObject({ status: 'HELD', missing: 1 });
  expect(await sync.run(narrowed)).toMatchObject({ status: 'HELD', missing: 0 });
  expect((await plans())[0]).toMatchObject({ rules: ['CONFIGURATION_CHANGED'], missing: 1 });
  expect(await decide('approvePlan', textAt(await plans(), '0.hash'))).toMatchObject({
    decided: true,
  });
  expect(await sync.run(narrowed)).toMatchObject({ missing: 1 });
  // Back to the old filter: a change again, to be looked at though nobody is missing from it.
  expect(await app.sync('1861')).toMatchObject({ status: 'HELD', seen: 39 });
  expect((await plans())[0]).toMatchObject({ rules: ['CONFIGURATION_CHANGED'], missing: 0 });
  await decide('approvePlan', textAt(await plans(), '0.hash'));
  expect(await app.sync('1861')).toMatchObject({ seen: 39, reappeared: 1, missing: 0 });
});

test('P7: how old what a directory gave is, is for everybody to see', async () => {
  expect(await app.sync('1861')).toMatchObject({ missing: 0 });
  app.clock.advance(2);
  const whole = await freshness();
  expect(whole).toMatchObject({ name: 'hallsberg', freshness: 'LIVE' });
  await app.stopDirectory('1861');
  app.clock.advance(46 * 60);
  await app.sync('1861');
  expect(await freshness()).toEqual({ ...whole, freshness: 'STALE' });
});
