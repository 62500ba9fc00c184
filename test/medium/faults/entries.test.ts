import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import { everyAttribute } from '../../support/scripted-ldap/answer-behaviours.js';
import type { ScriptedAttributes } from '../../support/scripted-ldap/directory.js';
import {
  notUtf8,
  readableGuid,
  samplePeople,
  samplePerson,
  sampleUnit,
  twoMegabytes,
} from '../../support/scripted-ldap/sample-people.js';
import { reader, startSyncedSources, type SyncedSources } from '../../support/synced-source.js';
import { inPeople } from '../../support/withstand.js';

let ldap: ScriptedLdap;
let synced: SyncedSources;
const key = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

beforeAll(async () => {
  ldap = await startScriptedLdap({ people: samplePeople(5), units: [sampleUnit], account: reader });
  synced = await startSyncedSources([{ server: ldap.url }]);
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 5, created: 5 });
}, 60_000);
afterAll(async () => {
  await synced.stop();
  await ldap.close();
});
beforeEach(() => ldap.change({ script: {}, people: samplePeople(5) }));

/** A run in which the second person has these attributes in place of its own. */
async function read(attributes: ScriptedAttributes) {
  const people = samplePeople(5).map((one, i) => (i === 1 ? samplePerson(2, attributes) : one));
  ldap.change({ people });
  return synced.sync();
}

async function stored(number = 2) {
  const { rows } = await synced.db.query(
    `select display_name as name, given_name as given, title, email, employee_id as id, missing_since as missing,
        (select array_agg(coalesce(n.e164, n.extension) || ' ' || n.original order by n.position)
           from directory_number n where n.person_id = p.id) as numbers
       from person p where directory_key = $1`,
    [key(number)],
  );
  return rows[0] as Record<string, unknown> | undefined;
}

/** The others are as they were, and a healthy run finds everybody. */
async function healthyAgain(): Promise<void> {
  expect(await stored(3)).toMatchObject({ title: 'Handläggare', missing: null });
  ldap.change({ people: samplePeople(5), script: {} });
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 5, missing: 0 });
  expect(await stored()).toMatchObject({ name: 'Åsa Öberg 2', title: 'Handläggare' });
}

test('29: two people with one mail address are two people, and both have it', async () => {
  const mail = 'p3@hallsberg.test';
  expect(await read({ mail: [mail] })).toMatchObject({
    status: 'SUCCEEDED',
    updated: 1,
    missing: 0,
  });
  expect([await stored(2), await stored(3)]).toMatchObject([
    { name: 'Åsa Öberg 2', email: mail },
    { name: 'Åsa Öberg 3', email: mail },
  ]);
  await healthyAgain();
});

test('30: nobody needs a mail address, a telephone or a display name', async () => {
  const none = { mail: [], telephoneNumber: [], displayName: [], title: [] };
  expect(await read(none)).toMatchObject({ status: 'SUCCEEDED', updated: 1, seen: 5 });
  expect(await stored()).toMatchObject({
    name: 'Åsa Öberg 2',
    email: null,
    title: null,
    numbers: null,
  });
  await healthyAgain();
});

test('30: but a name: without any the entry is told of, and the person stays as known', async () => {
  const before = await stored();
  const report = await read({ displayName: [], givenName: [], sn: [] });
  expect(report).toMatchObject({
    status: 'COMPLETED_WITH_ERRORS',
    updated: 0,
    missing: 0,
    seen: 5,
  });
  expect((await synced.lastRun()).rejections).toEqual([`${key(2)} NO_NAME`]);
  expect(await stored()).toEqual(before);
  await healthyAgain();
});

test('31: a value that is not UTF-8 costs its field, and is told of', async () => {
  const report = await read({ title: [notUtf8], telephoneNumber: ['0582-000777'] });
  expect(report).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', updated: 1 });
  expect((await synced.lastRun()).rejections).toEqual([`${key(2)} title NOT_UTF8`]);
  expect(await stored()).toMatchObject({
    name: 'Åsa Öberg 2',
    title: null,
    numbers: ['+46582000777 0582-000777'],
  });
  await healthyAgain();
});

test('31: what comes beside it in the same attribute is taken', async () => {
  await read({ title: [notUtf8, 'Överförmyndare'] });
  expect(await stored()).toMatchObject({ title: 'Överförmyndare' });
  await healthyAgain();
});

test('32: an objectGUID that happens to be text is a key of 16 bytes all the same', async () => {
  const person = samplePerson(6, { entryUUID: [], objectGUID: [readableGuid] });
  ldap.change({ people: [...samplePeople(5), person] });
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', created: 1, seen: 6 });
  const hex = Buffer.from(readableGuid).toString('hex');
  const { rows } = await synced.db.query<{ key: string }>(
    `select directory_key as key from person where display_name = 'Åsa Öberg 6'`,
  );
  expect(rows.map((row) => row.key.slice(-12))).toEqual([hex.slice(-12)]);
  expect(await synced.sync()).toMatchObject({ created: 0, updated: 0, missing: 0 });
  ldap.change({ people: samplePeople(5) });
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', missing: 1 });
});

test('33: names of attributes in any case and with options, and one that is called dn', async () => {
  ldap.change({ script: inPeople(everyAttribute) });
  const report = await read({
    mail: [],
    MAIL: ['stor@hallsberg.test'],
    title: [],
    'title;lang-sv': ['Chef'],
    dn: ['uid=nobody,dc=else,dc=test'],
  });
  expect(report).toMatchObject({ status: 'SUCCEEDED', seen: 5, missing: 0 });
  expect(await stored()).toMatchObject({ email: 'stor@hallsberg.test', title: 'Chef' });
  const { rows } = await synced.db.query('select count(distinct dn_digest)::int as n from person');
  expect(rows).toEqual([{ n: 6 }]);
  await healthyAgain();
});

test('36: a photo of 2 MB is never asked for', async () => {
  const searches = ldap.searches.length;
  const report = await read({ thumbnailPhoto: [twoMegabytes], jpegPhoto: [twoMegabytes] });
  expect(report).toMatchObject({ status: 'SUCCEEDED', updated: 0 });
  const asked = ldap.searches.slice(searches).flatMap(({ attributes }) => attributes);
  for (const name of ['*', '+', 'thumbnailphoto', 'jpegphoto', 'photo'])
    expect(asked).not.toContain(name);
  expect(asked).toContain('mail');
  await healthyAgain();
});

test('36: 2 MB in an attribute that is asked for are left out, and told of', async () => {
  const report = await read({ title: [twoMegabytes], employeeNumber: ['77'] });
  expect(report).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', updated: 1, missing: 0 });
  expect((await synced.lastRun()).rejections).toEqual([`${key(2)} title TOO_LONG`]);
  expect(await stored()).toMatchObject({ title: null, id: '77' });
  await healthyAgain();
});

test('37: what is long is cut or told of; what hides or turns what people read is taken out', async () => {
  const report = await read({
    title: ['å'.repeat(100_000)],
    givenName: [`Å\u0000s\u0007a\u202E`],
    displayName: [`${'x'.repeat(199)}😀😀`],
    mail: [`p2\u0000@hallsberg.test`],
    telephoneNumber: [`0582-00\u000012 34\u202E`, `0582-${'0'.repeat(70_000)}`],
    employeeNumber: ['\u0000\u200B'],
  });
  expect(report).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', updated: 1, missing: 0 });
  expect((await synced.lastRun()).rejections).toContain(`${key(2)} title TOO_LONG`);
  expect((await synced.lastRun()).rejections).toContain(`${key(2)} telephoneNumber TOO_LONG`);
  const person = await stored();
  expect(person).toMatchObject({ given: 'Åsa', title: null, email: 'p2@hallsberg.test', id: null });
  expect(person?.['name']).toBe(`${'x'.repeat(199)}😀`);
  const unseen = [String.raw`\u0000`, String.raw`\u0007`, '\u202E', '\u200B'];
  expect(unseen.filter((one) => JSON.stringify(person).includes(one))).toEqual([]);
  await healthyAgain();
});

test('37: a long value below the limit is cut to what is kept', async () => {
  await read({ title: [`Chef ${'å'.repeat(30_000)}`] });
  expect(String((await stored())?.['title'])).toHaveLength(200);
  await healthyAgain();
});

test('a key that comes twice in one answer is one person, as it came first, and is told of', async () => {
  const twin = samplePerson(9, { entryUUID: [key(2)], title: ['Dubblett'] });
  ldap.change({ people: [...samplePeople(5), twin] });
  const report = await synced.sync();
  expect(report).toMatchObject({
    status: 'COMPLETED_WITH_ERRORS',
    seen: 5,
    created: 0,
    missing: 0,
  });
  expect((await synced.lastRun()).rejections).toEqual([`${key(2)} DUPLICATE_KEY`]);
  expect(await stored()).toMatchObject({ name: 'Åsa Öberg 2', title: 'Handläggare' });
  await healthyAgain();
});

test('a unit that comes twice in one answer, as it moved meanwhile, is one unit', async () => {
  const place = (name: string) => ({
    dn: `ou=${name},${sampleUnit.dn}`,
    attributes: { ...sampleUnit.attributes, ou: [name], entryUUID: [key(90)] },
  });
  ldap.change({ units: [sampleUnit, place('Ekonomi'), place('Flyttad')] });
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', message: null, seen: 5 });
  const { rows } = await synced.db.query('select name from unit order by name');
  expect(rows).toEqual([{ name: 'Flyttad' }, { name: 'Personal' }]);
  ldap.change({ units: [sampleUnit] });
  await healthyAgain();
});
