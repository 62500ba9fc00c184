import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { globalId, parseGlobalId, type NodeKind } from '../../../src/kernel/ids.js';

const kinds: NodeKind[] = ['MUNICIPALITY', 'UNIT', 'PERSON', 'ABSENCE', 'FORWARDING', 'SYNC_RUN'];

test('a global id gives back its kind and its UUID', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.uuid(), (kind, uuid) => {
      const text = globalId(kind, uuid);
      expect(text).toMatch(/^[A-Za-z0-9_-]{23}$/);
      expect(parseGlobalId(text)).toEqual({ kind, id: uuid });
    }),
  );
});

test('any other text is none, and never an error', () => {
  fc.assert(fc.property(fc.string(), (text) => void parseGlobalId(text)));
  expect(parseGlobalId('')).toBeNull();
  expect(parseGlobalId('A'.repeat(23))).toBeNull();
  // The last character has two bits to spare: only one spelling of an id counts.
  const id = globalId('PERSON', '3f2504e0-4f89-41d3-9a0c-0305e82c3301');
  const spellings = ['A', 'B', 'C', 'D'].map((last) => parseGlobalId(id.slice(0, -1) + last));
  expect(spellings.filter(Boolean).length).toBeLessThanOrEqual(1);
});
