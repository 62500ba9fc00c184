import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls';
import {
  firstElement,
  MalformedMessage,
  messageTag,
  type BerElement,
} from '../../../src/demo/ldap-server/ber-element.js';
import type { Asked } from './asked.js';
import { Conversation } from './conversation.js';
import type { Served } from './served.js';
import { takeSteps } from './wire.js';

/** What every connection of a server shares. */
export type House = {
  /** As it is now; a test may change it. */
  served(): Served;
  readonly tls: SecureContextOptions | null;
  readonly startTls: SecureContextOptions | null;
  record(asked: Asked): void;
  /** A script threw. */
  fail(error: unknown): void;
};

const maxMessage = 256 * 1024;

/** Serves one accepted connection until either side ends it. */
export function serveConnection(raw: Socket, connection: number, house: House): void {
  const ended = new AbortController();
  raw.once('close', () => ended.abort());
  const served = () => house.served();
  const record = (asked: Asked) => house.record(asked);
  const conversation = new Conversation(connection, house.startTls !== null, served, record);
  let received: Buffer = Buffer.alloc(0);
  let socket: Socket = raw;
  if (house.tls === null) listen();
  else secure(house.tls);

  function secure(options: SecureContextOptions): void {
    const secureContext = createSecureContext(options);
    socket = new TLSSocket(raw, { isServer: true, secureContext });
    listen();
  }

  function listen(): void {
    // A connection that breaks has nobody left to tell.
    socket.on('error', () => raw.destroy()).on('data', take);
  }

  function take(bytes: Buffer): void {
    received = Buffer.concat([received, bytes]);
    try {
      for (let message = next(); message !== null; message = next()) hear(message);
    } catch (error) {
      if (error instanceof MalformedMessage)
        house.record({ kind: 'malformed', connection, boundAs: null });
      else house.fail(error);
      raw.destroy();
    }
  }

  function next(): BerElement | null {
    if (received.length > 0 && received[0] !== messageTag) throw new MalformedMessage('not LDAP');
    const element = firstElement(received, maxMessage);
    if (element !== null) received = received.subarray(element.size);
    return element;
  }

  function hear(message: BerElement): void {
    const reply = conversation.reply(message);
    if (reply === null) {
      socket.end();
      return;
    }
    const sent = takeSteps({ raw, socket, signal: ended.signal }, reply.steps);
    const { startTls } = house;
    if (!reply.startTls || startTls === null) return;
    // The next bytes are for TLS to read.
    raw.off('data', take).pause();
    void sent.then(() => ended.signal.aborted || secure(startTls));
  }
}
