import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { SecureContextOptions } from 'node:tls';
import type { Asked, BindAsked, SearchAsked } from './scripted-ldap/asked.js';
import { serveConnection, type House } from './scripted-ldap/connection.js';
import { servedBy, type ServedOptions } from './scripted-ldap/served.js';

export type ScriptedLdapOptions = ServedOptions & {
  /** Key and certificate (PEM) of an ldaps server; an ldap server without. */
  readonly tls?: SecureContextOptions;
  /** What StartTLS begins with on an ldap server; it is refused (2) without. */
  readonly startTls?: SecureContextOptions;
};

/** A server that listens, and what it was asked. */
export type ScriptedLdap = {
  readonly url: string;
  readonly port: number;
  /** Everything in the order in which it came. */
  readonly requests: readonly Asked[];
  readonly binds: readonly BindAsked[];
  /** Each page is one. */
  readonly searches: readonly SearchAsked[];
  /** What any search asked for, in lower case. */
  readonly attributesAsked: ReadonlySet<string>;
  /** Accepted so far, and how many of them are still open. */
  readonly connections: number;
  readonly openConnections: number;
  /** Waits until no connection is open, since a goodbye takes a moment to arrive. Rejects when one stays. */
  untilClosed(milliseconds?: number): Promise<void>;
  /** Serves something else from now on, also on open connections. */
  change(options: Partial<ServedOptions>): void;
  /** Ends open connections too. Rejects with what a script threw at a request. */
  close(): Promise<void>;
};

/**
 * Starts an LDAP server on 127.0.0.1 that answers as the demonstration's would (bind, search with
 * paging, StartTLS) until its script says otherwise, and that keeps what it was asked.
 */
export async function startScriptedLdap(options: ScriptedLdapOptions): Promise<ScriptedLdap> {
  let servedOptions: ServedOptions = options;
  let served = servedBy(options);
  let connections = 0;
  const failures: unknown[] = [];
  const requests: Asked[] = [];
  const searches = () => requests.filter((asked) => asked.kind === 'search');
  const sockets = new Set<Socket>();
  const house: House = {
    served: () => served,
    tls: options.tls ?? null,
    startTls: options.startTls ?? null,
    record: (asked) => requests.push(asked),
    fail: (error) => failures.push(error),
  };
  const server = createServer((raw) => {
    connections += 1;
    sockets.add(raw);
    raw.once('close', () => sockets.delete(raw));
    raw.on('error', () => raw.destroy());
    const manner = served.script.accept?.(connections) ?? 'serve';
    if (manner === 'serve') serveConnection(raw, connections, house);
    else if (manner === 'cut') raw.destroy();
    // Read and forgotten, so that the client's goodbye is noticed.
    else raw.resume();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.tls ? 'ldaps' : 'ldap'}://127.0.0.1:${port}`,
    port,
    requests,
    get binds() {
      return requests.filter((asked) => asked.kind === 'bind');
    },
    get searches() {
      return searches();
    },
    get attributesAsked() {
      return new Set(searches().flatMap(({ attributes }) => attributes));
    },
    get connections() {
      return connections;
    },
    get openConnections() {
      return sockets.size;
    },
    async untilClosed(milliseconds = 5_000) {
      const deadline = performance.now() + milliseconds;
      while (sockets.size > 0) {
        if (performance.now() > deadline)
          throw new Error(`${sockets.size} connection(s) stay open.`);
        await wait(5);
      }
    },
    change(changed) {
      servedOptions = { ...servedOptions, ...changed };
      served = servedBy(servedOptions);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
      if (failures.length > 0) throw failures[0];
    },
  };
}
