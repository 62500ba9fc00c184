import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { chanceOf } from '../door/chance.js';
import { documentOf, expensiveDocuments, type Asked } from '../door/documents.js';

const stacked = (times: number, open: string, close = '}') =>
  `subscription { directoryChanged { ... on EntryChanged { entry { ... on Person { ${open.repeat(times)} id ${close.repeat(times)} } } } } }`;
const names = (count: number) => Array.from({ length: count }, (_, i) => `a${i}`);

/** Subscriptions that are made to be expensive, as those of door/documents.ts are. */
export const expensiveSubscriptions: readonly Asked[] = [
  stacked(400, 'manager { '),
  stacked(8, 'standIns { ... on Person { ', '} }'),
  `subscription { directoryChanged { ${'__typename '.repeat(900)} } }`,
  `subscription { directoryChanged { ${names(450)
    .map((name) => `${name}: __typename`)
    .join(' ')} } }`,
  `subscription { directoryChanged { __typename ${'@include(if: true) '.repeat(150)} } }`,
  `subscription { ${'... { '.repeat(480)} directoryChanged { __typename } ${'}'.repeat(480)} }`,
  `subscription { directoryChanged { ...f0 } } ${names(38)
    .map(
      (_, i) =>
        `fragment f${i} on EntryChanged { entry { ... on Person { a: manager { id } b: manager { id } } } ...f${(i + 1) % 38} }`,
    )
    .join(' ')}`,
  `subscription { directoryChanged(filter: ${'{ entryIds: '.repeat(300)} 1 ${'}'.repeat(300)}) { __typename } }`,
  `subscription { directoryChanged(after: "${'\\u0041'.repeat(2_500)}") { __typename } }`,
].map((query) => ({ query, variables: {} }));

/** The expensive ones, those that are for HTTP among them, and so many generated ones, the same for a seed. */
export function* subscriptions(count: number, seed: number): Generator<Asked> {
  const schema = buildSchema(readFileSync('src/web/schema.graphql', 'utf8'));
  const chance = chanceOf(seed);
  const first = [...expensiveSubscriptions, ...expensiveDocuments];
  yield* first;
  for (let i = first.length; i < count; i += 1)
    yield documentOf(schema, chance, chance.oneIn(6) ? null : 'subscription');
}
