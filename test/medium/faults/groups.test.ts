import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import { refuse } from '../../support/scripted-ldap/answer-behaviours.js';
import { asUsual, type Behaviour } from '../../support/scripted-ldap/behaviour.js';
import {
  peopleBase,
  samplePeople,
  samplePerson,
  sampleUnit,
} from '../../support/scripted-ldap/sample-people.js';
import type { Script } from '../../support/scripted-ldap/script.js';
import { cut } from '../../support/scripted-ldap/wire-behaviours.js';
import { reader, startSyncedSources, type SyncedSources } from '../../support/synced-source.js';
import { recover, withstand } from '../../support/withstand.js';

let ldap: ScriptedLdap;
let synced: SyncedSources;
const groupDn = 'cn=sekretess,ou=Grupper,dc=hallsberg,dc=test';
const dn = (number: number) => samplePerson(number).dn;
const group = (...member: string[]) => ({
  dn: groupDn,
  attributes: { objectClass: ['group'], member },
});
const usual = { people: samplePeople(5), units: [sampleUnit, group(dn(5))], script: {} };

beforeAll(async () => {
  ldap = await startScriptedLdap({ ...usual, account: reader });
  const confidentialGroups = [{ dn: groupDn, level: 'RESTRICTED' }];
  synced = await startSyncedSources([{ server: ldap.url, different: { confidentialGroups } }]);
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 5, created: 5 });
}, 60_000);
afterAll(async () => {
  await synced.stop();
  await ldap.close();
});
beforeEach(() => ldap.change(usual));

async function restricted(): Promise<readonly string[]> {
  const { rows } = await synced.db.query<{ email: string }>(
    `select p.email from person p join person_local l on l.person_id = p.id
      where l.protection_level = 'RESTRICTED' order by 1`,
  );
  return rows.map(({ email }) => email.split('@')[0] ?? '');
}

/** The group as Active Directory gives it: so many members at a time, beside a `member` that is empty. */
function inParts(members: readonly string[], size: number, then: Behaviour = asUsual): Script {
  return {
    search: ({ base, attributes }) => {
      if (base !== groupDn) return asUsual;
      const from = Number(/^member;range=(\d+)-/.exec(attributes[0] ?? '')?.[1] ?? 0);
      if (from > 0 && then !== asUsual) return then;
      const part = members.slice(from, from + size);
      const end = from + part.length < members.length ? String(from + size - 1) : '*';
      const entry = new Map([
        ['member', []],
        [`member;range=${from}-${end}`, part.map((member) => Buffer.from(member))],
      ]);
      return { answer: (given) => ({ ...given, entries: [{ dn: groupDn, attributes: entry }] }) };
    },
  };
}

/** Members of which two are people here, one of them far behind. */
function members(count: number, early: number, late: number): readonly string[] {
  const all = Array.from({ length: count }, (_, i) => `uid=x${i},${peopleBase}`);
  return all.with(7, dn(early)).with(count - 3, dn(late));
}

test.each([
  [1_900, 1_500, 2],
  [5_000, 1_500, 4],
])('38: a group of %i members is read to its end, %i at a time', async (count, size, parts) => {
  const asked = ldap.searches.length;
  expect(await restricted()).not.toContain(`p${parts}`);
  ldap.change({ script: inParts(members(count, 5, parts), size) });
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 5, raised: 1 });
  expect(await restricted()).toContain(`p${parts}`);
  expect(ldap.searches.slice(asked).filter(({ base }) => base === groupDn)).toHaveLength(parts);
  ldap.change(usual);
  await recover(synced, ldap);
});

test.each([
  ['cut', cut, /closed the connection\.$/],
  ['refused', refuse(50), /may not read there \(insufficientAccessRights\)\.$/],
])('38: a group whose second part is %s fails the run', async (_, then, message) => {
  await withstand(synced, ldap, inParts(members(1_900, 5, 3), 1_500, then), { message });
  expect(await restricted()).not.toContain('p3');
});

test('38: a group that goes on for ever ends by itself', async () => {
  const forEver: Script = {
    search: ({ base }) => {
      if (base !== groupDn) return asUsual;
      const entry = new Map([['member;range=0-1', [Buffer.from(dn(5))]]]);
      return { answer: (given) => ({ ...given, entries: [{ dn: groupDn, attributes: entry }] }) };
    },
  };
  await withstand(synced, ldap, forEver, { message: /confidentialGroups goes on without end\.$/ });
});

test('38: a group that is gone fails the run: nobody is read without knowing whom to protect', async () => {
  const fault = () => {
    ldap.change({ units: [sampleUnit] });
    return synced.sync().finally(() => ldap.change(usual));
  };
  const message = /: a group of confidentialGroups is not there, or may not be read\.$/;
  await withstand(synced, ldap, fault, { message });
});

test('38: a group that has lost all its members is held', async () => {
  const before = await synced.facts('held_plan');
  ldap.change({ units: [sampleUnit, group()] });
  expect(await synced.sync()).toMatchObject({ status: 'HELD', updated: 0, missing: 0 });
  expect((await synced.lastRun()).message).toMatch(/^Held by MARKS_LOST:/);
  expect(await synced.facts('held_plan')).toBe(before);
  expect(await restricted()).toContain('p5');
  ldap.change(usual);
  await recover(synced, ldap);
});

test('39: a manager who is nobody, oneself, or led by the one who is led', async () => {
  const led = (number: number, manager: string) => samplePerson(number, { manager: [manager] });
  ldap.change({
    people: [
      led(1, dn(2)),
      led(2, dn(1)),
      led(3, `uid=gone,${peopleBase}`),
      led(4, dn(4)),
      led(5, `UID = p1, OU=personal,DC=Hallsberg,DC=test`),
    ],
  });
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', updated: 5, missing: 0 });
  const managers = async () => {
    const { rows } = await synced.db.query<{ line: string }>(
      `select p.email || ' ' || coalesce(m.email, 'nobody') as line
         from person p left join person m on m.id = p.manager_id order by 1`,
    );
    return rows.map(({ line }) => line.replaceAll('@hallsberg.test', ''));
  };
  expect(await managers()).toEqual(['p1 p2', 'p2 p1', 'p3 nobody', 'p4 nobody', 'p5 p1']);
  ldap.change(usual);
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', updated: 5 });
  expect(await managers()).toEqual([1, 2, 3, 4, 5].map((number) => `p${number} nobody`));
});
