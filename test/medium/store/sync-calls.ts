import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import {
  DirectoryStore,
  type Carried,
  type SourceKey,
} from '../../../src/store/directory.store.js';
import { SourceStateStore } from '../../../src/store/source-state.store.js';
import { clearStage, stage, type DirectoryWrite } from '../../../src/store/staging.js';
import type { SyncConnection } from '../../../src/store/sync-connections.js';
import { lock, unlock } from '../../../src/store/sync-lock.js';
import type { E164 } from '../../../src/staff/phone-number.js';
import { now } from '../../support/people.js';

/** Somebody to write. */
export const writes: readonly DirectoryWrite[] = [
  {
    key: 'a',
    known: false,
    hash: '1',
    level: 'OPEN',
    filled: ['direct'],
    person: {
      displayName: 'Anna',
      givenName: 'Anna',
      familyName: null,
      title: null,
      email: null,
      employeeId: null,
      kind: 'EMPLOYEE',
      accountState: 'ACTIVE',
      dn: 'cn=anna,ou=a',
      unitDn: 'ou=a',
      managerDn: null,
      numbers: [{ kind: 'DIRECT', e164: '+46582001234' as E164, extension: null, original: '1' }],
    },
  },
];
/** A run with something of everything. */
export const carried: Carried = {
  units: [{ key: 'u', dn: 'ou=a', parentDn: null, name: 'A' }],
  staged: 1,
  known: 1,
  relinked: [{ from: 'x', to: 'y' }],
  leftOut: ['z'],
  notMissing: ['w'],
  reappeared: ['v'],
  losses: ['MISSING:q'],
  regained: ['MISSING:r'],
  lane: { server: '', position: '1' },
  at: now,
  complete: {
    missing: ['q'],
    configuration: 'c',
    mapping: 'm',
    marks: {},
  },
};

/** Each statement of a sync, sent once. */
export function syncCalls(
  connection: SyncConnection,
  source: DataSource,
  from: SourceKey,
): Record<string, () => Promise<unknown>> {
  const directory = new DirectoryStore();
  const states = new SourceStateStore(source);
  return {
    'DirectoryStore.knownPeople': async () => {
      for await (const page of directory.knownPeople(connection, from))
        expect(page).toHaveLength(1);
    },
    'DirectoryStore.knownByKeys': async () => {
      for await (const page of directory.knownByKeys(connection, from, ['a']))
        expect(page).toHaveLength(1);
    },
    'DirectoryStore.countStates': () => directory.countStates(connection, from),
    'DirectoryStore.levels': () => directory.levels(connection, from),
    'DirectoryStore.relinkable': () =>
      directory.relinkable(connection, from, new Map([['n', '7']]), () => false),
    stage: () =>
      stage(
        connection,
        from,
        writes.map((write) => ({ ...write, known: true })),
        String,
      ),
    'DirectoryStore.carryOut': () =>
      directory.carryOut(connection, from, carried, String, async () => undefined),
    'DirectoryStore.carryOut of what changed only': () =>
      directory.carryOut(
        connection,
        from,
        { ...carried, complete: null },
        String,
        async () => undefined,
      ),
    clearStage: () => clearStage(connection, from),
    lock: () => lock(connection, from),
    unlock: () => unlock(connection, from),
    'SourceStateStore.of': () => states.of(from),
    'SourceStateStore.bindRefused': () => states.bindRefused(from, 'digest'),
    'SourceStateStore.bindAccepted': () => states.bindAccepted(from),
    'SourceStateStore.forgetLane': () => states.forgetLane(from),
  };
}
