import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { WebSocket, type ClientOptions } from 'ws';
import { liveUrl } from './client.js';

/** A WebSocket that is watched: what came, and how it ended. */
export type Watched = {
  readonly socket: WebSocket;
  readonly messages: readonly Record<string, unknown>[];
  say(message: unknown): void;
  /** The next message that has not been waited for. */
  heard(): Promise<Record<string, unknown>>;
  /** The code with which it was closed. */
  readonly closed: Promise<number>;
};

/** Opens a WebSocket without saying anything. */
export async function openSocket(
  url: string,
  protocol = 'graphql-transport-ws',
  options: ClientOptions = {},
): Promise<Watched> {
  const socket = new WebSocket(liveUrl(url), protocol, options);
  const messages: Record<string, unknown>[] = [];
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const waiting: ((message: Record<string, unknown>) => void)[] = [];
  let read = 0;
  socket.on('message', (data: Buffer) => {
    messages.push(JSON.parse(data.toString()) as Record<string, unknown>);
    const wake = waiting.shift();
    if (wake) wake(messages[read++] ?? {});
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return {
    socket,
    messages,
    say: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    heard: () => {
      const next = messages[read];
      if (next === undefined) return new Promise((resolve) => waiting.push(resolve));
      read += 1;
      return Promise.resolve(next);
    },
    closed,
  };
}

/** Opens a WebSocket, and says who is there. */
export async function openAs(url: string, token: string): Promise<Watched> {
  const watched = await openSocket(url);
  watched.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  await Promise.race([watched.heard(), watched.closed]);
  return watched;
}

/** The lines of a request for a WebSocket, with others in place of some; null leaves one out. */
export function upgradeLines(
  path: string,
  change: Readonly<Record<string, string | null>> = {},
): string {
  const headers = {
    host: '127.0.0.1',
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    'sec-websocket-protocol': 'graphql-transport-ws',
    ...change,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return [`GET ${path} HTTP/1.1`, ...lines, '\r\n'].join('\r\n');
}

/** A bare socket to the program. */
export async function openBare(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Sends bytes over a bare socket, and all that comes until the other side closes. */
export async function untilClosed(url: string, text: string): Promise<string> {
  const socket = await openBare(url);
  let came = '';
  socket.on('data', (data: Buffer) => (came += data.toString()));
  const closed = once(socket, 'close');
  socket.write(text);
  await closed;
  return came;
}
