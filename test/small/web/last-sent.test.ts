import { beforeEach, expect, test } from '@jest/globals';
import type { PersonId } from '../../../src/kernel/ids.js';
import type { Eyes, LiveEvent } from '../../../src/view/live.js';
import { LastSent } from '../../../src/web/live/last-sent.js';
import { viewer } from '../../support/people.js';

const filter = { municipalityCodes: null, entryIds: null };
const eyes: Eyes = { viewer: viewer('OPERATOR'), filter, channel: 'all', recorded: false };
const changed = (id: string): LiveEvent => ({
  kind: 'CHANGED',
  cursor: 'here',
  eyes,
  id: id as PersonId,
  position: 1,
  before: 0,
});

let sent: LastSent;
const isNew = (id: string, look: string) => sent.isNew(changed(id), { answer: {}, look });
const say = (event: LiveEvent) => sent.isNew(event, { answer: {}, look: null });

beforeEach(() => {
  sent = new LastSent();
});

test('what a client was last sent of an entry is not sent again, and anything else is', () => {
  expect(isNew('a', 'away')).toBe(true);
  expect(isNew('b', 'away')).toBe(true);
  expect(isNew('a', 'away')).toBe(false);
  expect(isNew('a', 'back')).toBe(true);
  expect(isNew('a', 'away')).toBe(true);
});

test('is sent again to whoever was told to forget the entry, or to list again', () => {
  isNew('a', 'away');
  expect(say({ kind: 'GONE', cursor: 'here', eyes, id: 'a' as PersonId })).toBe(true);
  expect(isNew('a', 'away')).toBe(true);
  expect(say({ kind: 'RESYNC', cursor: 'here', eyes, cause: 'TOO_SLOW' })).toBe(true);
  expect(isNew('a', 'away')).toBe(true);
  expect(say({ kind: 'BOOKMARK', cursor: 'here', eyes, at: new Date(0) })).toBe(true);
  expect(isNew('a', 'away')).toBe(false);
});

test('no more than the last entries are remembered', () => {
  isNew('first', 'away');
  for (let i = 0; i < 64; i += 1) isNew(`${i}`, 'away');
  expect([isNew('63', 'away'), isNew('first', 'away')]).toEqual([false, true]);
});
