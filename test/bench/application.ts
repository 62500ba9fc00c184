import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a run reported, how long it took, and how long the program itself worked at it. */
export type Run = {
  readonly status: string;
  readonly seen: number;
  readonly created: number;
  readonly updated: number;
  readonly missing: number;
  readonly rejected: number;
  readonly message: string | null;
  readonly seconds: number;
  readonly cpuSeconds: number;
};

/** The running program, in a process of its own. */
export type Application = {
  /** Runs its one source now, by the path of every run. */
  run(): Promise<Run>;
  /** The most memory that the process has held so far (VmHWM). */
  peakBytes(): number;
  stop(): Promise<void>;
};

const program = fileURLToPath(new URL('./application.mjs', import.meta.url));
/** How package.json starts the program: old memory is given back early, which costs no time that shows. */
const asInService = ['--heap-growing-percent=30', '--max-semi-space-size=32'];
const longestMilliseconds = 10 * 60_000;
const stopMilliseconds = 10_000;

/** Starts the built program. Throws what it said when it does not start; it is killed when the signal aborts. */
export async function startApplication(
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Application> {
  const { PATH = '', NODE_OPTIONS = '' } = process.env;
  const child = spawn(process.execPath, [...asInService, program], {
    env: { PATH, NODE_OPTIONS, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    signal,
    killSignal: 'SIGKILL',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  // The killing by the signal is also told as an error, which nobody may be waiting for.
  child.on('error', () => undefined);
  const answer = () => nextMessage(child, signal, () => said);
  const stop = () => end(child);
  try {
    await answer();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    run: async () => {
      child.send('run');
      return (await answer()) as Run;
    },
    peakBytes: () => peakOf(child.pid),
    stop,
  };
}

async function nextMessage(
  child: ChildProcess,
  signal: AbortSignal,
  said: () => string,
): Promise<unknown> {
  const done = new AbortController();
  const late = AbortSignal.timeout(longestMilliseconds);
  const until = AbortSignal.any([signal, late, done.signal]);
  const ended = async () => {
    if (!hasEnded(child)) await once(child, 'close', { signal: until });
    throw new Error(`The application ended: ${said()}`);
  };
  try {
    const message = once(child, 'message', { signal: until }) as Promise<unknown[]>;
    return (await Promise.race([message, ended()]))[0];
  } catch (error) {
    signal.throwIfAborted();
    throw late.aborted ? new Error('The application takes too long.', { cause: error }) : error;
  } finally {
    done.abort();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.connected) child.disconnect();
  const late = setTimeout(() => child.kill('SIGKILL'), stopMilliseconds);
  await gone;
  clearTimeout(late);
}

function hasEnded({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}

function peakOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  if (kibibytes === undefined) throw new Error('The system does not tell the peak of the memory.');
  return Number(kibibytes) * 1024;
}
