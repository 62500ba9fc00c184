import { afterAll, beforeAll, expect, test } from '@jest/globals';
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

test('random alterations by the owner are all found; npm run test:long makes a thousand', async () => {
  expect(await unnoticed(record, 60)).toEqual([]);
}, 60_000);
