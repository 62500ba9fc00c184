import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import {
  dropPaging,
  emptyPage,
  nothing,
  refuse,
  samePageAgain,
  steadyCookie,
} from '../../support/scripted-ldap/answer-behaviours.js';
import type { SearchAsked } from '../../support/scripted-ldap/asked.js';
import { asUsual, type Behaviour } from '../../support/scripted-ldap/behaviour.js';
import {
  samplePeople,
  samplePerson,
  sampleUnit,
} from '../../support/scripted-ldap/sample-people.js';
import { reader, startSyncedSources, type SyncedSources } from '../../support/synced-source.js';
import { inPeople, ofPeople, withstand } from '../../support/withstand.js';

let ldap: ScriptedLdap;
let spare: ScriptedLdap;
let synced: SyncedSources;
/** Two pages in the first try of a run, and seven in the second. */
const people = samplePeople(620);
/** Only a page that drips may be late, however busy the machine is. */
const patience = { connectSeconds: 10, pageSeconds: 2, runMinutes: 2 };
const inHaste = () => synced.source('hallsberg', { patience });

beforeAll(async () => {
  const directory = { people, units: [sampleUnit], account: reader };
  ldap = await startScriptedLdap(directory);
  spare = await startScriptedLdap(directory);
  synced = await startSyncedSources([{ server: ldap.url }]);
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 620, created: 620 });
}, 60_000);
afterAll(async () => {
  await synced.stop();
  await ldap.close();
  await spare.close();
});

const peoplesPages = (from: number) =>
  ldap.searches
    .slice(from)
    .filter(ofPeople)
    .map(({ pageSize, page }) => `${page}:${pageSize}`);
/** So many milliseconds for each ten entries. */
const slowly = (milliseconds: number): Behaviour => ({
  send: (messages) =>
    messages.flatMap((one, i) => (i % 10 === 0 ? [{ milliseconds }, one] : [one])),
});

test('5: pages that drip are asked for in smaller pieces', async () => {
  const asked = ldap.searches.length;
  // The large page comes too late by far, and the small ones in time by far.
  ldap.change({ script: inPeople(({ pageSize }) => slowly(pageSize === 500 ? 60 : 5)) });
  expect(await synced.sync(inHaste())).toMatchObject({
    status: 'SUCCEEDED',
    seen: 620,
    updated: 0,
    missing: 0,
  });
  const small = [1, 2, 3, 4, 5, 6, 7].map((page) => `${page}:100`);
  expect(peoplesPages(asked)).toEqual(['1:500', ...small]);
});

test('5: what drips in small pieces too has failed', async () => {
  const asked = ldap.searches.length;
  const message = /: the server did not answer in time\.$/;
  const dripping = () => {
    ldap.change({ script: inPeople(() => slowly(300)) });
    return synced.sync(inHaste());
  };
  await withstand(synced, ldap, dripping, { message }, people);
  expect(peoplesPages(asked).slice(0, 2)).toEqual(['1:500', '1:100']);
});

test('6: an empty page with a cookie is no end', async () => {
  ldap.change({ script: inPeople(({ page }) => (page === 2 ? emptyPage : asUsual)) });
  const report = await synced.sync();
  expect(report).toMatchObject({ status: 'SUCCEEDED', seen: 620, updated: 0, missing: 0 });
});

test('6: one cookie for all pages is no circle', async () => {
  ldap.change({ script: inPeople(() => steadyCookie) });
  const report = await synced.sync();
  expect(report).toMatchObject({ status: 'SUCCEEDED', seen: 620, updated: 0, missing: 0 });
});

test('7: a page without the paging control is no end', async () => {
  const script = inPeople(({ page }) => (page === 2 ? dropPaging : asUsual));
  const message = /: the server stopped paging in the middle of an answer\.$/;
  await withstand(synced, ldap, script, { message }, people);
});

test.each([
  ['the same entries', samePageAgain],
  ['empty pages', emptyPage],
])('8: %s for ever end by themselves', async (_, behaviour) => {
  const asked = ldap.searches.length;
  const message = /: the server pages without end\.$/;
  const circle = () => {
    ldap.change({ people: people.slice(0, 5), script: inPeople(behaviour) });
    return synced.sync();
  };
  await withstand(synced, ldap, circle, { message }, people);
  // Two tries of twenty pages with nothing new; the next page of each is on its way already.
  expect(peoplesPages(asked).length).toBeLessThan(60);
});

test.each([53, 12])('9: a cookie refused with %i: the read begins again, once', async (code) => {
  const [asked, connections] = [ldap.searches.length, ldap.connections];
  const tooOld = (asked: SearchAsked) => asked.page === 2 && asked.pageSize === 500;
  ldap.change({ script: inPeople((asked) => (tooOld(asked) ? refuse(code) : asUsual)) });
  const report = await synced.sync();
  expect(report).toMatchObject({ status: 'SUCCEEDED', seen: 620, updated: 0, missing: 0 });
  expect(peoplesPages(asked).slice(0, 3)).toEqual(['1:500', '2:500', '1:100']);
  expect(ldap.connections - connections).toBe(2);
});

test.each([
  [53, /: the server is unwilling to perform that\.$/],
  [12, /: the server cannot page \(unavailableCriticalExtension\)\.$/],
])('9: a cookie refused with %i twice: failed', async (code, message) => {
  const connections = ldap.connections;
  const script = inPeople(({ page }) => (page === 2 ? refuse(code) : asUsual));
  await withstand(synced, ldap, script, { message }, people);
  expect(ldap.connections - connections).toBe(3);
});

test('15: success and nobody there is a failure, and the next server is asked', async () => {
  const script = inPeople(() => nothing);
  const message = /: the directory answered with nobody at all, so nothing was changed\.$/;
  await withstand(synced, ldap, script, { message }, people);
  ldap.change({ script });
  const first = samplePerson(1, { title: ['Från den andra'] });
  spare.change({ people: [first, ...people.slice(1)] });
  const servers = [ldap.url, spare.url];
  const report = await synced.sync(synced.source('hallsberg', { servers }));
  expect(report).toMatchObject({ status: 'SUCCEEDED', server: spare.url, updated: 1, missing: 0 });
});
