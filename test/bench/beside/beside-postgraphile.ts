import { isDeepStrictEqual } from 'node:util';
import type { TestApp } from '../../support/app.js';
import { child } from '../child.js';
import { compared, inTurns, ownWork, type Way } from '../in-turns.js';

const turns = { warm: 3, milliseconds: 1_500 };
const ours =
  '{ directory(first: 20) { edges { node { id displayName numbers { kind e164 extension } ... on Person { title email unit { id name } } } } } }';
const theirs =
  '{ people: allPeople(first: 20, orderBy: [SORT_KEY_ASC]) { nodes { id displayName numbers { nodes { kind e164 extension } } title email unit { id name } } } }';
type Shown = {
  readonly displayName: string;
  readonly title?: string | null;
  readonly email?: string | null;
  readonly unit?: { readonly name: string } | null;
};
type Page = { directory: { edges: { node: Shown & { numbers: readonly object[] } }[] } };
type Nodes = { people: { nodes: (Shown & { numbers: { nodes: readonly object[] } })[] } };

/** The same page from the program and from PostGraphile over the same tables. Returns lines to read. */
export async function besidePostgraphile(app: TestApp, rounds: number): Promise<readonly string[]> {
  const server = child('./beside/postgraphile-server.ts', {
    OWNER_URL: app.databaseUrl,
    GRAPHILE_ENV: 'production',
    NODE_ENV: 'production',
  });
  const clients = child('./http-clients.ts');
  try {
    const { url } = await server.told<{ readonly url: string }>();
    const ways: [Way, Way] = [
      {
        name: 'ours',
        asked: { url: app.url, token: app.keys['operator'] ?? '', query: ours },
        work: ownWork,
      },
      {
        name: 'PostGraphile',
        asked: { url, token: '', query: theirs },
        work: async () => (await server.ask<{ readonly work: number }>({})).work,
      },
    ];
    const measured = await inTurns(clients, ways, { ...turns, counted: rounds });
    const { lines } = compared(['ours', 'PostGraphile'], measured);
    const [[mine], [other]] = measured;
    return [
      `b  a page of 20 people with numbers and unit, 2 clients, ours and PostGraphile's (${rounds} rounds)`,
      ...lines,
      ...contents(mine?.text ?? '', other?.text ?? ''),
    ];
  } finally {
    clients.stop();
    server.stop();
  }
}

function contents(mine: string, other: string): readonly string[] {
  const { data: page } = JSON.parse(mine) as { data: Page };
  const { data: nodes } = JSON.parse(other) as { data: Nodes };
  const listed = page.directory.edges.map(({ node }) => of(node, node.numbers));
  const found = nodes.people.nodes.map((node) => of(node, node.numbers.nodes));
  const same = listed.filter((one) => found.some((another) => isDeepStrictEqual(one, another)));
  const named = listed.filter((one) => found.some(({ name }) => name === one.name));
  const different = named.filter((one) => !same.includes(one)).map(({ name }) => name);
  return [
    `  contents: ${named.length} of our ${listed.length} people are on PostGraphile's page of ${found.length}, ${same.length} of them with the same title, mail, unit and numbers${different.length > 0 ? `; not ${different.join(', ')}` : ''}`,
    '  not comparable: PostGraphile shows every row to everybody, added numbers not at all, and knows no order but an index',
  ];
}

function of({ displayName, title, email, unit }: Shown, numbers: readonly object[]) {
  return {
    name: displayName,
    title: title ?? null,
    email: email ?? null,
    unit: unit?.name ?? null,
    numbers: numbers.map((number) => JSON.stringify(number)).toSorted(),
  };
}
