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
  let again: NodeJS.Timeout | null = null;
  let running = start();

  function start(): ChildProcess {
    again = null;
    const reader = fork(fileURLToPath(import.meta.resolve('./reader.js')), {
      serialization: 'advanced',
    });
    // One that cannot be started has no exit, and one that cannot be told anything is of no use. Neither ends this process.
    reader.on('error', ({ code, name }: NodeJS.ErrnoException) => {
      reader.kill('SIGKILL');
      startLater(code ?? name);
    });
    reader.once('exit', (code, signal) => startLater(String(code ?? signal)));
    reader.send(config);
    return reader;
  }

  function startLater(how: string): void {
    if (stopped || again !== null) return;
    log.error(`sync.reader_ended how=${how}: it is started again in 5 s.`);
    again = setTimeout(() => (running = start()), againMilliseconds);
  }

  return {
    stop: async () => {
      stopped = true;
      if (again !== null) clearTimeout(again);
      const { pid, exitCode, signalCode } = running;
      if (pid === undefined || exitCode !== null || signalCode !== null) return;
      const ended = once(running, 'exit');
      running.disconnect();
      await ended;
    },
  };
}
