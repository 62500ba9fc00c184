import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { SyncConnections } from '../../../src/store/sync-connections.js';
import type { Turn } from '../../../src/sync/sync-schedule.js';
import { keyOf } from '../../../src/sync/source-key.js';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import { samplePeople, sampleUnit } from '../../support/scripted-ldap/sample-people.js';
import { reader, startSyncedSources, type SyncedSources } from '../../support/synced-source.js';

let ldap: ScriptedLdap;
let synced: SyncedSources;

beforeAll(async () => {
  ldap = await startScriptedLdap({ people: samplePeople(3), units: [sampleUnit], account: reader });
  synced = await startSyncedSources([{ server: ldap.url, different: { everyMinutes: 60 } }]);
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED' });
}, 60_000);
afterAll(async () => {
  await synced.stop();
  await ldap.close();
});
beforeEach(() => synced.clock.advance(60));

const runs = async () => {
  const { rows } = await synced.db.query<{ count: number }>(
    'select count(*)::integer as count from sync_run',
  );
  return rows[0]?.count ?? 0;
};
/** Does something while another process holds the source. */
const whileHeld = <T>(work: () => Promise<T>): Promise<T | null> =>
  synced.get(SyncConnections).exclusively(keyOf(synced.source()), work);
/** A wait, without the tenth more or less that keeps sources from keeping step. */
const isAbout = (minutes: number, { wait }: Turn) =>
  Math.abs(wait / 60_000 - minutes) <= minutes / 10;

test('a source that another process holds has its turn again a minute later, and is read then', async () => {
  const before = await runs();
  const held = await whileHeld(() => synced.schedule.turn(synced.source()));
  if (held === null) throw new Error('Nobody could hold it.');
  expect(isAbout(1, held)).toBe(true);
  const again = await whileHeld(() => synced.schedule.turn(synced.source(), held));
  expect(again).toMatchObject({ heldAt: held.heldAt, failures: 0 });
  expect(await runs()).toBe(before);
  const next = await synced.schedule.turn(synced.source(), held);
  expect(await runs()).toBe(before + 1);
  expect(next).toMatchObject({ heldAt: null, failures: 0 });
  expect(isAbout(60, next)).toBe(true);
});

test('a source that the other process has read meanwhile is let be until its time comes', async () => {
  const held = await whileHeld(() => synced.schedule.turn(synced.source()));
  if (held === null) throw new Error('Nobody could hold it.');
  await synced.sync();
  const before = await runs();
  const next = await synced.schedule.turn(synced.source(), held);
  expect(await runs()).toBe(before);
  expect(next).toMatchObject({ heldAt: null, failures: 0 });
  expect(isAbout(60, next)).toBe(true);
});

test('failures before are counted on, whoever holds the source in between', async () => {
  const twice = { failures: 2, heldAt: null, wait: 0 };
  const held = await whileHeld(() => synced.schedule.turn(synced.source(), twice));
  expect(held).toMatchObject({ failures: 2 });
});
