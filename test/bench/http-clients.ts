// Clients over HTTP, in a process of their own: each asks the same question again and again.
import { Agent, request } from 'node:http';

/** What the clients are told to do: so many of them, for so long. */
export type Round = {
  readonly url: string;
  readonly token: string;
  readonly query: string;
  readonly clients: number;
  readonly milliseconds: number;
};
/** How many answers there were, in how many seconds, and which different ones. */
export type Answered = {
  readonly answers: number;
  readonly seconds: number;
  readonly texts: readonly string[];
};

const agent = new Agent({ keepAlive: true });

function ask({ url, token, query }: Round): Promise<string> {
  const body = JSON.stringify({ query });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    authorization: `Bearer ${token}`,
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function answered(round: Round): Promise<Answered> {
  const began = performance.now();
  const texts = new Set<string>();
  let answers = 0;
  const client = async () => {
    while (performance.now() - began < round.milliseconds) {
      texts.add(await ask(round));
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: round.clients }, client));
  return { answers, seconds: (performance.now() - began) / 1000, texts: [...texts] };
}

process.on('message', (round: Round) => {
  answered(round).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
