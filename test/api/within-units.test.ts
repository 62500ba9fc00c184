import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt, textsAt } from '../support/json.js';

let app: TestApp;
let manager: string;
let db: Client;
let kansliet: string;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  manager = await app.token('employee', '1861', '40111');
  const { data } = await app.ask(
    'operator',
    '{ searchDirectory(query: "kansliet", filter: { municipalityCodes: ["1861"] }, first: 1) { edges { node { ... on Unit { id } } } } }',
  );
  kansliet = textAt(data, 'searchDirectory.edges.0.node.id');
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

const list = `query ($units: [ID!], $first: Int = 100, $after: String) {
  directory(filter: { unitIds: $units }, first: $first, after: $after) {
    edges { node { displayName ... on Person { unit { id } } } } pageInfo { endCursor } } }`;
const search = `query ($units: [ID!], $query: String!) {
  searchDirectory(query: $query, filter: { unitIds: $units }) { edges { node { __typename displayName ... on Person { unit { id } } } } } }`;
const names = (data: unknown, name: string) => textsAt(data, `${name}.edges.*.node.displayName`);

test('a list within a unit has everybody of it whom the whole list has, and nobody else', async () => {
  for (const who of ['operator', 'intranetHallsberg', 'integration']) {
    const everybody = await app.ask(who, list, { units: null });
    const edges = at(everybody.data, 'directory.edges') as readonly {
      readonly node: {
        readonly displayName: string;
        readonly unit: { readonly id: string } | null;
      };
    }[];
    const there = edges.filter(({ node }) => node.unit?.id === kansliet);
    const within = await app.ask(who, list, { units: [kansliet] });
    expect(names(within.data, 'directory')).toEqual(there.map(({ node }) => node.displayName));
    expect(there.length).toBeGreaterThan(1);
  }
});

test('a search within a unit finds its people by words and by numbers, and no units', async () => {
  const found = async (query: string, units: readonly string[]) =>
    names((await app.ask('operator', search, { query, units })).data, 'searchDirectory');
  expect(await found('lindblad', [kansliet])).toEqual(['Anna-Karin Lindblad']);
  expect(await found('anna karin', [kansliet])).toEqual(['Anna-Karin Lindblad']);
  expect(await found('lindbald', [kansliet])).toEqual(['Anna-Karin Lindblad']);
  expect(await found('00 12 34', [kansliet])).toEqual(['Anna-Karin Lindblad']);
  expect(await found('kansliet', [kansliet])).not.toContain('Kansliet');
  for (const query of ['holm', '00 12 34', 'lindblad']) expect(await found(query, [])).toEqual([]);
});

test('a cursor is good for the units that it is of, and an id of anything else is refused', async () => {
  const first = await app.ask('operator', list, { units: [kansliet], first: 1 });
  const after = textAt(first.data, 'directory.pageInfo.endCursor');
  const next = await app.ask('operator', list, { units: [kansliet], first: 1, after });
  expect(names(next.data, 'directory')).toHaveLength(1);
  expect(names(next.data, 'directory')).not.toEqual(names(first.data, 'directory'));
  const elsewhere = await app.ask('operator', list, { units: null, first: 1, after });
  expect(elsewhere.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  const self = await app.ask(manager, '{ viewer { person { id } } }');
  const wrong = await app.ask('operator', list, { units: [textAt(self.data, 'viewer.person.id')] });
  expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('P11, P12: who leads or answers for units is told which, and nobody else any', async () => {
  await db.query(
    `insert into unit_duty (unit_id, person_id, duty, municipality_code)
     select p.unit_id, m.id, 'MANAGER', '1861' from person p, person m
      where p.email = 'anna-karin.lindblad@hallsberg.test' and m.municipality_code = '1861' and m.employee_id = '40111'`,
  );
  // What somebody is to others is remembered for a second.
  app.clock.advance(2);
  const units = async (who: string) =>
    textsAt((await app.ask(who, '{ viewer { units { name } } }')).data, 'viewer.units.*.name');
  expect(await units('operator')).toEqual([]);
  expect(await units(await app.token('employee', '1861', '40104'))).toEqual([]);
  expect(await units(manager)).toContain('Kansliet');
  const people = async (
    who: string,
    first: number,
    after: string | null = null,
  ): Promise<readonly string[]> => {
    const query = `query ($first: Int!, $after: String) { viewer { responsibleFor(first: $first, after: $after) { edges { node { displayName } } pageInfo { hasNextPage endCursor } } } }`;
    const { data } = await app.ask(who, query, { first, after });
    const page = textsAt(data, 'viewer.responsibleFor.edges.*.node.displayName');
    if (at(data, 'viewer.responsibleFor.pageInfo.hasNextPage') !== true) return page;
    const next = textAt(data, 'viewer.responsibleFor.pageInfo.endCursor');
    return [...page, ...(await people(who, first, next))];
  };
  const led = await people(manager, 50);
  expect(led).toContain('Anna-Karin Lindblad');
  expect(await people(manager, 1)).toEqual(led);
  for (const who of ['operator', 'phoneSystem', await app.token('employee', '1861', '40104')])
    expect(await people(who, 50)).toEqual([]);
  // The directory names Erik as the manager of some, who are in units that nobody leads.
  const supervisor = await people(await app.token('employee', '1861', '40102'), 50);
  const { data } = await app.ask(
    'operator',
    `{ directory(first: 100, filter: { municipalityCodes: ["1861"] }) { edges { node { displayName ... on Person { manager { displayName } } } } } }`,
  );
  const edges = at(data, 'directory.edges') as readonly {
    readonly node: {
      readonly displayName: string;
      readonly manager?: { readonly displayName: string } | null;
    };
  }[];
  const managed = edges.filter(({ node }) => node.manager?.displayName === 'Erik Björkman');
  expect(managed.length).toBeGreaterThan(0);
  expect(supervisor).toEqual(managed.map(({ node }) => node.displayName));
});
