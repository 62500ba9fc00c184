import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { notStreamed } from '../../../src/web/live/not-streamed.js';
import { everythingOf } from '../../support/twins/selections.js';
import { describeStreams } from '../../support/twins/streams/describe-streams.js';
import { some } from '../../support/twins/streams/selection.js';
import { bookmarksWhileHiddenChange } from '../../support/twins/streams/quiet.js';
import { startWorlds, type Worlds } from '../../support/twins/worlds.js';

// The whole of what test/medium/twins/twins.test.ts proves a part of: every change, watched by everybody
// with everything that can be asked of an entry; and of the changes that clients ask for some hundred.

let worlds: Worlds;
beforeAll(async () => {
  worlds = await startWorlds();
}, 600_000);
afterAll(() => worlds.stop());

const entry = `${some} ${everythingOf('DirectoryEntry', 1, notStreamed)}`;

describeStreams(() => worlds, { every: 1, asked: 4, watching: [], entry });

test('a quiet stream has its bookmarks each five seconds, whatever happens to somebody hidden', async () => {
  const counts = await bookmarksWhileHiddenChange(worlds, 'displayName', 25_000);
  expect(counts.length).toBeGreaterThan(10);
  for (const [viewer, hidden, absent] of counts) {
    expect([viewer, absent >= 4]).toEqual([viewer, true]);
    expect([viewer, hidden >= absent - 1]).toEqual([viewer, true]);
  }
}, 120_000);
