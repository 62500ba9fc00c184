import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';

let app: TestApp;
let anna: string;
/** The id of the Anna Johansson who handles building permits. */
let johansson: string;
const annaMail = 'anna-karin.lindblad@hallsberg.test';

beforeAll(async () => {
  app = await startTestApp();
  anna = await app.token('employee', '1861', '40103');
  johansson = await idOf('anna.johansson2@hallsberg.test');
}, 60_000);
afterAll(() => app.stop());

async function idOf(email: string): Promise<string> {
  const query = 'query ($email: EmailAddress!) { person(ref: { email: $email }) { id } }';
  const { data } = await app.ask('operator', query, { email });
  return textAt(data, 'person.id');
}

async function reachability(email = annaMail, who = 'operator') {
  const query = `query ($e: EmailAddress!) { person(ref: { email: $e }) { currentAbsence { id reason } reachability { canConnect verdict connectTo { e164 } reason backAt phrase trace alternatives { rank canConnect entry { displayName } number { e164 } } } } }`;
  const { data } = await app.ask(who, query, { e: email });
  return at(data, 'person.reachability');
}

describe('P10: a forwarding', () => {
  const fields =
    'forwarding { id condition noAnswerSeconds source version target { kind number entry { displayName } } } userErrors { code field }';
  async function forward(who: string, input: Record<string, unknown>) {
    const query = `mutation ($input: SetForwardingInput!) { setForwarding(input: $input) { ${fields} } }`;
    const all = { person: { email: annaMail }, condition: 'UNCONDITIONAL', ...input };
    const { data, text } = await app.ask(who, query, { input: all });
    return at(data, 'setForwarding') ?? text;
  }
  async function clear(who: string, input: Record<string, unknown>) {
    const query =
      'mutation ($input: ClearForwardingInput!) { clearForwarding(input: $input) { userErrors { code } person { forwardings { id } } } }';
    return at((await app.ask(who, query, { input })).data, 'clearForwarding');
  }

  test('to a colleague sends the call there, until it is cleared', async () => {
    const set = await forward(anna, { target: { entryId: johansson } });
    expect(set).toMatchObject({
      forwarding: {
        source: 'SELF',
        target: { kind: 'PERSON', entry: { displayName: 'Anna Johansson' } },
      },
      userErrors: [],
    });
    expect(await reachability()).toMatchObject({
      verdict: 'CONNECT_ALTERNATIVE',
      connectTo: { e164: '+46582001271' },
      trace: ['FORWARDED'],
    });
    const id = textAt(set, 'forwarding.id');
    expect(await clear(anna, { id, expectedVersion: '99' })).toMatchObject({
      userErrors: [{ code: 'CONFLICT' }],
    });
    expect(await clear(anna, { id })).toEqual({ userErrors: [], person: { forwardings: [] } });
    expect(await reachability()).toMatchObject({ verdict: 'CONNECT' });
  });

  test('that would lead back is refused, by person and by number', async () => {
    const set = await forward(anna, { target: { entryId: johansson } });
    const back = { person: { email: 'anna.johansson2@hallsberg.test' } };
    expect(
      await forward('operator', { ...back, target: { entryId: await idOf(annaMail) } }),
    ).toMatchObject({
      forwarding: null,
      userErrors: [{ code: 'LOOP', field: ['input', 'target'] }],
    });
    expect(
      await forward('operator', { ...back, target: { number: '+46582001234' } }),
    ).toMatchObject({ userErrors: [{ code: 'LOOP' }] });
    expect(await forward(anna, { target: { number: '+46582001234' } })).toMatchObject({
      userErrors: [{ code: 'LOOP' }],
    });
    await clear(anna, { id: textAt(set, 'forwarding.id') });
  });

  test("to an extension goes to whoever has it in the person's own dial plan", async () => {
    const extension = '3101';
    const set = await forward(anna, { target: { extension } });
    expect(set).toMatchObject({
      forwarding: { target: { entry: { displayName: 'Birgitta Hallén' } } },
    });
    await clear(anna, { id: textAt(set, 'forwarding.id') });
    const db = new Client({ connectionString: app.databaseUrl });
    await db.connect();
    const exchange = `update municipality set dial_plan = $1 where code = '1882'`;
    try {
      await db.query(exchange, ['askersund.test']);
      expect(await forward(anna, { target: { extension } })).toMatchObject({
        forwarding: null,
        userErrors: [{ code: 'NOT_FOUND', field: ['input', 'target'] }],
      });
    } finally {
      await db.query(exchange, ['sydnarke.test']);
      await db.end();
    }
  });

  test('when nobody answers has its seconds, and no other condition has any', async () => {
    const slow = { condition: 'NO_ANSWER', target: { voicemail: true } };
    expect(await forward(anna, { ...slow, noAnswerSeconds: 90 })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['input', 'noAnswerSeconds'] }],
    });
    expect(await forward(anna, { target: { voicemail: true }, noAnswerSeconds: 20 })).toMatchObject(
      { userErrors: [{ code: 'INVALID' }] },
    );
    const set = await forward(anna, slow);
    expect(set).toMatchObject({
      forwarding: { noAnswerSeconds: 20, target: { kind: 'VOICEMAIL' } },
    });
    await clear(anna, { id: textAt(set, 'forwarding.id') });
  });

  test.each([
    ['no target', {}],
    ['two targets', { voicemail: true, switchboard: true }],
    ['a target that is null', { number: null }],
    ['a flag that is false', { voicemail: false }],
  ])('with %s is a faulty request', async (_, target) => {
    expect(await forward(anna, { target })).toMatch(/"code":"BAD_USER_INPUT"/);
  });

  test('is not for an intranet to set', async () => {
    const answer = await app.ask(
      'intranetHallsberg',
      `mutation { clearForwarding(input: { id: "x" }) { userErrors { code } } }`,
    );
    expect(at(answer, 'errors.*.extensions.code')).toEqual(['FORBIDDEN']);
  });
});
