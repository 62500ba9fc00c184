import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SealedRecord } from '../support/sealed-record.js';
import { recordToTamperWith, unnoticed } from '../support/tampers.js';

let record: SealedRecord;

beforeAll(async () => {
  record = await recordToTamperWith();
}, 60_000);
afterAll(() => record.stop());

test('a thousand random alterations by the owner are all found', async () => {
  expect(await unnoticed(record, 1_000)).toEqual([]);
}, 300_000);
