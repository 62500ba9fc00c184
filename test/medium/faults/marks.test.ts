import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { HeldPlansStore } from '../../../src/store/held-plans.store.js';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import { nothing } from '../../support/scripted-ldap/answer-behaviours.js';
import { asUsual, type Behaviour } from '../../support/scripted-ldap/behaviour.js';
import type { ScriptedAttributes, ScriptedEntry } from '../../support/scripted-ldap/directory.js';
import { peopleBase, samplePerson, sampleUnit } from '../../support/scripted-ldap/sample-people.js';
import type { Script } from '../../support/scripted-ldap/script.js';
import { cut } from '../../support/scripted-ldap/wire-behaviours.js';
import { reader, startSyncedSources, type SyncedSources } from '../../support/synced-source.js';
import { recover } from '../../support/withstand.js';

let ldap: ScriptedLdap;
let synced: SyncedSources;

const politician = { objectClass: ['person'], employeeType: ['politiker'] };
/** Four who are employed, one of them marked, and two who are elected. */
const employed = (different: ScriptedAttributes = { businessCategory: ['sekretess'] }) => [
  samplePerson(1),
  samplePerson(2),
  samplePerson(3),
  samplePerson(4, different),
];
const elected = [samplePerson(5, politician), samplePerson(6, politician)];
const people = [...employed(), ...elected];
const key = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

beforeAll(async () => {
  ldap = await startScriptedLdap({ people, units: [sampleUnit], account: reader });
  const others = [
    { base: peopleBase, filter: '(employeeType=politiker)', kind: 'ELECTED_REPRESENTATIVE' },
  ];
  synced = await startSyncedSources([{ server: ldap.url, different: { others } }]);
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 6, created: 6 });
}, 60_000);
afterAll(async () => {
  await synced.stop();
  await ldap.close();
});
beforeEach(() => ldap.change({ people, script: {} }));

/** What the server does with the search for those who are elected, which comes after the employees'. */
const inElected = (behaviour: Behaviour): Script => ({
  search: ({ filter }) => (filter.includes('politiker') ? behaviour : asUsual),
});

async function level(number: number): Promise<string | undefined> {
  const { rows } = await synced.db.query<{ level: string }>(
    `select l.protection_level as level from person p join person_local l on l.person_id = p.id
      where p.directory_key = $1`,
    [key(number)],
  );
  return rows[0]?.level;
}

/** A run that is held, by these rules, has changed nothing but that its plan waits. */
async function isHeld(changed: Parameters<ScriptedLdap['change']>[0], rules: readonly string[]) {
  const before = await synced.facts('held_plan');
  ldap.change(changed);
  const report = await synced.sync();
  expect(report).toMatchObject({ status: 'HELD', created: 0, updated: 0, missing: 0 });
  expect(await synced.lastRun()).toMatchObject({
    status: 'HELD',
    message: `Held by ${rules.join(', ')}: approve or reject plan ${report?.planHash}.`,
    server: ldap.url,
    missing: 0,
  });
  expect(await synced.facts('held_plan')).toBe(before);
  const waiting = await synced.get(HeldPlansStore).waiting();
  expect(waiting.map((plan) => plan.rules)).toContainEqual(rules);
  ldap.change({ script: {}, people });
  await recover(synced, ldap, people);
}

test('the mark that can no longer be read is held: nobody is opened by a lost right', async () => {
  await isHeld({ people: [...employed({}), ...elected] }, ['MARKS_LOST']);
  expect(await level(4)).toBe('RESTRICTED');
});

test('a search that answers with nobody of a kind is held', async () => {
  await isHeld({ script: inElected(nothing) }, ['KIND_LOSS']);
});

test('a level is raised by a read that fails afterwards, and nothing else', async () => {
  const marked = [
    samplePerson(1),
    samplePerson(2, { businessCategory: ['nytt ord'], title: ['Ny'] }),
  ];
  const before = await synced.facts('person_local', 'level_rise');
  expect(await level(2)).toBe('OPEN');
  ldap.change({ people: [...marked, ...people.slice(2)], script: inElected(cut) });
  expect(await synced.sync()).toMatchObject({ status: 'FAILED', raised: 1, updated: 0 });
  expect(await synced.lastRun()).toMatchObject({ status: 'FAILED', raised: 1, server: null });
  expect(await level(2)).toBe('PROTECTED');
  expect(await synced.facts('person_local', 'level_rise')).toBe(before);
  ldap.change({ script: {} });
  // Nobody PROTECTED is counted.
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 5, missing: 0 });
  expect(await synced.facts()).toContain('"title": "Ny"');
  ldap.change({ people });
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 5, missing: 0 });
  expect(await level(2)).toBe('PROTECTED');
});

const twin = (of: number, different: ScriptedAttributes): ScriptedEntry => ({
  ...samplePerson(of, different),
  dn: `uid=twin${of},${peopleBase}`,
});

test('a mark on one of two entries with the same key protects whom is known by it', async () => {
  ldap.change({ people: [...people, twin(3, { businessCategory: ['skyddad'] })] });
  expect(await synced.sync()).toMatchObject({ raised: 1, missing: 0, created: 0 });
  expect(await level(3)).toBe('PROTECTED');
  // What is wrong with a protected person's entries is not told of.
  expect((await synced.lastRun()).rejections).toEqual([]);
  ldap.change({ people });
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', missing: 0 });
});

test('a new person of whom one entry says that nobody may see them is not shown by the other', async () => {
  ldap.change({
    people: [...people, samplePerson(8), twin(8, { businessCategory: ['sekretess'] })],
  });
  expect(await synced.sync()).toMatchObject({ created: 0, missing: 0 });
  expect((await synced.lastRun()).rejections).toEqual([`${key(8)} DUPLICATE_KEY`]);
  expect(await level(8)).toBeUndefined();
  ldap.change({ people: [...people, samplePerson(8, { businessCategory: ['sekretess'] })] });
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', created: 1, missing: 0 });
  expect(await level(8)).toBe('RESTRICTED');
});
