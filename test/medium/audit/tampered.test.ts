import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { hashOf } from '../../../src/audit/seal-hash.js';
import { AuditSealsStore } from '../../../src/store/audit-seals.store.js';
import { SyncConnections } from '../../../src/store/sync-connections.js';
import type { SealedRecord } from '../../support/sealed-record.js';
import { recordToTamperWith, unnoticed } from '../../support/tampers.js';

let record: SealedRecord;

beforeAll(async () => {
  record = await recordToTamperWith();
}, 60_000);
afterAll(() => record.stop());

test('all is as it was sealed, to begin with', async () => {
  expect(await record.broken()).toEqual([]);
  expect(await record.brokenBy(async () => undefined)).toEqual([]);
});

test('a seal that is taken away is missing, and not only altered', async () => {
  const take = `delete from audit_seal where municipality_code = '1861' and number = 2`;
  expect(await record.brokenBy((tx) => tx.query(take))).toEqual(['1861 SEAL_MISSING seal 3']);
});

test('a seal that was made anew, hash and all, no longer fits the next one', async () => {
  const store = new AuditSealsStore(new SyncConnections({ databaseUrl: record.ownerUrl }));
  const renew = async (tx: EntityManager) => {
    const [seal] = await store.after(tx, '1861', 1, 1);
    if (seal === undefined) throw new Error('There is no such seal.');
    const hash = hashOf({ ...seal, previous: 'x' });
    await tx.query(
      `update audit_seal set previous = 'x', hash = $1 where municipality_code = '1861' and number = 2`,
      [hash],
    );
  };
  expect(await record.brokenBy(renew)).toEqual(['1861 SEAL_ALTERED seal 2']);
});

test('a row that is taken away is missing, and not only altered', async () => {
  const take = `delete from audit_entry where (id, at) in
    (select id, at from audit_entry where municipality_code = '1861' order by id limit 1)`;
  expect(await record.brokenBy((tx) => tx.query(take))).toEqual(['1861 ROW_MISSING seal 1']);
});

test('a row too many is one that was added, and not only altered', async () => {
  const twice = `insert into audit_entry select id, at - interval '1 hour', municipality_code, actor, roles,
    organisation, action, origin, about, object, fields, purpose
    from audit_entry where municipality_code = '1861' order by id limit 1`;
  expect(await record.brokenBy((tx) => tx.query(twice))).toEqual(['1861 ROW_ADDED seal 1']);
});

test('random alterations by the owner are all found; npm run test:long makes a thousand', async () => {
  expect(await unnoticed(record, 60)).toEqual([]);
}, 60_000);
