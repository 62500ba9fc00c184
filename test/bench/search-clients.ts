// One client over HTTP, in a process of its own: it asks one search after the other, and says how long each took.
import { createHash } from 'node:crypto';
import { post } from './post.js';

/** What the client is told to ask: each of these, so many times. */
export type SearchRound = {
  readonly url: string;
  readonly token: string;
  readonly document: string;
  readonly queries: readonly string[];
  readonly rounds: number;
};
/** Of each query: how many milliseconds each time, how many hits, and what stands for its answer. */
export type Timed = {
  readonly query: string;
  readonly milliseconds: readonly number[];
  readonly hits: number;
  readonly digest: string;
};

async function timed(round: SearchRound): Promise<readonly Timed[]> {
  const of = round.queries.map((query) => ({
    query,
    milliseconds: [] as number[],
    texts: new Set<string>(),
  }));
  for (let n = 0; n < round.rounds; n += 1)
    for (const one of of) {
      const began = performance.now();
      const text = await post(round, { query: round.document, variables: { query: one.query } });
      one.milliseconds.push(performance.now() - began);
      one.texts.add(text.replaceAll(/"(?:endC|c)ursor":"[^"]*"/g, ''));
    }
  return of.map(({ query, milliseconds, texts }) => {
    const [text = '', ...others] = texts;
    if (others.length > 0 || !text.startsWith('{"data":') || text.includes('"errors"'))
      throw new Error(`To ${query} came ${text.slice(0, 300)} ${others.join().slice(0, 300)}`);
    const hits = text.split('"node":').length - 1;
    return { query, milliseconds, hits, digest: createHash('sha256').update(text).digest('hex') };
  });
}

process.on('message', (round: SearchRound) => {
  timed(round).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
