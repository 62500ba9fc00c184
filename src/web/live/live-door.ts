import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, type Server } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { Timers } from '../../kernel/timers.js';
import { shownBy } from '../door/authorization.js';
import { idFor, traced } from '../door/request-trace.js';
import { asAppError } from '../error-format.js';
import { LiveConnection } from './live-connection.js';
import { LiveConnections } from './live-connections.js';
import { LiveProtocol } from './live-protocol.js';
import { asksForWebSocket, refusalOf, refusalText } from './upgrade.js';

/** The largest message; a document has at most 16 KiB, and 500 ids each of units and entries 26 KiB. */
const maxMessageBytes = 64 * 1024;
/** Pieces of a message: clients send one; and pieces of a frame as they arrive from the network. */
const maxFragments = 64;
const maxChunks = 1_024;
/** How long a client may take to answer that it closes too. */
const closeMilliseconds = 2_000;
const beatMilliseconds = 12_000;
const goingAway = 1001;
const onlyText = 1003;

/** With `closeTimeout`, which the types of ws do not know yet. */
const options = {
  noServer: true,
  maxPayload: maxMessageBytes,
  maxFragments,
  maxBufferedChunks: maxChunks,
  perMessageDeflate: false,
  clientTracking: true,
  closeTimeout: closeMilliseconds,
  handleProtocols: () => GRAPHQL_TRANSPORT_WS_PROTOCOL,
};

type ShouldUpgrade = { shouldUpgradeCallback?: (request: IncomingMessage) => boolean };

/** The WebSocket door of /graphql: whoever asks for another path or protocol is answered and let go at once. */
@Injectable()
export class LiveDoor implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #timers = new Timers();
  readonly #sockets = new WebSocketServer(options);

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly protocol: LiveProtocol,
    private readonly connections: LiveConnections,
  ) {}

  onApplicationBootstrap(): void {
    // A command has all rooms, and no server.
    const adapter = this.http.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    if (adapter === null) return;
    const server = adapter.getHttpServer() as HttpServer & ShouldUpgrade;
    const protocol = this.protocol.server();
    // Some clients offer HTTP/2 with every request, and are to be answered over HTTP/1.1 as before.
    server.shouldUpgradeCallback = asksForWebSocket;
    server.on('upgrade', (request, socket, head) => this.#upgrade(protocol, request, socket, head));
    this.#timers.every(beatMilliseconds, async () => this.connections.beat());
  }

  /** Says goodbye to everybody, before Apollo's own stop ends all sockets of the server without a word. */
  async onModuleDestroy(): Promise<void> {
    await this.#timers.stop();
    const closed = new Promise<void>((resolve) => this.#sockets.close(() => resolve()));
    for (const socket of this.#sockets.clients) socket.close(goingAway, 'Going away');
    // A client that does not answer is cut by its own time-out.
    await closed;
  }

  #upgrade(
    protocol: Server<LiveConnection>,
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): void {
    // A socket that breaks closes, and nobody else needs to know.
    socket.on('error', () => socket.destroy());
    const refused =
      refusalOf(request) ?? (this.#timers.stopped || this.connections.full ? 503 : null);
    if (refused !== null) {
      // Destroyed when it is sent: a client that holds on to its end would keep a socket.
      socket.end(refusalText(refused), () => socket.destroy());
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) =>
      this.#open(protocol, request, opened),
    );
  }

  #open(protocol: Server<LiveConnection>, request: IncomingMessage, socket: WebSocket): void {
    const connection = new LiveConnection(idFor(request), socket);
    connection.shown = shownBy(request);
    this.connections.add(connection, socket);
    // The socket closes itself with the code of what was wrong: too large, not UTF-8, too many pieces.
    socket.on('error', () => undefined);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => connection.send(text),
        close: (code, reason) =>
          connection.close(code ?? CloseCode.InternalServerError, reason ?? ''),
        // Without what the ping brought: nobody needs it back.
        onPing: () => connection.send('{"type":"pong"}'),
        onMessage: (take) =>
          socket.on('message', (data: Buffer, isBinary: boolean) => {
            if (isBinary) return connection.close(onlyText, 'Only text is read');
            void traced(connection.id, () => heed(connection, take, data.toString()));
          }),
      },
      connection,
    );
    socket.once('close', (code, reason) => {
      void closed(code, reason.toString()).catch((error: unknown) => asAppError(error, 'live'));
    });
  }
}

/** Does what a message says. A message that only servers send is the client's fault, anything else thrown is ours. */
async function heed(
  connection: LiveConnection,
  take: (text: string) => Promise<void>,
  text: string,
): Promise<void> {
  try {
    await take(text);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Unexpected message of type'))
      return connection.close(CloseCode.BadRequest, 'Invalid message received');
    asAppError(error, 'live');
    connection.close(CloseCode.InternalServerError, 'Internal server error');
  }
}
