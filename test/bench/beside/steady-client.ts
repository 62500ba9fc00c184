// A client in a process of its own that asks at fixed times, whether or not what it asked before is answered, until it
// is told to end: a slow answer must not slow the asking.
import { setTimeout as pause } from 'node:timers/promises';
import { answering } from '../child.js';
import { post, type Asked } from '../post.js';

/** What the client asks from now on, and how often. */
export type Steady = {
  readonly program: Asked & { readonly document: string };
  readonly queries: readonly string[];
  readonly perSecond: number;
};
/** How many milliseconds each took from when it was due; and what was no answer. */
export type Answers = {
  readonly milliseconds: readonly number[];
  readonly failed: readonly string[];
};

/** Behind so many that wait nothing more is asked, and that counts as a failure: five seconds' worth. */
const mostWaiting = 250;
/** Every so many queries on, so that the kinds follow each other mixed. */
const stride = 97;
let going: { ended: boolean; readonly answers: Promise<Answers> } | null = null;

answering(async (steady: Steady | { readonly end: true }) => {
  if ('end' in steady) {
    if (going === null) throw new Error('Nothing is asked.');
    going.ended = true;
    return going.answers;
  }
  const state = { ended: false };
  going = Object.assign(state, { answers: ask(steady, state) });
  return {};
});

async function ask(
  { program, queries, perSecond }: Steady,
  state: { readonly ended: boolean },
): Promise<Answers> {
  const milliseconds: number[] = [];
  const failed: string[] = [];
  const waiting = new Set<Promise<void>>();
  const began = performance.now();
  const one = async (due: number, query: string) => {
    const body = { query: program.document, variables: { query } };
    const text = await post(program, body).catch(String);
    milliseconds.push(performance.now() - due);
    if (!text.startsWith('{"data":') || text.includes('"errors"'))
      failed.push(`${query}: ${text.slice(0, 300)}`);
  };
  for (let n = 0; !state.ended; n += 1) {
    const due = began + (n * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    const query = queries[(n * stride) % queries.length] ?? '';
    if (waiting.size >= mostWaiting) {
      failed.push(`${query}: ${mostWaiting} wait for an answer`);
      continue;
    }
    const answer = one(due, query);
    waiting.add(answer);
    void answer.then(() => waiting.delete(answer));
  }
  await Promise.all(waiting);
  return { milliseconds, failed };
}
