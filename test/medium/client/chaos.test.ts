import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { PretendDirectory } from '../../support/client/pretend-directory.js';
import { PretendServer } from '../../support/client/pretend-server.js';
import { crowd, same, soon, watching } from '../../support/client/watching.js';

const directory = new PretendDirectory();
const servers = [new PretendServer(directory), new PretendServer(directory)];

beforeAll(() => Promise.all(servers.map((server) => server.start())));
afterAll(() => Promise.all(servers.map((server) => server.stop())));

const id = fc.nat(149).map((n) => `p${n}`);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('change' as const), id, name: fc.nat(99) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), id }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), for: fc.nat(60) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('load' as const), size: fc.nat(150) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('cut', 'resync', 'silence', 'dead', 'full', 'heal'),
      server: fc.nat(1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      server: fc.nat(1),
      code: fc.constantFrom(1001, 1011, 1013, 4403, 4429, 4500),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function heal(server: PretendServer | undefined): void {
  if (server) Object.assign(server, { silent: false, refusal: null, closeNew: null });
}

async function take(next: Step): Promise<void> {
  const server = 'server' in next ? servers[next.server] : undefined;
  switch (next.do) {
    case 'change':
      return directory.change(next.id, `Person ${next.name}`);
    case 'remove':
      return directory.remove(next.id);
    case 'load':
      return directory.load(crowd(next.size));
    case 'wait':
      return new Promise((resolve) => setTimeout(resolve, next.for));
    case 'close':
      return server?.close(next.code);
    case 'cut':
      return server?.cut();
    case 'resync':
      return server?.resync('TOO_OLD');
    case 'silence':
      return void (server && (server.silent = true));
    case 'dead':
      return void (server && (server.refusal = { status: 503 }));
    case 'full':
      return void (server && (server.closeNew = 4429));
    case 'heal':
      return heal(server);
  }
}

test('whatever happens to two servers, the picture ends as the directory, and is told so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 50 }), async (steps) => {
      directory.load(crowd(120));
      let tokens = 0;
      const token = () => `t${++tokens}`;
      for (const server of servers) for (let n = 1; n < 100; n += 1) server.tokens.add(`t${n}`);
      const one = watching(servers, { token });
      try {
        for (const next of steps) await take(next);
        for (const server of servers) heal(server);
        const isRight = () =>
          one.watch.state.kind === 'LIVE' &&
          same(one.names(), directory.names) &&
          same(one.told(), directory.names);
        expect({ right: await soon(isRight), state: one.watch.state }).toMatchObject({
          right: true,
        });
      } finally {
        one.watch.stop();
        await one.watch.stopped;
      }
      expect(one.surroundings.waiting.size).toBe(0);
    }),
    { numRuns: 12 },
  );
});
