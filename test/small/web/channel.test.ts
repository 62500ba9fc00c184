import { beforeEach, describe, expect, test } from '@jest/globals';
import type { PersonId } from '../../../src/kernel/ids.js';
import type { Eyes, LiveEvent } from '../../../src/view/live.js';
import { Channel } from '../../../src/web/live/channel.js';
import { viewer } from '../../support/people.js';

const filter = { municipalityCodes: null, entryIds: null };
const eyes: Eyes = { viewer: viewer('OPERATOR'), filter, channel: 'all', recorded: false };
const anna = 'anna' as PersonId;

let channel: Channel;
/** What is read of the entry now, and the position of the last change that is in it. */
let now: { look: string | null; position: number };
let clock: number;

beforeEach(() => {
  now = { look: 'at work', position: 0 };
  clock = 0;
  channel = new Channel(
    async () => now.position,
    () => clock,
  );
});

const answerOf = (look: string | null) =>
  look === null ? null : { data: { directoryChanged: { look } } };
const changed = (position: number, before: number): LiveEvent => ({
  kind: 'CHANGED',
  cursor: `c${position}`,
  eyes,
  id: anna,
  position,
  before,
});
/** What a client is sent of an event, of whose entry it was last sent before `since`. */
async function sent(event: LiveEvent, since: number, before?: number): Promise<string | null> {
  const own = event.kind === 'CHANGED' ? event.before : 0;
  const delivery = { event, since, before: before ?? own };
  const shown = await channel.answer(delivery, async () => answerOf(now.look));
  const data = shown?.answer.data as { directoryChanged: { look: string } } | undefined;
  return data?.directoryChanged.look ?? null;
}
/** Of every change it is taken for granted that time has settled since the one before. */
function becomes(look: string | null, position: number): void {
  now = { look, position };
  clock += 10_000;
}

describe('what looks as before', () => {
  test('is not sent again, and what looks otherwise is', async () => {
    becomes('away', 1);
    expect(await sent(changed(1, 0), 1)).toBe('away');
    becomes('away', 2);
    expect(await sent(changed(2, 1), 2)).toBeNull();
    becomes('back', 3);
    expect(await sent(changed(3, 2), 3)).toBe('back');
  });

  test('is sent to whoever missed when it came to look so', async () => {
    becomes('away', 1);
    const first = changed(1, 0);
    await sent(first, 1);
    becomes('away', 2);
    const second = changed(2, 1);
    expect(await sent(second, 2)).toBeNull();
    expect(await sent(second, 1)).toBe('away');
  });

  test('is sent when nobody here has seen what it looked like in between, since others may have', async () => {
    becomes('at work', 1);
    await sent(changed(1, 0), 1);
    // Out for lunch at 2, which the only client is too slow to take; another one lists meanwhile.
    becomes('at work', 3);
    const back = changed(3, 2);
    expect(await sent(back, 3)).toBe('at work');
    // To whom both are one change, nothing has changed; and that stays so for whoever takes them later.
    expect(await sent(back, 2, 1)).toBeNull();
    becomes('at work', 4);
    const more = changed(4, 3);
    expect(await sent(more, 3, 2)).toBe('at work');
    expect(await sent(more, 2, 1)).toBeNull();
    expect(await sent(more, 4)).toBeNull();
  });

  test('is sent to whoever listed before a change that was read with an earlier one', async () => {
    becomes('away', 2);
    expect(await sent(changed(1, 0), 1)).toBe('away');
    // Whoever began after 1 has listed what was before 2.
    expect(await sent(changed(2, 1), 2)).toBe('away');
    becomes('away', 3);
    expect(await sent(changed(3, 2), 3)).toBeNull();
  });

  test('is sent to whoever may not know how it looked', async () => {
    becomes('away', 1);
    await sent(changed(1, 0), 1);
    becomes('away', 2);
    expect(await sent(changed(2, 1), 0)).toBe('away');
  });
});

test('what time has changed just before it was read is sent to whoever listed before, when it is told', async () => {
  becomes('away', 1);
  // Read after the absence began, for a change before: whoever listed in between has it otherwise.
  await sent(changed(1, 0), 1);
  clock += 4_999;
  expect(await sent(changed(2, 1), 2)).toBe('away');
  clock += 1;
  expect(await sent(changed(3, 2), 3)).toBeNull();
});

describe('what was looked at before its first change', () => {
  const away = { data: { directoryChanged: { look: 'away' } } };

  test('is not sent when it looks as then', async () => {
    channel.looked(anna, away, 5);
    becomes('away', 6);
    expect(await sent(changed(6, 0), 6)).toBeNull();
    becomes('back', 7);
    expect(await sent(changed(7, 6), 7)).toBe('back');
  });

  test('is sent to whoever listed before it was looked at', async () => {
    channel.looked(anna, away, 5);
    becomes('away', 5);
    expect(await sent(changed(4, 0), 4)).toBe('away');
  });

  test('is nothing against what has been told since', async () => {
    becomes('away', 6);
    await sent(changed(6, 0), 6);
    channel.looked(anna, { data: { directoryChanged: { look: 'back' } } }, 5);
    becomes('away', 7);
    expect(await sent(changed(7, 6), 7)).toBeNull();
  });
});

test('an answer is made once for all, in the order of the events', async () => {
  const made: number[] = [];
  const render = async (event: LiveEvent) => {
    await new Promise((resolve) =>
      setTimeout(resolve, event.kind === 'CHANGED' ? 10 - event.position : 0),
    );
    made.push(event.kind === 'CHANGED' ? event.position : 0);
    return answerOf('away');
  };
  const [first, second] = [changed(1, 0), changed(2, 1)];
  await Promise.all(
    [first, second, first, second].map((event) =>
      channel.answer({ event, since: 0, before: 0 }, render),
    ),
  );
  expect(made).toEqual([1, 2]);
});

test('one that could not be made says why to whoever waits for it, and to nobody after', async () => {
  const broken = async () => {
    throw new Error('The database is away.');
  };
  await expect(
    channel.answer({ event: changed(1, 0), since: 1, before: 0 }, broken),
  ).rejects.toThrow('away');
  becomes('back', 2);
  expect(await sent(changed(2, 1), 2)).toBe('back');
});

test('who is gone and comes back looking the same is sent', async () => {
  becomes('away', 1);
  await sent(changed(1, 0), 1);
  await sent({ kind: 'GONE', cursor: 'c2', eyes, id: anna }, 2);
  expect(channel.size).toBe(0);
  becomes('away', 3);
  expect(await sent(changed(3, 2), 3)).toBe('away');
});
