import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Logger } from 'typeorm';
import type { PersonId } from '../../../src/kernel/ids.js';
import { PeopleStore } from '../../../src/store/people.store.js';
import { startTestApp, type Answer, type TestApp } from '../../support/app.js';
import { directoryFacts, type DirectoryFacts } from '../../support/directory-facts.js';
import { at } from '../../support/json.js';
import { quiet } from '../../support/quiet.js';

let app: TestApp;
let facts: DirectoryFacts;
let statements = 0;
const counter: Logger = {
  logQuery: () => void (statements += 1),
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

beforeAll(async () => {
  app = await startTestApp();
  facts = await directoryFacts(app.databaseUrl);
  await quiet(app);
  const database = app.app.get(DataSource);
  database.setOptions({ logging: true });
  database.logger = counter;
}, 60_000);
afterAll(async () => {
  await facts.close();
  await app.stop();
});

async function costOf(
  query: string,
  variables?: Record<string, unknown>,
  who = 'operator',
): Promise<number> {
  statements = 0;
  const { data, text } = await app.ask(who, query, variables);
  if (!at(data, 'searchDirectory.edges.0.node.displayName')) throw new Error(text);
  return statements;
}

/** Everybody is OPEN but Eva Sundin, who is PROTECTED. */
const [anna, eva, erik, marianne] = [
  'anna-karin.lindblad@hallsberg.test',
  'eva.sundin@hallsberg.test',
  'erik.bjorkman@hallsberg.test',
  'marianne.falk@hallsberg.test',
];

test('P3, P13: a page of any size costs three statements at most, whatever is asked of the people on it', async () => {
  const stand = `mutation { setAbsence(input: { person: { email: "anna.johansson2@hallsberg.test" }, reason: MEETING, referral: { entryId: "ID" } }) { userErrors { code } } }`;
  const found = await app.ask(
    'operator',
    '{ person(ref: { email: "erik.bjorkman@hallsberg.test" }) { id } }',
  );
  await app.ask('operator', stand.replace('ID', String(at(found.data, 'person.id'))));
  const query = `query ($first: Int!) { searchDirectory(query: "an", first: $first) { edges { node { id displayName municipality { name } ... on Person {
    title unit { name openingHours { from } parent { name parent { name } } } manager { displayName manager { displayName } } standIns { displayName } bestReached { weekday } numbers { e164 greeting { kind } } presence { availability lines { status } }
    currentAbsence { reason referral { entry { displayName } } } absences { reason } forwardings { target { entry { displayName } } }
    reachability { verdict phrase alternatives { entry { displayName } number { e164 } } } } } } } }`;
  const light = `query ($first: Int!) { searchDirectory(query: "an", first: $first) { edges { node { displayName ... on DirectoryEntry { reachability { phrase } } ... on Person { title absences { reason } } } } } }`;
  const costs: number[] = [];
  // As much of each as the door lets anybody ask of so many.
  for (const first of [2, 18]) costs.push(await costOf(query, { first }));
  costs.push(await costOf(light, { first: 100 }));
  // The key is remembered for a second of the clock, which stands still here.
  expect(Math.max(...costs)).toBeLessThanOrEqual(3);
  expect(Math.min(...costs)).toBe(2);
});

test('P3: a list with what a list shows is one statement, whatever its size and wherever it begins', async () => {
  const list = (fields: string, first: number, after: string | null) =>
    app.ask(
      'operator',
      `query ($after: String) { directory(first: ${first}, after: $after) { edges { node { displayName ${fields} } } pageInfo { endCursor } } }`,
      { after },
    );
  const shown = 'numbers { e164 } ... on Person { title email unit { name parent { name } } }';
  let after: string | null = null;
  for (const first of [2, 20]) {
    statements = 0;
    const { data }: Answer = await list(shown, first, after);
    expect([statements, at(data, `directory.edges.${first - 1}.node.displayName`)]).toEqual([
      1,
      expect.any(String),
    ]);
    after = String(at(data, 'directory.pageInfo.endCursor'));
  }
  statements = 0;
  await list(`${shown} ... on Person { presence { availability } }`, 20, after);
  expect(statements).toBe(2);
});

test('P3: a search for what a list shows is one statement, whatever the size of its page and however many words', async () => {
  const query = `query ($query: String!, $first: Int!) { searchDirectory(query: $query, first: $first) {
    edges { matchedOn { field } node { displayName ... on DirectoryEntry { numbers { e164 } } ... on Person { title email unit { name } } } } } }`;
  const costs: number[] = [];
  for (const first of [2, 20, 100])
    for (const typed of ['an', 'erik björkman', 'lindblad hallsberg'])
      costs.push(await costOf(query, { query: typed, first }));
  expect([...new Set(costs)]).toEqual([1]);
});

test('P9: those who answer instead cost no statement more, whether there are any or not', async () => {
  const ask = (fields: string) =>
    `{ searchDirectory(query: "lindblad") { edges { node { displayName ... on Person { ${fields} } } } } }`;
  await facts.lead(eva, marianne);
  for (const manager of [erik, eva, null]) {
    await facts.lead(anna, manager);
    expect(await costOf(ask('presence { availability }'))).toBe(2);
    expect(await costOf(ask('manager { displayName } standIns { displayName }'))).toBe(2);
  }
});

test('nobody is read who stands behind somebody hidden: it would take time', async () => {
  const open = ['OPEN:1861'] as const;
  const finds = { findByEmail: open, findByEmployeeId: [], findByDirect: [], findByMobile: [] };
  const reach = { people: open, known: [], ...finds };
  const people = app.app.get(PeopleStore, { strict: false });
  const id = await people.find(reach, { kind: 'EMAIL', email: anna });
  await facts.lead(eva, marianne);
  for (const [manager, behind] of [
    [erik, ['Erik Björkman']],
    [eva, []],
  ] as const) {
    await facts.lead(anna, manager);
    const from = [id as PersonId];
    const read = await people.undisclosedReferredFrom(reach, from, app.clock.now(), true);
    expect(read.map(({ displayName }) => displayName)).toEqual(behind);
  }
});

test('who reads PROTECTED people pays one statement for the record of all of them, and nobody else pays any', async () => {
  const officer = await app.token('officer', '1861');
  const query = '{ searchDirectory(query: "an", first: 100) { edges { node { displayName } } } }';
  const open = [await costOf(query), await costOf(query, {}, officer)];
  for (const one of [anna, erik, marianne]) await facts.level(one, 'PROTECTED');
  expect(await costOf(query)).toBe(open[0]);
  expect(await costOf(query, {}, officer)).toBe(Number(open[1]) + 1);
  for (const one of [anna, erik, marianne]) await facts.level(one, 'OPEN');
  expect(open[1]).toBe(open[0]);
});

test('P9: a page of fifty among answer groups and stand-ins reads those whom it leads to and no more', async () => {
  await facts.everybodyAnswers();
  const open = ['OPEN:1861'] as const;
  const finds = { findByEmail: open, findByEmployeeId: [], findByDirect: [], findByMobile: [] };
  const reach = { people: open, known: [], ...finds };
  const people = app.app.get(PeopleStore, { strict: false });
  const wanted = { first: 50, after: null };
  const page = await people.inMunicipality(reach, '1861', wanted);
  const ids = page.map(({ id }) => id);
  const read = await people.undisclosedReferredFrom(reach, ids.slice(0, 1), app.clock.now(), false);
  // Ten of the own unit, ten of the one above, and three stand-ins.
  expect(read.length).toBeGreaterThan(2);
  expect(read.length).toBeLessThanOrEqual(23);
  await people.undisclosedReferredFrom(reach, ids, app.clock.now(), true);
});
