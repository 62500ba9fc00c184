import { connect } from 'node:net';
import { errorCodes } from '../../../src/kernel/app-error.js';
import type { Hostile } from './bodies.js';
import { send } from './door.js';
import type { DoorProcess } from './process.js';

const patienceMilliseconds = 1_000;
const atOnce = 4;
const everyRequests = 25;
/** What no answer may hold: where the code lies, and what its faults say. */
const inside = /node_modules|\.js:\d|\.ts:\d|stacktrace|"stack"|at async|Did you mean/;
const allowed: readonly unknown[] = errorCodes.filter(
  (code) => code !== 'INTERNAL' && code !== 'DEPENDENCY_UNAVAILABLE',
);

/** What a bombardment came to. */
export type Damage = {
  /** One line for each request that was not answered as it should be; at most ten of them. */
  readonly faults: readonly string[];
  readonly answered: number;
  /** How many answers had a code, by code; `data` for those without. */
  readonly codes: Readonly<Record<string, number>>;
  /** By how many bytes the process had more memory in the last third than in the first, both at their middles. */
  readonly grownBytes: number;
};

type Told = { readonly status: number; readonly codes: readonly unknown[]; readonly text: string };

/** Sends requests, four at a time, and looks at each answer: no fault of the program's, nothing shown, within a second. */
export async function bombard(
  target: DoorProcess,
  key: string,
  requests: Iterable<Hostile>,
): Promise<Damage> {
  const faults: string[] = [];
  const codes: Record<string, number> = {};
  const memory: number[] = [];
  const waiting = requests[Symbol.iterator]();
  let answered = 0;

  async function worker(): Promise<void> {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      const request = next.value;
      let [told, milliseconds] = await timed(() => deliver(target.url, key, request));
      // The machine may be busy with something else; if it is the request that takes long, it does each time.
      for (let i = 0; milliseconds > patienceMilliseconds && i < 4; i += 1)
        [told, milliseconds] = await timed(() => deliver(target.url, key, request));
      const wrong = faultOf(told, milliseconds);
      if (wrong !== null && faults.length < 10) faults.push(`${wrong}: ${shown(request)}`);
      for (const code of told.codes.length > 0 ? told.codes : ['data'])
        codes[String(code)] = (codes[String(code)] ?? 0) + 1;
      answered += 1;
      if (answered % everyRequests === 0) memory.push(await target.residentBytes());
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (target.ended()) faults.push(`The program ended: ${target.said()}`);
  for (const line of target.said().split('\n'))
    if (/web\.fault|unhandled|Error:/i.test(line)) faults.push(line);
  const third = Math.floor(memory.length / 3);
  const grownBytes = middle(memory.slice(-third)) - middle(memory.slice(0, third));
  return { faults, answered, codes, grownBytes };
}

function faultOf({ status, codes, text }: Told, milliseconds: number): string | null {
  if (milliseconds > patienceMilliseconds) return `${Math.round(milliseconds)} ms`;
  if (status >= 500) return `status ${status} ${text.slice(0, 200)}`;
  const others = codes.filter((code) => !allowed.includes(code));
  if (others.length > 0) return `code ${others.join(' ')} ${text.slice(0, 300)}`;
  return inside.test(text) ? `it shows ${text.slice(0, 300)}` : null;
}

async function deliver(url: string, key: string, request: Hostile): Promise<Told> {
  if ('wire' in request) return overTheWire(url, key, request.wire);
  const headers = { authorization: `Bearer ${key}`, ...request.headers };
  // fetch wants a view of bytes that nobody shares.
  const body = typeof request.body === 'string' ? request.body : new Uint8Array(request.body);
  const post = () => send(`${url}/graphql`, { method: 'POST', headers, body });
  // A connection that was kept may be closed by the server just as it is used again; a new one tells.
  return post().catch(post);
}

/** Writes bytes to a socket and reads until it is closed; a socket that is closed without a word is an answer too. */
async function overTheWire(url: string, key: string, bytes: Buffer): Promise<Told> {
  const text = await new Promise<string>((resolve) => {
    let read = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.end(bytes.toString('latin1').replace('KEY', key), 'latin1'),
    );
    socket.on('data', (chunk) => (read += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(read));
  });
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? '400');
  return { status, codes: [], text };
}

async function timed<T>(act: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  return [await act(), performance.now() - began];
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function shown(request: Hostile): string {
  const { headers, body } = 'wire' in request ? { headers: {}, body: request.wire } : request;
  return `${JSON.stringify(headers)} ${JSON.stringify(body.toString().slice(0, 1_500))}`;
}
