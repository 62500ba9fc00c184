import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import { samplePeople, sampleUnit } from '../../support/scripted-ldap/sample-people.js';
import { reader, startSyncedSources, type SyncedSources } from '../../support/synced-source.js';
import { until } from '../../support/until.js';

let ldap: ScriptedLdap;
let synced: SyncedSources;
const people = samplePeople(1_000);

beforeAll(async () => {
  ldap = await startScriptedLdap({ people, units: [sampleUnit], account: reader });
  synced = await startSyncedSources([{ server: ldap.url }]);
}, 60_000);
afterAll(async () => {
  await synced.stop();
  await ldap.close();
});

test('a first read of many people leaves the tables that are searched in order', async () => {
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', created: 1_000 });
  const count = await until('the order', 20_000, async () => {
    const { rows } = await synced.db.query<{ count: number }>(
      `select vacuum_count::int as count from pg_stat_user_tables where relname = 'search_word' and vacuum_count > 0`,
    );
    return rows[0]?.count ?? null;
  });
  expect(count).toBe(1);
});
