import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textsAt } from '../support/json.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

const selection = '{ number label entry { id displayName } reachability { verdict } }';
const many = `query ($numbers: [E164!]!) { lookupNumbers(numbers: $numbers) ${selection} }`;
const one = `query ($number: E164!) { lookupNumber(number: $number) ${selection} }`;
const numbers = ['+46582001234', '+46582009999', '+46584000000', '+46582001234', '+46701740605'];

test.each(['phoneSystem', 'operator', 'technician', 'intranetLaxa'])(
  'many numbers are answered to %s as each of them alone, in their order',
  async (who) => {
    const together = await app.ask(who, many, { numbers });
    const alone = [];
    for (const number of numbers)
      alone.push(at((await app.ask(who, one, { number })).data, 'lookupNumber'));
    expect(at(together.data, 'lookupNumbers')).toEqual(alone);
    expect(textsAt(together.data, 'lookupNumbers.*.label')).toContain('Anna-Karin Lindblad');
  },
);

test('none is no fault, one given as a value is a list, and more than a hundred are refused', async () => {
  expect((await app.ask('phoneSystem', many, { numbers: [] })).data).toEqual({ lookupNumbers: [] });
  const single = await app.ask('phoneSystem', many, { numbers: numbers[0] });
  expect(textsAt(single.data, 'lookupNumbers.*.label')).toEqual(['Anna-Karin Lindblad']);
  const crowd = Array.from({ length: 101 }, (_, i) => `+46582${1_000_000 + i}`);
  const light = 'query ($numbers: [E164!]!) { lookupNumbers(numbers: $numbers) { label } }';
  const refused = await app.ask('phoneSystem', light, { numbers: crowd });
  expect(textsAt(refused.errors, '*.extensions.code')).toEqual(['BAD_USER_INPUT']);
});
