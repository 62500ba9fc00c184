import { EraseExpired } from '../../src/presence/erase-expired.js';
import { FollowChanges } from '../../src/presence/follow-changes.js';
import { MoveDue } from '../../src/presence/move-due.js';
import type { TestApp } from './app.js';

/** Stops what a program does each second, whoever asks: it is not to be counted. */
export async function quiet({ app }: TestApp): Promise<void> {
  for (const job of [EraseExpired, FollowChanges, MoveDue])
    await app.get<EraseExpired>(job, { strict: false }).beforeApplicationShutdown();
}
