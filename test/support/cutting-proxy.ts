import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be told to break. */
export type CuttingProxy = {
  readonly port: number;
  /** From now on breaks each connection after the server has sent so many bytes more; null lets all through. */
  cutAfter(bytes: number | null): void;
  /** Breaks every connection that there is, in one moment; how many there were. */
  cutAll(): number;
  close(): Promise<void>;
};

/** A way to a server that breaks after the server has sent so many bytes on a connection, if it is told how many. */
export async function startCuttingProxy(
  port: number,
  bytes: number | null,
  at = 0,
): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let limit = bytes;
  let era = 0;
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    let passed = 0;
    let seenEra = era;
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    client.pipe(upstream);
    upstream.on('data', (chunk: Buffer) => {
      if (seenEra !== era) [seenEra, passed] = [era, 0];
      passed += chunk.length;
      if (limit !== null && passed > limit) cut();
      else client.write(chunk);
    });
    upstream.on('end', () => client.end());
  });
  server.listen(at, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter(bytes) {
      limit = bytes;
      era += 1;
    },
    cutAll() {
      const open = sockets.size;
      for (const socket of sockets) socket.destroy();
      return open / 2;
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
