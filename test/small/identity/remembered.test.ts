import { expect, test } from '@jest/globals';
import { Remembered } from '../../../src/identity/remembered.js';

/** Says how often was read: the first reading gives "1", and so on; null where nobody is there. */
function counted() {
  let reads = 0;
  const remembered = new Remembered<string>();
  const at = (now: number, there = true) =>
    remembered.of('a', now, async () => {
      reads += 1;
      return there ? String(reads) : null;
    });
  return at;
}

test('what was read is remembered for less than a second', async () => {
  const at = counted();
  expect([await at(0), await at(999), await at(1_000)]).toEqual(['1', '1', '2']);
});

test('a clock that is set back makes nothing younger: it is read again', async () => {
  const at = counted();
  expect([await at(5_000), await at(4_999), await at(4_999)]).toEqual(['1', '2', '2']);
});

test('nobody is not remembered, and is forgotten who was there', async () => {
  const at = counted();
  expect([await at(0), await at(1_000, false), await at(1_001)]).toEqual(['1', null, '3']);
});
