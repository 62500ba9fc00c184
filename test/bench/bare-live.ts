// What `npm run bench:live` compares with: graphql-ws alone, which sends everybody a constant of the same size.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, parse, type ExecutionResult } from 'graphql';
import { makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';

const schema = buildSchema('type Query { a: Int } type Subscription { directoryChanged: Int }');
const document = parse('subscription { directoryChanged }');
type Wake = (result: ExecutionResult | null) => void;
const waiting = new Set<Wake>();

/** Waits for the next change; there is no queue, since everybody reads at once. */
function changes(): AsyncGenerator<ExecutionResult, undefined> {
  const first = { data: { directoryChanged: { kind: 'Bookmark', cursor: '' } } };
  let begun = false;
  const answers: AsyncGenerator<ExecutionResult, undefined> = {
    next: async () => {
      if (!begun) {
        begun = true;
        return { done: false, value: first };
      }
      const value = await new Promise<ExecutionResult | null>((wake) => waiting.add(wake));
      return value === null ? { done: true, value: undefined } : { done: false, value };
    },
    return: async () => ({ done: true, value: undefined }),
    throw: async (error) => {
      throw error;
    },
    [Symbol.asyncIterator]: () => answers,
    [Symbol.asyncDispose]: async () => undefined,
  };
  return answers;
}

const server = makeServer({
  schema,
  onSubscribe: () => ({ schema, document }),
  subscribe: () => changes(),
});
const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on('connection', (socket) => {
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (text) => new Promise((resolve) => socket.send(text, () => resolve())),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) => socket.on('message', (data: Buffer) => void take(data.toString())),
    },
    {},
  );
  socket.once('close', (code) => void closed(code, ''));
});
process.on('message', (data: unknown) => {
  const wakes = [...waiting];
  waiting.clear();
  for (const wake of wakes) wake({ data: data as Record<string, unknown> });
});
process.on('disconnect', () => process.exit(0));
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
