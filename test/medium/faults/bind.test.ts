import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { SourceStateStore } from '../../../src/store/source-state.store.js';
import { SyncRunsStore } from '../../../src/store/sync-runs.store.js';
import type { Source } from '../../../src/sync/read-source.js';
import { keyOf } from '../../../src/sync/source-key.js';
import { auditFact } from '../../support/audit-fact.js';
import { startScriptedLdap, type ScriptedLdap } from '../../support/scripted-ldap.js';
import { refuse, refuseBind } from '../../support/scripted-ldap/answer-behaviours.js';
import { samplePeople, sampleUnit } from '../../support/scripted-ldap/sample-people.js';
import { reader, startSyncedSources, type SyncedSources } from '../../support/synced-source.js';
import { recover, withstand } from '../../support/withstand.js';

let ldap: ScriptedLdap;
let spare: ScriptedLdap;
let synced: SyncedSources;

beforeAll(async () => {
  const directory = { people: samplePeople(5), units: [sampleUnit], account: reader };
  ldap = await startScriptedLdap(directory);
  spare = await startScriptedLdap(directory);
  synced = await startSyncedSources([
    { server: ldap.url },
    {
      id: 'followed',
      server: ldap.url,
      different: { fastLane: true, flavour: 'ACTIVE_DIRECTORY' },
    },
  ]);
  expect(await synced.sync()).toMatchObject({ status: 'SUCCEEDED', seen: 5, created: 5 });
}, 60_000);
afterAll(async () => {
  await synced.stop();
  await ldap.close();
  await spare.close();
});
beforeEach(() => ldap.change({ script: {} }));

const refusals = async (source = synced.source()) =>
  (await synced.get(SourceStateStore).of(keyOf(source))).refusedBinds;

test.each([
  ['52e', "the bind account's password is wrong"],
  ['533', 'the bind account is disabled'],
  ['701', 'the bind account has expired'],
  ['773', "the bind account's password must be changed first"],
  ['775', 'the bind account is locked: wait, or have it unlocked, before the next try'],
])(
  '42: a bind refused with %s is told of in a sentence, and counted until one is let in',
  async (data, sentence) => {
    const fault = async () => {
      ldap.change({ script: { bind: () => refuseBind(data) } });
      const report = await synced.sync();
      expect(await refusals()).toBe(1);
      return report;
    };
    await withstand(synced, ldap, fault, {
      message: new RegExp(`^ldap://127\\.0\\.0\\.1:\\d+: ${sentence}\\.$`),
    });
    expect(await refusals()).toBe(0);
  },
);

test('42: a bind refused as the server demands TLS', async () => {
  await withstand(
    synced,
    ldap,
    { bind: () => refuse(8) },
    {
      message: /: the server demands ldaps or StartTLS \(strongerAuthRequired\)\.$/,
    },
  );
});

test('42: a run tries a refused account once, however many servers there are', async () => {
  const [binds, others] = [ldap.binds.length, spare.binds.length];
  const source = synced.source('hallsberg', { servers: [ldap.url, spare.url] });
  const fault = async () => {
    ldap.change({ script: { bind: () => refuseBind('52e') } });
    const report = await synced.sync(source);
    expect([ldap.binds.length - binds, spare.binds.length - others]).toEqual([1, 0]);
    return report;
  };
  await withstand(synced, ldap, fault, { message: /password is wrong\.$/ });
});

test('42: what has changed since is not asked for either, once the account was refused twice', async () => {
  const source = synced.source('followed');
  ldap.change({
    script: {},
    rootDse: activeDirectory,
    people: [...samplePeople(5), domainController],
  });
  expect(await synced.sync(source)).toMatchObject({ status: 'SUCCEEDED', created: 5 });
  expect(await synced.engine.follow(source)).toBeNull();
  ldap.change({ script: { bind: () => refuseBind('52e') } });
  const facts = await synced.facts();
  const binds = ldap.binds.length;
  await synced.engine.follow(source).catch(() => null);
  expect(await refusals(source)).toBe(1);
  await synced.engine.follow(source).catch(() => null);
  expect(await refusals(source)).toBe(2);
  expect(ldap.binds.length - binds).toBe(2);
  expect(await synced.facts()).toBe(facts);
  ldap.change({ script: {} });
  expect(await synced.sync(source)).toMatchObject({ status: 'SUCCEEDED', updated: 0 });
  expect(await refusals(source)).toBe(0);
  ldap.change({ people: samplePeople(5) });
});

test('43: an empty password is refused before anything is sent', async () => {
  const { connections } = ldap;
  const source: Source = { ...synced.source(), password: '' };
  const fault = async () => {
    const report = await synced.sync(source);
    expect(ldap.connections).toBe(connections);
    return report;
  };
  await withstand(synced, ldap, fault, { message: /: the bind password is empty\.$/ });
});

test('42: after two refusals the schedule lets the account be; another password and a request do not', async () => {
  const binds = () => ldap.binds.filter(({ dn }) => dn === reader.dn).length;
  const start = async () => {
    const before = binds();
    synced.clock.advance(60);
    await synced.schedule.start();
    return binds() - before;
  };
  // Each start reads both sources.
  ldap.change({ script: { bind: () => refuseBind('52e') } });
  const facts = await synced.facts();
  expect([await start(), await start(), await start()]).toEqual([2, 2, 0]);
  const id = await synced
    .get(SyncRunsStore)
    .request(keyOf(synced.source()), 'COMPLETE', auditFact({ at: synced.clock.now() }));
  await synced.schedule.takeRequests();
  await until(
    async () =>
      (await synced.lastRun())['id'] === id && (await synced.lastRun()).status === 'FAILED',
  );
  expect(await refusals()).toBe(3);
  expect(await start()).toBe(0);
  expect(await synced.facts()).toBe(facts);
  // The schedule compares what it is given with what was refused.
  const mended = { ...synced.source(), password: 'en annan' };
  await synced.sync(mended);
  expect(await refusals()).toBe(1);
  expect(await start()).toBe(1);
  await recover(synced, ldap);
  expect(await refusals()).toBe(0);
  expect(await start()).toBe(1);
});

async function until(reached: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await reached())) {
    if (performance.now() > deadline) throw new Error('It did not come.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const service = 'cn=NTDS Settings,dc=hallsberg,dc=test';
const activeDirectory = {
  objectClass: ['top'],
  namingContexts: ['dc=hallsberg,dc=test'],
  dsServiceName: [service],
  highestCommittedUSN: ['100'],
};
const domainController = {
  dn: service,
  attributes: { objectClass: ['nTDSDSA'], invocationId: [Buffer.alloc(16, 7)] },
};
