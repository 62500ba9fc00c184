import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, graphql, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { PretendDirectory } from './pretend-directory.js';
import { pretendStream } from './pretend-stream.js';

const schema = buildSchema(readFileSync('src/web/schema.graphql', 'utf8'));
const bookmarkMilliseconds = 200;

/** A server of the program's schema over a directory in memory, which fails as it is told to. */
export class PretendServer {
  readonly tokens = new Set(['t1']);
  /** Pages and streams that were asked for, with their variables. */
  readonly pages: { first: number; after: string | null }[] = [];
  readonly streams: { after: string | null }[] = [];
  /** Tokens that came, over HTTP and WebSocket. */
  readonly shown: string[] = [];
  /** Is waited for before each page. */
  beforePage: (number: number) => Promise<void> | void = () => undefined;
  /** Streams say nothing any more, but stay open. */
  silent = false;
  mostFirst = 100;
  /** The status that is answered in place of pages, with seconds to wait. */
  refusal: { status: number; code?: string; retryAfter?: number } | null = null;
  /** Connections are answered with this code. */
  closeNew: number | null = null;
  #resync: string | null = null;
  readonly #http = createServer((request, response) => void this.#answer(request, response));
  readonly #sockets = new WebSocketServer({ server: this.#http, path: '/graphql' });

  constructor(readonly directory: PretendDirectory) {
    useServer(
      {
        schema,
        roots: {
          subscription: {
            directoryChanged: ({ after }: { after?: string | null }) => {
              this.streams.push({ after: after ?? null });
              const { directory } = this;
              const resync = () => {
                const cause = this.#resync;
                this.#resync = null;
                return cause;
              };
              const source = { directory, resync, silent: () => this.silent };
              const stream = pretendStream(source, after ?? null, bookmarkMilliseconds);
              return this.#mapped(stream);
            },
          },
        },
        onConnect: ({ extra, connectionParams }) => {
          const shown = String(connectionParams?.['authorization']).replace('Bearer ', '');
          this.shown.push(shown);
          if (this.closeNew !== null) extra.socket.close(this.closeNew, 'Not now');
          return this.closeNew === null && this.tokens.has(shown);
        },
      },
      this.#sockets,
    );
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/graphql`;
  }

  get open(): number {
    return this.#sockets.clients.size;
  }

  async start(): Promise<this> {
    this.#http.listen(0, '127.0.0.1');
    await once(this.#http, 'listening');
    return this;
  }

  /** Breaks all connections without a word. */
  cut(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  /** Closes all connections with a code. */
  close(code: number): void {
    for (const socket of this.#sockets.clients) socket.close(code, 'As told');
  }

  /** Tells a stream that events were lost. */
  resync(cause: string): void {
    this.#resync = cause;
    this.directory.wake();
  }

  async stop(): Promise<void> {
    // Streams end when they say something the next time.
    this.silent = false;
    this.cut();
    this.#sockets.close();
    this.#http.closeAllConnections();
    this.#http.close();
    await once(this.#http, 'close');
  }

  async *#mapped(stream: AsyncIterable<object>): AsyncGenerator<object> {
    for await (const event of stream) yield { directoryChanged: event };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    this.shown.push(token);
    const refusal = this.tokens.has(token)
      ? this.refusal
      : { status: 401, code: 'UNAUTHENTICATED' };
    if (refusal !== null) return sendRefusal(response, refusal);
    const { data, errors } = await graphql({
      schema,
      source: body.query,
      variableValues: body.variables,
      rootValue: { directory: (page: { first: number; after?: string }) => this.#page(page) },
    });
    response.writeHead(200, { 'content-type': 'application/graphql-response+json' });
    // As the program says it of a document that the schema does not allow.
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
    const told = data === undefined ? errors?.map((e) => ({ ...e.toJSON(), extensions })) : errors;
    response.end(JSON.stringify({ data, errors: told }));
  }

  async #page({ first, after = '' }: { first: number; after?: string }): Promise<object> {
    if (first > this.mostFirst)
      throw new GraphQLError('Too dear', { extensions: { code: 'COST_LIMIT_EXCEEDED' } });
    this.pages.push({ first, after: after || null });
    await this.beforePage(this.pages.length);
    return this.directory.page(first, after || null);
  }
}

function sendRefusal(
  response: ServerResponse,
  { status, code, retryAfter }: NonNullable<PretendServer['refusal']>,
): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  });
  response.end(
    code ? JSON.stringify({ errors: [{ message: code, extensions: { code } }] }) : '<html>',
  );
}
