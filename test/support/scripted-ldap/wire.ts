import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * What goes over a connection, one after another: bytes; a pause; the connection cut off (`cut` says
 * goodbye to TCP only, `reset` not even that); or its end after what was sent.
 */
export type Step = Buffer | { readonly milliseconds: number } | 'cut' | 'reset' | 'end';

/** One connection: what is spoken over, which may be TLS, and the TCP socket below it. */
export type Line = { readonly raw: Socket; readonly socket: Socket; readonly signal: AbortSignal };

/** Takes the steps, until they are over or the connection is. Never rejects. */
export async function takeSteps(line: Line, steps: readonly Step[]): Promise<void> {
  for (const step of joinBytes(steps)) {
    if (line.signal.aborted) return;
    if (Buffer.isBuffer(step)) await write(line.socket, step);
    else if (step === 'end') line.socket.end();
    else if (step === 'cut') line.raw.destroy();
    else if (step === 'reset') line.raw.resetAndDestroy();
    // A connection that closes meanwhile ends the pause.
    else await wait(step.milliseconds, null, { signal: line.signal }).catch(() => null);
  }
}

/** Neighbours go together, as a server sends the messages that it has. */
function joinBytes(steps: readonly Step[]): readonly Step[] {
  return steps.reduce<Step[]>((joined, step) => {
    const last = joined.at(-1);
    if (!Buffer.isBuffer(step) || !Buffer.isBuffer(last)) return [...joined, step];
    return [...joined.slice(0, -1), Buffer.concat([last, step])];
  }, []);
}

/** Waits until the bytes are with the system, so that a cut does not take them back. */
function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    socket.write(bytes, () => resolve());
  });
}
