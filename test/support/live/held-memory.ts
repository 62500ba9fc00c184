import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Program } from '../program.js';
import { until } from '../until.js';

/**
 * MiB that a program holds when its garbage has been collected: what its process has of the machine grows with its work
 * for minutes, whatever it holds. Asked of its inspector, which the first call opens on loopback.
 */
export async function heldBy(program: Program): Promise<number> {
  if (!listening.test(program.said())) process.kill(program.pid, 'SIGUSR1');
  const url = await until('Its inspector', 10_000, async () => {
    return listening.exec(program.said())?.[1] ?? null;
  });
  const socket = new WebSocket(url);
  await once(socket, 'open');
  try {
    await ask(socket, 'HeapProfiler.collectGarbage');
    const { result } = (await ask(socket, 'Runtime.evaluate', {
      expression: memory,
      returnByValue: true,
    })) as { readonly result: { readonly value: number } };
    return result.value / 2 ** 20;
  } finally {
    socket.close();
  }
}

const listening = /Debugger listening on (ws:\/\/127\.0\.0\.1:\S+)/;
const memory = `(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())`;

async function ask(socket: WebSocket, method: string, params: object = {}): Promise<unknown> {
  socket.send(JSON.stringify({ id: 1, method, params }));
  for (;;) {
    const [data] = (await once(socket, 'message')) as [Buffer];
    const { id, result } = JSON.parse(data.toString()) as { id?: number; result?: unknown };
    if (id === 1) return result;
  }
}
