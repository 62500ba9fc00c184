import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { runAs, serverAccount } from '../../src/demo/postgres-account.js';
import { stopServer } from '../../src/demo/postgres-orphan.js';
import { waitForEnd } from '../../src/demo/postgres-process.js';
import { until } from './until.js';

/** An embedded server that is taken down and started again, on the same port. */
export type RestartedPostgres = {
  /** Ends it without a shutdown: SIGQUIT is PostgreSQL's immediate mode, and SIGKILL what happens to it. */
  end(how: 'SIGQUIT' | 'SIGKILL'): Promise<void>;
  /** Starts it as it was started the first time; who connects is let in a moment later. */
  start(): Promise<void>;
  /** Stops it, and removes the folder that it lives in. */
  stop(): Promise<void>;
};

/** Takes over a server that runs. */
export function restartedPostgres(first: number): RestartedPostgres {
  let pid = first;
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
  const [program = '', ...args] = command;
  const data = args[args.indexOf('-D') + 1] ?? '';
  const launch = () => {
    const options = { cwd: dirname(data), env: { LC_ALL: 'C', TZ: 'UTC' } };
    const child = spawn(program, args, {
      ...runAs(serverAccount()),
      ...options,
      stdio: 'ignore',
      detached: true,
    });
    child.unref();
    return child;
  };
  return {
    end: async (how) => {
      process.kill(pid, how);
      if (!(await waitForEnd(pid, 20_000))) throw new Error('PostgreSQL did not end.');
    },
    start: async () => {
      // What is left of a killed one may hold its memory for a moment: then the new one ends at once.
      await until('PostgreSQL', 20_000, async () => {
        pid = launch().pid ?? 0;
        return (await waitForEnd(pid, 1_000)) ? null : pid;
      });
    },
    stop: async () => {
      await stopServer(pid);
      rmSync(dirname(data), { recursive: true, force: true });
    },
  };
}
