import { fork, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { resolve } from 'node:path';
import type { Command } from './world-process.js';

/** Everything that a client can see of an answer, as one text; its body is also told on its own. */
export type Seen = { readonly whole: string; readonly body: string };

/** A running program over a database of its own. */
export type World = {
  readonly name: string;
  /** Asks one operation, over a connection that is kept. */
  ask(key: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<Seen>;
  /** Has the process do something that no client can. */
  tell(command: Command): Promise<string>;
  readonly url: URL;
  /** Its database, as the owner of the tables. */
  readonly ownerUrl: string;
  /** Everything that the process has written so far. */
  said(): string;
  stop(): Promise<void>;
};

/** Headers that differ between any two answers. */
const ofTheMoment = ['date'];
const sockets = 8;

/** Starts the program over a database, at an instant, with its log at the lowest level. */
export async function startWorld(
  name: string,
  environment: Readonly<Record<string, string>>,
  instant: Date,
): Promise<World> {
  const child = fork(resolve('test/support/twins/world-process.ts'), {
    execArgv: ['--import', resolve('test/support/typescript.mjs')],
    env: {
      PATH: process.env['PATH'] ?? '',
      WORLD_INSTANT: String(instant.getTime()),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = new URL('/graphql', await answerOf(child));
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  return {
    name,
    url,
    ownerUrl: environment['DATABASE_OWNER_URL'] ?? '',
    said: () => said,
    ask: (key, query, variables) => post(url, agent, key, JSON.stringify({ query, variables })),
    tell: async (command) => {
      const answer = answerOf(child);
      child.send(command);
      return answer;
    },
    stop: async () => {
      agent.destroy();
      const ended = new Promise((gone) => child.once('exit', gone));
      if (child.connected) child.send({ do: 'STOP' } satisfies Command);
      await ended;
    },
  };
}

function answerOf(child: ChildProcess): Promise<string> {
  return new Promise((answered, failed) => {
    const ended = () => failed(new Error('The world ended.'));
    child.once('exit', ended);
    child.once('message', (message: { answer?: string; fault?: string }) => {
      child.off('exit', ended);
      if (message.answer === undefined) failed(new Error(message.fault));
      else answered(message.answer);
    });
  });
}

function post(url: URL, agent: Agent, key: string, body: string): Promise<Seen> {
  return new Promise((answered, failed) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${key}`,
      // Always the same, so that errors, which name it, can be compared.
      'x-request-id': 'asked-by-twins',
    };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', failed);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const shown: string[] = [];
        for (let i = 0; i < response.rawHeaders.length; i += 2) {
          const [header = '', value = ''] = response.rawHeaders.slice(i, i + 2);
          if (!ofTheMoment.includes(header.toLowerCase())) shown.push(`${header}: ${value}`);
        }
        answered({ whole: [response.statusCode, ...shown, '', text].join('\n'), body: text });
      });
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
