import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import type { Logger } from 'typeorm';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at } from '../../support/json.js';

let app: TestApp;
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
  const database = app.app.get(DataSource);
  database.setOptions({ logging: true });
  database.logger = counter;
}, 60_000);
afterAll(() => app.stop());

test('P3, P13: a page of any size costs three statements at most, whatever is asked of the people on it', async () => {
  const stand = `mutation { setAbsence(input: { person: { email: "anna.johansson2@hallsberg.test" }, reason: MEETING, substituteId: "ID" }) { userErrors { code } } }`;
  const found = await app.ask(
    'operator',
    '{ person(ref: { email: "erik.bjorkman@hallsberg.test" }) { id } }',
  );
  await app.ask('operator', stand.replace('ID', String(at(found.data, 'person.id'))));
  const query = `query ($first: Int!) { searchDirectory(query: "an", first: $first) { edges { node { id displayName municipality { name } ... on Person {
    title unit { name parent { name parent { name } } } numbers { e164 } presence { availability lines { status } }
    currentAbsence { reason substitute { displayName } } absences { reason } forwardings { target { entry { displayName } } }
    reachability { verdict phrase alternatives { entry { displayName } number { e164 } } } } } } } }`;
  const costs: number[] = [];
  for (const first of [2, 100]) {
    statements = 0;
    const { data } = await app.ask('operator', query, { first });
    expect(at(data, 'searchDirectory.edges.0.node.displayName')).toBeTruthy();
    costs.push(statements);
  }
  // The key is remembered for a second of the clock, which stands still here.
  expect(Math.max(...costs)).toBeLessThanOrEqual(3);
  expect(Math.min(...costs)).toBeGreaterThanOrEqual(2);
});
