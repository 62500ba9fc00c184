import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { bodyOf, type Hostile } from './bodies.js';
import { chanceOf } from './chance.js';
import { documentOf, expensiveDocuments, type Asked } from './documents.js';

/** So many malformed bodies, the same for a seed. */
export function* malformedBodies(count: number, seed: number): Generator<Hostile> {
  const chance = chanceOf(seed);
  for (let i = 0; i < count; i += 1) yield bodyOf(chance);
}

/** The expensive documents and so many generated ones, the same for a seed. */
export function* documents(count: number, seed: number): Generator<Hostile> {
  const schema = buildSchema(readFileSync('src/web/schema.graphql', 'utf8'));
  const chance = chanceOf(seed);
  for (const one of expensiveDocuments) yield sent(one);
  for (let i = expensiveDocuments.length; i < count; i += 1) yield sent(documentOf(schema, chance));
}

function sent({ query, variables }: Asked): Hostile {
  const headers = { 'content-type': 'application/json' };
  return { headers, body: JSON.stringify({ query, variables }) };
}
