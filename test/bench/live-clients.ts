// The clients of `npm run bench:live`, in a process of their own: each keeps its picture, and says at the end
// how long after its commit every change came.
import { WebSocket } from 'ws';

/** What the clients are told to do. */
export type Start = {
  readonly urls: readonly string[];
  readonly tokens: readonly string[];
  readonly count: number;
  readonly query: string;
};
/** What is measured since the last time it was asked for, in milliseconds, and what each client has. */
export type Measured = {
  readonly deliveries: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly resyncs: number;
  readonly lost: number;
};
type Event = {
  readonly kind: string;
  readonly cursor: string;
  readonly entry?: { readonly id: string; readonly title: string | null };
};

const pictures: Map<string, string | null>[] = [];
let waits: number[] = [];
let resyncs = 0;
let lost = 0;

/** Titles say when they were committed, by the machine's clock: `t<milliseconds>`. */
function hear(picture: Map<string, string | null>, event: Event): void {
  if (event.kind === 'ResyncRequired') resyncs += 1;
  if (!event.entry) return;
  picture.set(event.entry.id, event.entry.title);
  const sent = Number(event.entry.title?.slice(1));
  if (Number.isFinite(sent)) waits.push(performance.timeOrigin + performance.now() - sent);
}

async function open(url: string, token: string, query: string): Promise<void> {
  const picture = new Map<string, string | null>();
  pictures.push(picture);
  const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
  socket.on('close', () => (lost += 1));
  socket.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    socket.once('close', () => reject(new Error('A socket was closed.')));
    socket.on('open', () =>
      socket.send(
        JSON.stringify({
          type: 'connection_init',
          payload: { authorization: `Bearer ${token}` },
        }),
      ),
    );
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      const message = JSON.parse(text) as {
        readonly type: string;
        readonly payload?: { readonly data: { readonly directoryChanged: Event } };
      };
      if (message.type === 'connection_ack')
        socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query } }));
      else if (message.type === 'next' && message.payload) {
        hear(picture, message.payload.data.directoryChanged);
        resolve();
      } else if (message.type === 'error') reject(new Error(text));
    });
  });
}

async function start({ urls, tokens, count, query }: Start): Promise<void> {
  // A few at a time, as clients come in the morning.
  for (let at = 0; at < count; at += 50)
    await Promise.all(
      Array.from({ length: Math.min(50, count - at) }, (_, i) =>
        open(urls[(at + i) % urls.length] ?? '', tokens[(at + i) % tokens.length] ?? '', query),
      ),
    );
}

function measured(): Measured {
  const ordered = waits.toSorted((a, b) => a - b);
  waits = [];
  const part = (share: number) => ordered[Math.floor(share * (ordered.length - 1))] ?? Number.NaN;
  return {
    deliveries: ordered.length,
    p50: part(0.5),
    p99: part(0.99),
    most: part(1),
    resyncs,
    lost,
  };
}

/** How many pictures are the same as what is expected of the entries that were changed. */
function right(expected: readonly (readonly [string, string])[]): number {
  return pictures.filter((picture) => expected.every(([id, title]) => picture.get(id) === title))
    .length;
}

process.on(
  'message',
  (
    message:
      | { readonly start: Start }
      | { readonly measure: true }
      | { readonly compare: readonly (readonly [string, string])[] },
  ) => {
    if ('start' in message)
      start(message.start).then(
        () => process.send?.({ started: true }),
        (error: Error) => process.send?.({ failed: error.message }),
      );
    else if ('measure' in message) process.send?.({ measured: measured() });
    else process.send?.({ right: right(message.compare) });
  },
);
process.on('disconnect', () => process.exit(0));
