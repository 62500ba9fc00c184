import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseDirectories } from '../../../src/config/directories-file.js';
import { directoriesFile } from '../../support/raw-entry.js';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import { refer, refuse, withReferences } from '../../support/scripted-ldap/answer-behaviours.js';
import { asUsual } from '../../support/scripted-ldap/behaviour.js';
import { samplePeople, sampleUnit } from '../../support/scripted-ldap/sample-people.js';
import { reader, startSyncedSources, type SyncedSources } from '../../support/synced-source.js';
import { inPeople, ofPeople, withstand } from '../../support/withstand.js';

let ldap: ScriptedLdap;
let synced: SyncedSources;

beforeAll(async () => {
  ldap = await startScriptedLdap({ people: samplePeople(5), units: [sampleUnit], account: reader });
  synced = await startSyncedSources([{ server: ldap.url }]);
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 5, created: 5 });
}, 60_000);
afterAll(async () => {
  await synced.stop();
  await ldap.close();
});

test.each([
  [3, /: the server stopped at its own time limit \(timeLimitExceeded\)\.$/],
  [11, /: the server stopped at a limit of its administrator \(adminLimitExceeded\)\.$/],
  [51, /: the server is busy\.$/],
  [52, /: the server is unavailable\.$/],
])('11: a search that ends with %i after some entries', async (code, message) => {
  const asked = ldap.searches.length;
  await withstand(synced, ldap, inPeople(refuse(code, 'Åsa Öberg', 2)), { message });
  const pages = ldap.searches.slice(asked).filter(ofPeople);
  expect(pages.map(({ pageSize }) => pageSize)).toEqual([500, 100, 500]);
});

test('11: a server that is busy at the first try only', async () => {
  let tries = 0;
  const busyOnce = () => ((tries += 1) === 1 ? refuse(51) : asUsual);
  ldap.change({ script: inPeople(busyOnce) });
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 5, missing: 0 });
});

test('11: a bind that a busy server refuses is nothing against the account', async () => {
  await withstand(synced, ldap, { bind: () => refuse(51) }, { message: /: the server is busy\.$/ });
  const { rows } = await synced.db.query('select refused_binds from directory_source');
  expect(rows).toEqual([{ refused_binds: 0 }]);
});

test('12: a server that cannot page', async () => {
  await withstand(synced, ldap, inPeople(refuse(12)), {
    message: /: the server cannot page \(unavailableCriticalExtension\)\.$/,
  });
});

describe('18: a filter that servers and libraries let pass', () => {
  const withFilter = (filter: string) =>
    parseDirectories(
      directoriesFile().replace('"(objectClass=inetOrgPerson)"', JSON.stringify(filter)),
    );

  test.each([
    ['no closing parenthesis', '(&(objectClass=inetOrgPerson)(sn=*)', /closing parenthesis|filter/],
    ['something after the end', '(sn=*))', /nothing after the last parenthesis/],
    ['an escape of 80 or more', String.raw`(ou=\c3\b6)`, /an escape below 80/],
    ['no parentheses', 'sn=*', /a parenthesis/],
    ['nothing', '', /a parenthesis/],
  ])('18: %s is refused when the file is read', (_, filter, fault) => {
    const path = /municipalities\[0\]\.directories\[0\]\.people\.filter: expected /;
    expect(() => withFilter(filter)).toThrow(path);
    expect(() => withFilter(filter)).toThrow(fault);
  });

  test('18: an escape that means what it says is taken', () => {
    expect(() => withFilter(String.raw`(cn=Åsa \28vik\29)`)).not.toThrow();
  });
});

test('44: a referral in the place of an answer', async () => {
  const connections = ldap.connections;
  await withstand(
    synced,
    ldap,
    inPeople(refer('ldap://hemlig.hallsberg.test/dc=hallsberg,dc=test')),
    { message: /: the server refers to another one: name that one \(referral\)\.$/ },
  );
  expect(ldap.connections - connections).toBe(3);
});

test('44: references beside the entries are not followed, and are nobody', async () => {
  const before = await synced.facts();
  const other = await startScriptedLdap({ people: samplePeople(9), units: [sampleUnit] });
  ldap.change({ script: { search: () => withReferences(`${other.url}/dc=hallsberg,dc=test`) } });
  const report = await synced.sync();
  await other.close();
  expect(report).toMatchObject({ status: 'SUCCEEDED', seen: 5, created: 0, missing: 0 });
  expect(report?.rejections).toEqual([]);
  expect(other.connections).toBe(0);
  const withoutTime = (facts: string) => facts.replace(/"last_complete_at": .*/, '');
  expect(withoutTime(await synced.facts())).toBe(withoutTime(before));
});
