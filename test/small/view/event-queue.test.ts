import { describe, expect, test } from '@jest/globals';
import type { PersonId } from '../../../src/kernel/ids.js';
import type { Delivery, Eyes, LiveEvent } from '../../../src/view/live.js';
import { EventQueue, mostWaiting } from '../../../src/view/live/event-queue.js';
import { viewer } from '../../support/people.js';

const filter = { municipalityCodes: null, entryIds: null };
const eyes: Eyes = { viewer: viewer('OPERATOR'), filter, channel: null, recorded: false };
const gone = (id: string, cursor = id): LiveEvent => ({
  kind: 'GONE',
  cursor,
  eyes,
  id: id as PersonId,
});
/** As of an entry that was last told of at the position before. */
const told = (event: LiveEvent, since: number): Delivery => ({ event, since, before: since - 1 });
const bookmark: LiveEvent = { kind: 'BOOKMARK', cursor: 'here', eyes, at: new Date(0) };
const resync: LiveEvent = { kind: 'RESYNC', cursor: 'here', eyes, cause: 'TOO_SLOW' };
const cursorOf = async (queue: EventQueue) => (await queue.next())?.event.cursor;

describe('what waits for a client', () => {
  test('is of each entry the last event, in order, since the first', async () => {
    const queue = new EventQueue();
    queue.push('a', told(gone('a', '1'), 1));
    queue.push('b', told(gone('b', '2'), 2));
    queue.push('a', told(gone('a', '3'), 3));
    queue.bookmark(bookmark);
    expect(await queue.next()).toEqual({ event: gone('b', '2'), since: 2, before: 1 });
    expect(await queue.next()).toEqual({ event: gone('a', '3'), since: 1, before: 0 });
    expect(await queue.next()).toEqual({ event: bookmark, since: 0, before: 0 });
  });

  test('is bounded, and no entry more is taken', () => {
    const queue = new EventQueue();
    for (let i = 0; i < mostWaiting; i += 1)
      expect(queue.push(`${i}`, told(gone(`${i}`), i))).toBe(true);
    expect(queue.push('one more', told(gone('one more'), 300))).toBe(false);
    // An entry that waits already takes no place.
    expect(queue.push('7', told(gone('7'), 301))).toBe(true);
  });

  test('is thrown away when the client has to list again, and what comes after is kept', async () => {
    const queue = new EventQueue();
    queue.push('a', told(gone('a'), 1));
    queue.resync(resync);
    queue.push('b', told(gone('b'), 2));
    expect([await cursorOf(queue), await cursorOf(queue)]).toEqual(['here', 'b']);
  });
});

describe('a client that waits', () => {
  test('gets what comes at once', async () => {
    const queue = new EventQueue();
    const waiting = cursorOf(queue);
    queue.push('a', told(gone('a'), 1));
    expect(await waiting).toBe('a');
  });

  test('is let go when the stream ends, and told when it fails', async () => {
    const [ended, failed] = [new EventQueue(), new EventQueue()];
    const [one, other] = [ended.next(), failed.next()];
    ended.end();
    failed.fail(new Error('no more'));
    expect(await one).toBeNull();
    await expect(other).rejects.toThrow('no more');
    await expect(failed.next()).rejects.toThrow('no more');
    expect(await ended.next()).toBeNull();
  });
});
