import { CompiledOperations } from '../../src/web/compiled/compiled-operations.js';
import type { TestApp } from '../support/app.js';
import { ownWork, type Way } from './in-turns.js';

/** Of the answers a second of a page. */
export const compiledGoal = 1.5;
export const page =
  '{ directory(first: 20) { edges { node { __typename id displayName numbers { kind e164 extension uri } ... on Person { title email unit { id name } } } } } }';

/** How the program answers: as it does, or as without compiled execution. It runs in this process. */
export function compiledAndPlain({ app, url, keys }: TestApp, query: string): [Way, Way] {
  const operations = app.get(CompiledOperations, { strict: false });
  const compiled = operations.answer.bind(operations);
  const plain: typeof compiled = async () => null;
  const way = (name: string, answer: typeof compiled): Way => ({
    name,
    asked: { url, token: keys['operator'] ?? '', query },
    work: ownWork,
    begin: () => {
      operations.answer = answer;
    },
  });
  return [way('compiled', compiled), way('plain', plain)];
}
