import type { Config } from './config/config.js';
import { Clock } from './kernel/clock.js';
import type { Running } from './run.js';
import { readHolidays } from './staff/working-days.js';
import { startReader } from './start-reader.js';
import { startApp } from './start.js';

/** Serves in earnest, and has the directories read. */
export async function serve(config: Config): Promise<Running> {
  const app = await startApp(config);
  // The first read is not waited for: a dead directory must not keep the last good data from anybody.
  const reader = startReader(config);
  readHolidays(app.get(Clock, { strict: false }).now());
  process.stdout.write(
    `Ett samtal listens on ${config.host}:${new URL(await app.getUrl()).port}.\n`,
  );
  return { stop: async () => void (await Promise.all([reader.stop(), app.close()])) };
}
