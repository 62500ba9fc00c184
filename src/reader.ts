import 'reflect-metadata';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from './config/config.js';
import { SystemClock } from './kernel/clock.js';
import { faultName } from './kernel/fault.js';
import { OutsideModule } from './outside.module.js';
import { MunicipalitiesStore } from './store/municipalities.store.js';
import { SyncSchedule } from './sync/sync-schedule.js';
import { SyncModule } from './sync/sync.module.js';
import { TechnicianLog } from './technician-log.js';

/** What reads directories, and nothing that serves. */
class ReaderModule {}

/** Starts to read the directories of a configuration; whatever comes of that is the schedule's to tell. */
async function read(config: Config): Promise<INestApplicationContext> {
  const imports = [OutsideModule.of(config, new SystemClock()), SyncModule];
  const app = await NestFactory.createApplicationContext(
    { module: ReaderModule, imports },
    { logger: new TechnicianLog(), abortOnError: false },
  );
  await app.get(MunicipalitiesStore).configure(config.directories.municipalities);
  void app.get(SyncSchedule).start();
  return app;
}

// Whoever has a caller on the line is served first, whatever there is to read.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// Ctrl-C reaches both processes, and the one that serves says when this one is to end: what is read is finished first.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
const reading = once(process, 'message').then(([config]) => read(config as Config));
process.once(
  'disconnect',
  () => void reading.then((app) => app.close()).finally(() => process.exit()),
);
await reading.catch((error: unknown) => {
  process.stderr.write(`sync.reader_failed cause=${faultName(error)}\n`);
  process.exit(1);
});
