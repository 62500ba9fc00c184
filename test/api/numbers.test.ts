import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';

let app: TestApp;
const annaMail = 'anna-karin.lindblad@hallsberg.test';

beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app.stop());

describe('numbers that the directory does not know', () => {
  const read = `{ person(ref: { email: "${annaMail}" }) { version numbers { kind e164 extension source } } }`;
  const version = async () => textAt((await app.ask('technician', read)).data, 'person.version');
  async function setNumbers(who: string, input: Record<string, unknown>) {
    const query =
      'mutation ($input: SetNumbersInput!) { setNumbers(input: $input) { person { numbers { kind e164 extension source } } userErrors { code field } } }';
    const all = { person: { email: annaMail }, expectedVersion: await version(), ...input };
    const { data, text } = await app.ask(who, query, { input: all });
    return at(data, 'setNumbers') ?? text;
  }

  test('are added, found, changed one by one, and taken away', async () => {
    const ldap = { kind: 'DIRECT', e164: '+46582001234', extension: null, source: 'LDAP' };
    const added = await setNumbers('technician', {
      mobile: '+46701740698',
      direct: '+46582009901',
      extension: '9901',
    });
    expect(at(added, 'person.numbers')).toEqual([
      { kind: 'DIRECT', e164: '+46582009901', extension: '9901', source: 'LOCAL' },
      ldap,
      { kind: 'MOBILE', e164: '+46701740698', extension: null, source: 'LOCAL' },
    ]);
    const found = await app.ask(
      'phoneSystem',
      '{ lookupNumber(number: "+46582009901") { label } }',
    );
    expect(found.data).toEqual({ lookupNumber: { label: 'Anna-Karin Lindblad' } });
    const partly = await setNumbers('technician', { extension: null, mobile: null });
    expect(at(partly, 'person.numbers')).toEqual([
      { kind: 'DIRECT', e164: '+46582009901', extension: null, source: 'LOCAL' },
      ldap,
    ]);
    expect(at(await setNumbers('technician', { direct: null }), 'person.numbers')).toEqual([ldap]);
  });

  test('are added from the version that was read, by a technician', async () => {
    expect(await setNumbers('technician', { direct: null, expectedVersion: '0' })).toMatchObject({
      userErrors: [{ code: 'CONFLICT' }],
    });
    const operator = await app.ask(
      'operator',
      'mutation { setNumbers(input: { person: { email: "a@b.test" }, expectedVersion: "1" }) { userErrors { code } } }',
    );
    expect(at(operator, 'errors.*.extensions.code')).toEqual(['FORBIDDEN']);
  });

  test('are added by the manager and by the telefonansvarig of the unit, and by no other colleague', async () => {
    const client = new Client({ connectionString: app.databaseUrl });
    await client.connect();
    await client.query(
      `insert into unit_duty (unit_id, person_id, duty, municipality_code)
       select u.unit_id, p.id, case p.employee_id when '40102' then 'MANAGER' else 'PHONE_RESPONSIBLE' end, '1861'
         from person u, person p where u.email = $1 and p.employee_id in ('40102', '40106')`,
      [annaMail],
    );
    await client.end();
    const direct = '+46582009902';
    for (const employeeId of ['40102', '40106']) {
      const added = await setNumbers(await app.token('employee', '1861', employeeId), { direct });
      expect(at(added, 'userErrors')).toEqual([]);
    }
    const colleague = await app.token('employee', '1861', '40111');
    const refused = await setNumbers(colleague, { direct: null });
    expect(at(refused, 'userErrors.*.code')).toEqual(['NOT_ALLOWED']);
    expect(at(await setNumbers('technician', { direct: null }), 'userErrors')).toEqual([]);
  });

  test.each(['0582-001234', '+46 582 00 12 34', '112', '+0582001234', `+46${'1'.repeat(40)}x`])(
    'that are none are refused: %s',
    async (direct) => {
      expect(await setNumbers('technician', { direct })).toMatch(/"code":"BAD_USER_INPUT"/);
    },
  );
});
