import { errorCodes } from '../../../src/kernel/app-error.js';
import type { Asked } from '../door/documents.js';
import type { DoorProcess } from '../door/process.js';
import { at } from '../json.js';
import { openAs, type Watched } from './socket.js';

/** What came of subscriptions, as of requests over HTTP (door/bombard.ts). */
export type Damage = {
  /** One line for each that was not answered as it should be; at most ten of them. */
  readonly faults: readonly string[];
  readonly answered: number;
  /** How many answers had a code, by code; `data` for those that began a stream, and `closed` with its number. */
  readonly codes: Readonly<Record<string, number>>;
  /** By how many bytes the process had more memory in the last third than in the first, both at their middles. */
  readonly grownBytes: number;
};

const patienceMilliseconds = 1_000;
const atOnce = 4;
const everyRequests = 25;
const tooLarge = 1009;
const inside = /node_modules|\.js:\d|\.ts:\d|stacktrace|"stack"|at async|Did you mean/;
const allowed: readonly unknown[] = errorCodes.filter(
  (code) => code !== 'INTERNAL' && code !== 'DEPENDENCY_UNAVAILABLE',
);

/** Subscribes with each document, four at a time over as many connections, and looks at the first that comes of it. */
export async function bombardStreams(
  target: DoorProcess,
  key: string,
  documents: Iterable<Asked>,
): Promise<Damage> {
  const faults: string[] = [];
  const codes: Record<string, number> = {};
  const memory: number[] = [];
  const waiting = documents[Symbol.iterator]();
  let answered = 0;

  async function worker(): Promise<void> {
    const speaker = new Speaker(target.url, key);
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      let told = await speaker.subscribe(next.value);
      // The machine may be busy with something else; if it is the document that takes long, it does each time.
      for (let i = 0; told.milliseconds > patienceMilliseconds && i < 4; i += 1)
        told = await speaker.subscribe(next.value);
      const wrong = faultOf(told);
      if (wrong !== null && faults.length < 10)
        faults.push(`${wrong}: ${JSON.stringify(next.value).slice(0, 1_500)}`);
      for (const code of told.codes) codes[code] = (codes[code] ?? 0) + 1;
      answered += 1;
      if (answered % everyRequests === 0) memory.push(await target.residentBytes());
    }
    speaker.stop();
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (target.ended()) faults.push(`The program ended: ${target.said()}`);
  for (const line of target.said().split('\n'))
    if (/web\.fault|unhandled|Error:/i.test(line)) faults.push(line);
  const third = Math.floor(memory.length / 3);
  const grownBytes = middle(memory.slice(-third)) - middle(memory.slice(0, third));
  return { faults, answered, codes, grownBytes };
}

type Told = {
  readonly codes: readonly string[];
  readonly text: string;
  readonly milliseconds: number;
};

/** A client that goes on over the same connection for as long as it is open. */
class Speaker {
  #watched: Watched | null = null;
  #said = 0;

  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  /** What comes first. The stream is ended then. */
  async subscribe({ query, variables }: Asked): Promise<Told> {
    if (this.#watched?.socket.readyState !== 1) this.#watched = await openAs(this.url, this.key);
    const watched = this.#watched;
    this.#said += 1;
    const id = String(this.#said);
    const began = performance.now();
    watched.say({ type: 'subscribe', id, payload: { query, variables } });
    const closed = watched.closed.then((code) => ({ type: 'closed', code }));
    let message: Readonly<Record<string, unknown>>;
    // What still comes of the one before is passed over.
    do message = await Promise.race([watched.heard(), closed]);
    while (message['type'] !== 'closed' && message['id'] !== id);
    const milliseconds = performance.now() - began;
    if (message['type'] === 'next') watched.say({ type: 'complete', id });
    return { codes: codesOf(message), text: JSON.stringify(message), milliseconds };
  }

  stop(): void {
    this.#watched?.socket.terminate();
  }
}

function codesOf(message: Readonly<Record<string, unknown>>): readonly string[] {
  if (message['type'] === 'closed') return [`closed ${String(message['code'])}`];
  const codes = at(message, 'payload.*.extensions.code');
  return Array.isArray(codes) ? codes.map(String) : ['data'];
}

function faultOf({ codes, text, milliseconds }: Told): string | null {
  if (milliseconds > patienceMilliseconds) return `${Math.round(milliseconds)} ms`;
  const known = [...allowed, 'data', `closed ${tooLarge}`];
  const others = codes.filter((code) => !known.includes(code));
  if (others.length > 0) return `code ${others.join(' ')} ${text.slice(0, 300)}`;
  return inside.test(text) ? `it shows ${text.slice(0, 300)}` : null;
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
