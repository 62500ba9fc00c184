import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A process of its own that answers what it is sent, one message for each. */
export type Child = {
  /** Sends something and waits for what comes back. Throws when the process ends instead. */
  ask<Told>(what: object): Promise<Told>;
  /** Waits for a message that nothing was sent for. */
  told<Told>(): Promise<Told>;
  stop(): void;
};

const kept = 2_000;

/** Starts a file of this folder, or of one below it. What it says is only told when it ends too soon. */
export function child(file: string, environment: NodeJS.ProcessEnv = {}): Child {
  const started = fork(new URL(file, import.meta.url), {
    execArgv: process.execArgv,
    env: { ...process.env, ...environment },
    silent: true,
  });
  let said = '';
  for (const stream of [started.stdout, started.stderr])
    stream?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-kept)));
  const gone = new AbortController();
  started.once('exit', () => gone.abort());
  const told = async <Told>() => {
    try {
      const [message] = (await once(started, 'message', { signal: gone.signal })) as [Told];
      return message;
    } catch (error) {
      throw new Error(`${file} has ended: ${said}`, { cause: error });
    }
  };
  return {
    told,
    ask: async <Told>(what: object) => {
      started.send(what);
      return told<Told>();
    },
    stop: () => started.kill(),
  };
}

/** What such a process is: it answers each message with what the function gives, and ends with its parent. */
export function answering(answer: (asked: never) => Promise<object>): void {
  process.on('message', (asked: unknown) => {
    answer(asked as never).then(
      (told) => process.send?.(told),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit(0));
}
