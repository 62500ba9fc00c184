import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';

// Who sees what is in who-sees-what.csv, and held by matrix.test.ts; here is how it is changed for one person.

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

test('P20: a mobile number is narrowed and widened for one person', async () => {
  const own = await app.token('employee', '1861');
  const other = await app.token('employee', '1860');
  const mobile = '+46701740635';
  const read =
    '{ person(ref: { email: "anna.johansson@hallsberg.test" }) { version numbers(kinds: [MOBILE]) { e164 } } }';
  const set = async (audience: string | null) => {
    const { data } = await app.ask('technician', read);
    const variables = { version: textAt(data, 'person.version'), audience };
    const change = `mutation ($version: String!, $audience: NumberAudience) { setNumbers(input: { person: { email: "anna.johansson@hallsberg.test" }, mobileAudience: $audience, expectedVersion: $version }) { userErrors { code } } }`;
    const answer = await app.ask('technician', change, variables);
    expect(answer.data).toEqual({ setNumbers: { userErrors: [] } });
  };
  const seen = async (who: string) => at((await app.ask(who, read)).data, 'person.numbers.*.e164');
  await set('OPERATORS_ONLY');
  expect([await seen('operator'), await seen(own)]).toEqual([[mobile], []]);
  await set('COOPERATION');
  expect([await seen(other), await seen('integration')]).toEqual([[mobile], undefined]);
  await set(null);
  expect([await seen(other), await seen(own)]).toEqual([[], [mobile]]);
});
