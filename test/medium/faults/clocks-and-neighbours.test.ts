import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import {
  peopleBase,
  samplePeople,
  samplePerson,
  sampleUnit,
} from '../../support/scripted-ldap/sample-people.js';
import { reader, startSyncedSources, type SyncedSources } from '../../support/synced-source.js';

let ldap: ScriptedLdap;
let hole: ScriptedLdap;
let synced: SyncedSources;
const names = Array.from({ length: 20 }, (_, i) => `source-${i + 1}`);
/** Long enough for the others to be read while one source waits. */
const patience = { connectSeconds: 8, pageSeconds: 8, runMinutes: 1 };

beforeAll(async () => {
  ldap = await startScriptedLdap({ people: samplePeople(5), units: [sampleUnit], account: reader });
  hole = await startScriptedLdap({ people: [], script: { accept: () => 'silence' } });
  synced = await startSyncedSources([
    { id: 'hole', server: hole.url, different: { patience } },
    { id: 'clock', server: ldap.url, different: { flavour: 'ACTIVE_DIRECTORY', fastLane: true } },
    ...names.map((id) => ({ id, server: ldap.url, different: { patience } })),
  ]);
}, 60_000);
afterAll(async () => {
  await synced.stop();
  await ldap.close();
  await hole.close();
});

/** An instant as accountExpires writes it: steps of 100 nanoseconds from 1601. */
const windowsTime = (at: Date) => String(BigInt(at.getTime() + 11_644_473_600_000) * 10_000n);
const inMinutes = (minutes: number) => new Date(synced.clock.now().getTime() + minutes * 60_000);
const generalised = (at: Date) => `${at.toISOString().replace(/[-:T]|\..*/g, '')}.0Z`;

test('49: a clock of the directory that is ten minutes fast or slow has no effect', async () => {
  const source = synced.source('clock');
  const account = { userAccountControl: ['512'], accountExpires: [windowsTime(inMinutes(6))] };
  const person = (at: Date) =>
    samplePerson(1, {
      ...account,
      whenChanged: [generalised(at)],
      modifyTimestamp: [generalised(at)],
    });
  const serve = (minutes: number) =>
    ldap.change({
      people: [person(inMinutes(minutes)), ...samplePeople(5).slice(1)],
      rootDse: {
        objectClass: ['top'],
        namingContexts: ['dc=hallsberg,dc=test'],
        currentTime: [generalised(inMinutes(minutes))],
      },
    });
  const state = async () => {
    const { rows } = await synced.db.query<{ state: string }>(
      `select account_state as state from person where source_id = 'clock' and email like 'p1@%'`,
    );
    return rows[0]?.state;
  };
  serve(10);
  // Each sync is a minute later.
  expect(await synced.sync(source)).toMatchObject({ status: 'SUCCEEDED', created: 5, disabled: 0 });
  expect(await state()).toBe('ACTIVE');
  const before = await synced.facts('source');
  serve(-10);
  expect(await synced.sync(source)).toMatchObject({ status: 'SUCCEEDED', updated: 0, missing: 0 });
  expect(await synced.facts('source')).toBe(before);
  // Nothing in the directory changes; our time passes.
  serve(-30);
  synced.clock.advance(300);
  expect(await synced.sync(source)).toMatchObject({ status: 'SUCCEEDED', updated: 1, disabled: 1 });
  expect(await state()).toBe('DISABLED');
  const times = /time|changed|expires|stamp/;
  expect([...ldap.attributesAsked].filter((name) => times.test(name))).toEqual(['accountexpires']);
  const asked = ldap.requests.flatMap((one) => (one.kind === 'rootDse' ? one.attributes : []));
  expect(asked.map((name) => name.toLowerCase())).not.toContain('currenttime');
});

test('50: a directory that is a black hole keeps no other waiting, nor anybody who asks', async () => {
  ldap.change({ people: samplePeople(5) });
  synced.clock.advance(60);
  const hole = synced.engine.run(synced.source('hole'));
  const over = { hole: false, others: false };
  void hole.finally(() => (over.hole = true));
  let meanwhile = 0;
  const reads = Promise.all(
    names.map(async (name) => {
      const report = await synced.sync(synced.source(name));
      if (!over.hole) meanwhile += 1;
      return report;
    }),
  );
  const api = synced.get(DataSource);
  const waits: number[] = [];
  void reads.finally(() => (over.others = true));
  while (!over.others) {
    const begin = performance.now();
    await api.query('select count(*) from person');
    waits.push(performance.now() - begin);
  }
  // On a slow machine the hole is given up before all others are read, but whoever waited for it would come after.
  expect(meanwhile).toBeGreaterThan(0);
  for (const report of await reads)
    expect(report).toMatchObject({ status: 'SUCCEEDED', seen: 5, created: 5 });
  expect(waits.length).toBeGreaterThan(3);
  // The pool of those who ask is never used up, though more sources are read than it has connections.
  expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]).toBeLessThan(500);
  const before = await synced.facts();
  expect(await hole).toMatchObject({ status: 'FAILED', seen: 0 });
  expect((await synced.lastRun('hole')).message).toMatch(/: the server did not answer in time\.$/);
  expect(await synced.facts()).toBe(before);
  const servers = [ldap.url];
  expect(await synced.sync(synced.source('hole', { servers }))).toMatchObject({
    status: 'SUCCEEDED',
    created: 5,
  });
  const { rows } = await synced.db.query(
    'select count(*)::int as people, count(missing_since)::int as missing from person',
  );
  expect(rows).toEqual([{ people: 22 * 5, missing: 0 }]);
  expect(new Set(ldap.searches.map(({ base }) => base))).toEqual(new Set([peopleBase]));
});
