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
const apart = (id: string): LiveEvent => ({ ...changed(id), eyes: { ...eyes, channel: null } });
const since = (id: string, event = changed(id)) => sent.sinceOf({ event, since: 7, before: 6 });
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
  expect(since('a')).toBe(7);
  expect(say({ kind: 'GONE', cursor: 'here', eyes, id: 'a' as PersonId })).toBe(true);
  expect(since('a')).toBe(0);
  expect(isNew('a', 'away')).toBe(true);
  expect(since('a')).toBe(7);
  sent.lists([]);
  expect(isNew('a', 'away')).toBe(true);
  expect(say({ kind: 'BOOKMARK', cursor: 'here', eyes, at: new Date(0) })).toBe(true);
  expect(isNew('a', 'away')).toBe(false);
});

test('no more than the last entries are remembered', () => {
  isNew('first', 'away');
  for (let i = 0; i < 64; i += 1) isNew(`${i}`, 'away');
  expect([isNew('63', 'away'), isNew('first', 'away')]).toEqual([false, true]);
});

test('how others have an entry says nothing to whoever has it as the viewer alone sees it, nor the other way about', () => {
  sent.lists(['mine' as PersonId]);
  expect([since('mine', apart('mine')), since('mine'), since('a'), since('a', apart('a'))]).toEqual(
    [7, 0, 7, 0],
  );
  isNew('mine', 'as others see it');
  expect([since('mine', apart('mine')), since('mine')]).toEqual([0, 7]);
  sent.isNew(apart('mine'), { answer: {}, look: 'as before' });
  expect([since('mine', apart('mine')), since('mine')]).toEqual([7, 0]);
});
