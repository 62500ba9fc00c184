import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, getNamedType, isInterfaceType, isObjectType, parse } from 'graphql';
import { cardsReadFor, ofListedEntry } from '../../src/web/cards-read.js';
import { startTestApp, type Answer, type TestApp } from '../support/app.js';
import { directoryFacts } from '../support/directory-facts.js';
import { at } from '../support/json.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

const schema = buildSchema(readFileSync('src/web/schema.graphql', 'utf8'));
/** A unit's parents have parents. */
const deepest = 4;

/** All that a list reads of a type, as a selection. */
function listed(name: string, depth = 0): string {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`No fields in ${name}.`);
  const fields = Object.values(type.getFields())
    .filter((field) => ofListedEntry.includes(field.name))
    .flatMap((field) => {
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) return [field.name];
      return depth < deepest ? [`${field.name} { ${listed(inner.name, depth + 1)} }`] : [];
    });
  return fields.join(' ');
}

const shown = `__typename ... on Person { ${listed('Person')} } ... on SharedLine { ${listed('SharedLine')} }`;
/** What nobody has, so that only the reading differs. */
const more = '... on Person { namedViewers { id } }';
const alone = '... on Person { subjects { word } }';
const lists = [
  (fields: string) => `{ directory(first: 30) { edges { node { ${fields} } } } }`,
  (fields: string) =>
    `{ searchDirectory(query: "an", first: 20) { edges { node { ... on DirectoryEntry { ${fields} } } } } }`,
];

test('what a list shows is the same whether it was read for a list or on whole cards, for every viewer', async () => {
  const viewers = [
    'operator',
    'technician',
    'intranetHallsberg',
    'intranetLaxa',
    'integration',
    await app.token('employee', '1861'),
    await app.token('employee', '1882'),
    await app.token('officer', '1861'),
    await app.token('auditor', '1861'),
  ];
  for (const who of viewers)
    for (const list of lists) {
      const asked = [shown, `${shown} ${alone}`, `${shown} ${more}`];
      const [first, ...others] = await Promise.all(
        asked.map(async (fields) => (await app.ask(who, list(fields))).text),
      );
      const nodes = (text = '') => JSON.stringify(JSON.parse(text), without);
      expect(first).not.toContain('"errors"');
      for (const other of others) expect(nodes(other)).toBe(nodes(first));
    }
});

function without(key: string, value: unknown): unknown {
  return ['subjects', 'namedViewers'].includes(key) ? undefined : value;
}

test('who becomes PROTECTED is on no list, which is as long as if that one were not there', async () => {
  const list = (first: number, after: string | null) =>
    app.ask(
      'operator',
      `query ($after: String) { directory(first: ${first}, after: $after) { edges { node { displayName } } pageInfo { endCursor hasNextPage } } }`,
      { after },
    );
  const whole = async (first: number) => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Answer = await list(first, after);
      const edges = at(data, 'directory.edges') as { node: { displayName: string } }[];
      found.push(...edges.map(({ node }) => node.displayName));
      const more = at(data, 'directory.pageInfo.hasNextPage');
      // Only the last page may be shorter.
      if (more) expect(edges).toHaveLength(first);
      after = more ? String(at(data, 'directory.pageInfo.endCursor')) : null;
    } while (after !== null);
    return found;
  };
  const before = await whole(10);
  const facts = await directoryFacts(app.databaseUrl);
  try {
    await facts.level('anna-karin.lindblad@hallsberg.test', 'PROTECTED');
    expect(before).toContain('Anna-Karin Lindblad');
    const without = before.filter((name) => name !== 'Anna-Karin Lindblad');
    for (const size of [10, 1, 50]) expect(await whole(size)).toEqual(without);
  } finally {
    await facts.close();
  }
});

test('a list that asks for no more reads no more, and one field more reads whole cards', () => {
  for (const list of lists) {
    expect(cardsReadFor([parse(list(shown))])).toBe('LISTED');
    expect(cardsReadFor([parse(list(`${shown} ${alone}`))])).toBe('ALONE');
    expect(cardsReadFor([parse(list(`${shown} ${more}`))])).toBe('REFERRED');
  }
  expect(
    cardsReadFor([parse('{ directory { edges { node { presence { availability } } } } }')]),
  ).toBe('ALONE');
});

test('a number looked up for its holder’s name alone is answered as it is with the whole card', async () => {
  const { data } = await app.ask(
    'operator',
    '{ directory(first: 20) { edges { node { displayName numbers { e164 } } } } }',
  );
  const number = String(at(data, 'directory.edges.0.node.numbers.0.e164'));
  const ask = (fields: string) =>
    app.ask('operator', `{ lookupNumber(number: "${number}") { label entry { ${fields} } } }`);
  const [listedOne, whole] = [await ask(shown), await ask(`${shown} ${alone}`)];
  expect(JSON.stringify(whole.data, without)).toBe(JSON.stringify(listedOne.data));
  expect(at(listedOne.data, 'lookupNumber.label')).toBe(
    at(data, 'directory.edges.0.node.displayName'),
  );
});
