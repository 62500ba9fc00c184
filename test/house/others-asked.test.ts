import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
  type GraphQLNamedType,
} from 'graphql';
import { notStreamed } from '../../src/web/live/not-streamed.js';
import { othersAsked } from '../../src/web/live/others-asked.js';
import { leadToOthers } from '../../src/web/cards-read.js';

const schema = buildSchema(readFileSync('src/web/schema.graphql', 'utf8'));
const entry = schema.getType('DirectoryEntry');
const entries = new Set(
  [entry, ...(isInterfaceType(entry) ? schema.getPossibleTypes(entry) : [])].map(
    (type) => type?.name,
  ),
);

/** The fields by which a type leads to an entry, as paths; the first part of a path that is known ends it. */
function ways(type: GraphQLNamedType, path: readonly string[], known: readonly string[]): string[] {
  if (isUnionType(type)) return type.getTypes().flatMap((one) => ways(one, path, known));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const next = getNamedType(field.type);
    const here = [...path, field.name];
    if (known.includes(field.name) || notStreamed[type.name]?.includes(field.name)) return [];
    if (entries.has(next.name)) return [here.join('.')];
    return path.length > 6 ? [] : ways(next, here, known);
  });
}

test('every field by which an entry leads to another one is known: its changes are changes of the entry', () => {
  const found = [...entries].flatMap((name) => {
    const type = schema.getType(name ?? '');
    return type ? ways(type, [], leadToOthers) : [];
  });
  expect(found).toEqual([]);
  // That it finds any at all.
  expect(ways(schema.getType('Person') as GraphQLNamedType, [], [])).toContain('manager');
});

test('what a subscription asks of others is found wherever it stands', () => {
  const asked = (entryFields: string) =>
    othersAsked(
      parse(
        `subscription { directoryChanged { ... on EntryChanged { entry { ${entryFields} } } } }`,
      ),
    );
  expect(asked('displayName ... on Person { title currentAbsence { endsAt } }')).toBeNull();
  expect(asked('... on Person { currentAbsence { cover } }')).toEqual({ managers: 0 });
  expect(asked('... on Person { manager { manager { displayName } } }')).toEqual({ managers: 2 });
  expect(
    asked(
      `... on Person { ${Array.from({ length: 15 }, (_, i) => `a${i}: manager { id }`).join(' ')} }`,
    ),
  ).toEqual({
    managers: 12,
  });
});
