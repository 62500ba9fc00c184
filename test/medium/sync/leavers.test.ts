import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at, textAt } from '../../support/json.js';
import { nextYear } from '../../support/next-year.js';

let app: TestApp;
let id: string;
let colleague: string;
const mail = 'anna-karin.lindblad@hallsberg.test';
const without = (text: string) =>
  text
    .split('\n\n')
    .filter((record) => !record.includes('\nuid: anna-karin.lindblad\n'))
    .join('\n\n');

beforeAll(async () => {
  app = await startTestApp();
  colleague = await app.token('employee', '1861', '40104');
  const found = await app.ask('operator', `{ person(ref: { email: "${mail}" }) { id } }`);
  id = textAt(found.data, 'person.id');
  const note = `mutation { setAbsence(input: { person: { id: "${id}" }, reason: COURSE, endsAt: "${nextYear}-12-01T00:00:00Z" }) { userErrors { code } } }`;
  await app.ask('operator', note);
  await app.changeDirectory('1861', without);
}, 60_000);
afterAll(() => app.stop());

const fields =
  'displayName ... on Person { leftAt title numbers { e164 } absences { reason } currentAbsence { reason } presence { availability } reachability { verdict connectTo { e164 } trace } }';

async function seen(who: string) {
  const { data } = await app.ask(
    who,
    `query ($id: ID!) { node(id: $id) { ... on Person { ${fields} } } }`,
    { id },
  );
  return at(data, 'node');
}

const hits = async (who: string, query: string) =>
  at(
    (
      await app.ask(
        who,
        `{ searchDirectory(query: "${query}") { edges { node { displayName } } } }`,
      )
    ).data,
    'searchDirectory.edges.*.node.displayName',
  );

test('R2: who is missing once, or again within six hours, is still there for everybody', async () => {
  await app.sync('1861');
  app.clock.advance(6 * 3600 - 1);
  await app.sync('1861');
  for (const who of ['operator', colleague])
    expect(await seen(who)).toMatchObject({ leftAt: null, title: 'Kommunjurist' });
});

test('who is missing from two complete reads six hours apart is gone for all but operators and technicians', async () => {
  app.clock.advance(1);
  // A read that fails in between counts for nothing.
  await app.stopDirectory('1861');
  await app.sync('1861');
  expect(await seen(colleague)).toMatchObject({ leftAt: null });
  await app.changeDirectory('1861', without);
  await app.sync('1861');
  const leftAt = app.clock.now().toISOString();
  expect(await seen('operator')).toEqual({
    displayName: 'Anna-Karin Lindblad',
    leftAt,
    title: 'Kommunjurist',
    numbers: [],
    absences: [],
    currentAbsence: null,
    presence: null,
    reachability: { verdict: 'TAKE_MESSAGE', connectTo: null, trace: ['LEFT'] },
  });
  expect(await seen('technician')).toMatchObject({ leftAt, numbers: [] });
  expect(await hits('operator', 'lindblad')).toEqual(['Anna-Karin Lindblad']);
  for (const who of [colleague, 'intranetHallsberg', 'integration']) {
    expect(await seen(who)).toBeNull();
    expect(await hits(who, 'lindblad')).toEqual([]);
  }
});

test('is found by a number of the past by nobody, and is not to be changed', async () => {
  for (const who of ['operator', 'technician', 'phoneSystem']) {
    const { data } = await app.ask(
      who,
      '{ lookupNumber(number: "+46582001234") { label entry { id } } }',
    );
    expect(data).toEqual({ lookupNumber: { label: 'Hallsbergs kommun', entry: null } });
  }
  const set = `mutation { setAbsence(input: { person: { id: "${id}" }, reason: LUNCH }) { userErrors { code } } }`;
  expect(at((await app.ask('operator', set)).data, 'setAbsence.userErrors.*.code')).toEqual([
    'NOT_ALLOWED',
  ]);
  const stand = `mutation { setAbsence(input: { person: { email: "erik.bjorkman@hallsberg.test" }, reason: LUNCH, referral: { entryId: "${id}" } }) { userErrors { code } } }`;
  expect(at((await app.ask('operator', stand)).data, 'setAbsence.userErrors.*.code')).toEqual([
    'NOT_FOUND',
  ]);
});

test('has no sign-in here any more', async () => {
  const own = await app.token('employee', '1861', '40103');
  const { data } = await app.ask(own, '{ viewer { person { id } roles } }');
  expect(data).toEqual({ viewer: { person: null, roles: ['EMPLOYEE'] } });
});

test('who comes back has everything that was kept', async () => {
  await app.changeDirectory('1861', (text) => text);
  await app.sync('1861');
  expect(await seen('operator')).toMatchObject({
    leftAt: null,
    numbers: [{ e164: '+46582001234' }],
    currentAbsence: { reason: 'COURSE' },
  });
  expect(await seen(colleague)).toMatchObject({ leftAt: null });
});

test('after 90 days a leaver is gone for everybody', async () => {
  await app.changeDirectory('1861', without);
  await app.sync('1861');
  app.clock.advance(6 * 3600);
  await app.sync('1861');
  expect(await seen('operator')).not.toBeNull();
  app.clock.advance(20 * 86_400);
  await app.sync('1861');
  expect(await seen('operator')).not.toBeNull();
  app.clock.advance(70 * 86_400);
  await app.sync('1861');
  const key = await app.makeKey({
    role: 'OPERATOR',
    label: 'later',
    municipality: null,
    scopes: [],
    expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
  });
  expect(await seen(key)).toBeNull();
  expect(await hits(key, 'lindblad')).toEqual([]);
});
