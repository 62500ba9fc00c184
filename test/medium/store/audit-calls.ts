import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { MunicipalityCode, PersonId } from '../../../src/kernel/ids.js';
import { AuditSealsStore } from '../../../src/store/audit-seals.store.js';
import { AuditStore } from '../../../src/store/audit.store.js';
import type { AuditConnection, Seal } from '../../../src/store/seal.js';
import { SyncConnections } from '../../../src/store/sync-connections.js';
import { auditFact } from '../../support/audit-fact.js';
import { now } from '../../support/people.js';

const seal: Seal = {
  municipality: '1861',
  number: 1,
  sealedAt: '2026-11-24T09:00:00.000000Z',
  month: '2026-11',
  dropped: false,
  ids: '{[1,2)}',
  rows: 1,
  content: '',
  previous: '',
  hash: '',
};

/** Each statement about what is recorded and sealed, sent once. */
export function auditCalls(
  connection: AuditConnection,
  source: DataSource,
): Record<string, () => Promise<unknown>> {
  const audit = new AuditStore(source);
  const use = <T>(work: (one: AuditConnection) => Promise<T>) => work(connection);
  const connections = Object.assign(Object.create(SyncConnections.prototype) as object, { use });
  const seals = new AuditSealsStore(connections as SyncConnections);
  const about = '00000000-0000-4000-8000-000000000001' as PersonId;
  const wanted = {
    municipality: '1861' as MunicipalityCode,
    about: null,
    object: null,
    from: null,
    to: null,
    withHidden: false,
  };
  const page = { first: 50, after: null };
  return {
    'AuditStore.record': () => audit.record([auditFact()]),
    'AuditStore.entries': () => audit.entries(wanted, page),
    'AuditStore.accesses': () => audit.accesses(about, null, page),
    'AuditSealsStore.exclusively': async () =>
      expect(await seals.exclusively(async () => 'mine')).toBe('mine'),
    'AuditSealsStore.lock': () => seals.lock(connection),
    'AuditSealsStore.makeMonths': () => seals.makeMonths(connection, now),
    'AuditSealsStore.codes': () => seals.codes(connection),
    'AuditSealsStore.codesInUse': () => seals.codesInUse(connection),
    'AuditSealsStore.last': () => seals.last(connection, '1861'),
    'AuditSealsStore.add': () => seals.add(connection, seal),
    'AuditSealsStore.after': () => seals.after(connection, '1861', null, 500),
    'AuditSealsStore.unsealed': () => seals.unsealed(connection, '1861', seal, 10_000),
    'AuditSealsStore.linesOf': () => seals.linesOf(connection, seal),
    'AuditSealsStore.forgotten': () => seals.forgotten(connection, '1861', now),
    'AuditSealsStore.dropped': () => seals.dropped(connection, '1861'),
  };
}
