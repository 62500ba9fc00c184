import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What becomes of a connection that was held: it goes on, or breaks. */
export type Verdict = 'GO_ON' | 'CUT';

/** Where to, after how many bytes from the server a connection is held, and what happens meanwhile. */
export type Watch = {
  readonly host?: string;
  readonly port: number;
  readonly bytes: number;
  /** Called once for each connection that comes so far; nothing passes until it resolves. */
  readonly held: () => Promise<Verdict>;
};

/** A way to a server on which something can happen in the middle of a read. It keeps what the clients sent. */
export async function startWatchingProxy({ host = '127.0.0.1', port, bytes, held }: Watch) {
  const sockets = new Set<Socket>();
  const sent: Buffer[] = [];
  const server = createServer((client) => {
    const upstream = connect(port, host);
    let passed = 0;
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (chunk: Buffer) => {
      sent.push(chunk);
      upstream.write(chunk);
    });
    const pass = async (chunk: Buffer) => {
      const reached = passed <= bytes && passed + chunk.length > bytes;
      passed += chunk.length;
      if (reached) {
        upstream.pause();
        client.pause();
        if ((await held()) === 'CUT') return cut();
        client.resume();
        upstream.resume();
      }
      client.write(chunk);
    };
    let passing: Promise<unknown> = Promise.resolve();
    upstream.on('data', (chunk: Buffer) => void (passing = passing.then(() => pass(chunk))));
    upstream.on('end', () => void (passing = passing.then(() => client.end())));
    client.on('end', () => upstream.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    /** Everything that the clients sent, on all connections. */
    sent: () => Buffer.concat(sent),
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
