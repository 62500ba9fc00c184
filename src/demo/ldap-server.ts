import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { firstElement, MalformedMessage, messageTag } from './ldap-server/ber-element.js';
import { buildEntryTree } from './ldap-server/entry-tree.js';
import { LdapConnection, type Served } from './ldap-server/ldap-connection.js';
import { readRequest } from './ldap-server/ldap-request.js';
import { disconnectionNotice } from './ldap-server/ldap-response.js';
import type { LdifEntry } from './ldif.js';

/** What to serve, and the one account that may read it. */
export type LdapServerOptions = {
  readonly entries: readonly LdifEntry[];
  readonly bindDn: string;
  readonly bindPassword: string;
  /** PEM. */
  readonly tls: { readonly key: string; readonly cert: string };
  /** Any free port when absent. */
  readonly port?: number;
};

/** A server that listens; `close` ends its open connections too. */
export type RunningLdapServer = { readonly port: number; close(): Promise<void> };

/** No request is longer; the demonstration's searches take a few hundred bytes. */
const maxMessage = 256 * 1024;
/** How long a connection that was ended here may stay half open. */
const farewellMilliseconds = 5_000;

/**
 * Starts a directory for the demonstration: LDAP version 3 over TLS on 127.0.0.1, read only (bind,
 * search with paging, unbind). Rejects when the port is taken or an entry has a broken name.
 */
export async function startLdapServer(options: LdapServerOptions): Promise<RunningLdapServer> {
  const { bindDn, bindPassword, tls } = options;
  const served: Served = { tree: buildEntryTree(options.entries), bindDn, bindPassword };
  const sockets = new Set<Socket>();
  const server = createServer({ ...tls, minVersion: 'TLSv1.2' }, (socket) => serve(socket, served));
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', (_, socket) => socket.destroy());
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function serve(socket: TLSSocket, served: Served): void {
  const connection = new LdapConnection(served);
  let received: Buffer = Buffer.alloc(0);
  // A connection that breaks has nobody left to tell.
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes]);
    try {
      answerAll();
    } catch {
      // Whatever it was, it came of these bytes: this connection ends, and no other.
      hangUp([disconnectionNotice()]);
    }
  });

  function answerAll(): void {
    for (let message = next(); message !== null; message = next()) {
      const answers = connection.answer(readRequest(message));
      if (answers === null) return hangUp([]);
      send(answers);
    }
  }

  function next() {
    // Another protocol is told at once, rather than waited for to become a message.
    if (received.length > 0 && received[0] !== messageTag) throw new MalformedMessage('not LDAP');
    const element = firstElement(received, maxMessage);
    if (element !== null) received = received.subarray(element.size);
    return element;
  }

  function send(answers: readonly Buffer[]): void {
    if (socket.write(Buffer.concat(answers))) return;
    // Who does not read its answers gets no more of them for now.
    socket.pause();
    socket.once('drain', () => socket.resume());
  }

  function hangUp(lastWords: readonly Buffer[]): void {
    socket.removeAllListeners('data').resume();
    socket.end(Buffer.concat(lastWords));
    socket.setTimeout(farewellMilliseconds, () => socket.destroy());
  }
}
