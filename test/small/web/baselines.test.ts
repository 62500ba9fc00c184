import { expect, test } from '@jest/globals';
import type { PersonId } from '../../../src/kernel/ids.js';
import { LiveStreams, type Delivery } from '../../../src/view/live.js';
import { Baselines } from '../../../src/web/live/baselines.js';
import { Channel } from '../../../src/web/live/channel.js';
import { viewer } from '../../support/people.js';
import { until } from '../../support/until.js';

/** Of what has been read, position 5 is the last; of what time had changed by then, 7. */
class Positions extends LiveStreams {
  override open(): AsyncIterable<Delivery> {
    throw new Error('Nothing is opened.');
  }
  override async readUpTo(): Promise<number> {
    return 5;
  }
  override async settledUpTo(): Promise<number> {
    return 7;
  }
}

test('what time had changed when it was looked at is told to whoever listed before, and nothing after that', async () => {
  const anna = 'anna' as PersonId;
  const answer = { data: { directoryChanged: { look: 'away' } } };
  const baselines = new Baselines(new Positions());
  const channel = new Channel(async () => 0);
  channel.enter();
  baselines.want(channel, async function* () {
    yield [{ id: anna, answer }];
  });
  await until('A look', 5_000, async () => channel.size > 0 || null);
  await baselines.beforeApplicationShutdown();
  const filter = { municipalityCodes: null, entryIds: null };
  const eyes = { viewer: viewer('OPERATOR'), filter, channel: 'all', recorded: false };
  const told = async (position: number) => {
    const event = {
      kind: 'CHANGED',
      cursor: `c${position}`,
      eyes,
      id: anna,
      position,
      before: 0,
    } as const;
    return channel.answer({ event, since: position, before: 0 }, async () => answer);
  };
  expect(await told(7)).not.toBeNull();
  expect(await told(8)).toBeNull();
});
