// Clients over HTTP, in a process of their own: each asks the same question again and again.
import { answering } from './child.js';
import { post } from './post.js';

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

async function answered(round: Round): Promise<Answered> {
  const began = performance.now();
  const texts = new Set<string>();
  let answers = 0;
  const client = async () => {
    while (performance.now() - began < round.milliseconds) {
      texts.add(await post(round, { query: round.query }));
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: round.clients }, client));
  return { answers, seconds: (performance.now() - began) / 1000, texts: [...texts] };
}

answering(answered);
