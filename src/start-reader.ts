import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Logger } from '@nestjs/common';
import type { Config } from './config/config.js';

/** The process that reads the directories, beside the one that serves. */
export type Reader = {
  /** Lets what is being read be finished, and ends it. */
  stop(): Promise<void>;
};

const againMilliseconds = 5_000;
const log = new Logger('sync');

/**
 * Starts a process of lower priority that reads the directories: to read a hundred thousand people takes a minute of a
 * processor and much memory, for which no operator is to wait. It is started again when it ends; and it ends with this
 * process, however that ends.
 */
export function startReader(config: Config): Reader {
  let stopped = false;
  let again: NodeJS.Timeout | undefined;
  let running = start();

  function start(): ChildProcess {
    const reader = fork(fileURLToPath(import.meta.resolve('./reader.js')), {
      serialization: 'advanced',
    });
    reader.once('error', (error) => log.error(`sync.reader_error cause=${error.name}`));
    reader.once('exit', (code, signal) => {
      if (stopped) return;
      log.error(`sync.reader_ended how=${code ?? signal}: it is started again in 5 s.`);
      again = setTimeout(() => (running = start()), againMilliseconds);
    });
    reader.send(config);
    return reader;
  }

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(again);
      if (running.exitCode !== null || running.signalCode !== null) return;
      const ended = once(running, 'exit');
      running.disconnect();
      await ended;
    },
  };
}
