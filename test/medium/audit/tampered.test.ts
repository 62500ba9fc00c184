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

test('random alterations by the owner are all found; npm run test:long makes a thousand', async () => {
  expect(await unnoticed(record, 60)).toEqual([]);
}, 60_000);
