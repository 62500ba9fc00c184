import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MunicipalityCode } from '../../src/kernel/ids.js';
import type { ApiKeyScope } from '../../src/kernel/words.js';
import type { KeyRole } from '../../src/kernel/key-words.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at } from '../support/json.js';
import { firstOf } from '../support/live/client.js';
import { carryOut } from '../support/matrix/carry-out.js';
import { readExpectations } from '../support/matrix/expectations.js';
import { rootOperations } from '../support/matrix/operations.js';

/** Written by hand, and by nothing of the program: who may ask for what, and change what. */
const file = 'who-asks-what.csv';
const { viewers: columns, lines } = readExpectations(`test/api/${file}`);
const operations = rootOperations();

let app: TestApp;
let viewers: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await startTestApp();
  const key = (role: KeyRole, scopes: readonly ApiKeyScope[]) =>
    app.makeKey({
      role,
      scopes,
      label: 'root fields',
      municipality: '1861' as MunicipalityCode,
      expiresAt: new Date(app.clock.now().getTime() + 86_400_000),
    });
  const granted = async (role: string, employeeId: string) => {
    const person = { employee: { municipalityCode: '1861', employeeId } };
    await carryOut(app, 'technician', 'grantRole', { person, role });
    return app.token('employee', '1861', employeeId);
  };
  viewers = {
    employee: await app.token('employee', '1861', '40111'),
    officer: await app.token('officer', '1861', '40102'),
    auditor: await app.token('auditor', '1861', '40106'),
    operator: 'operator',
    'employee and operator': await granted('OPERATOR', '40112'),
    technician: 'technician',
    'employee and technician': await granted('TECHNICIAN', '40113'),
    intranet: 'intranetHallsberg',
    'phone system': await key('PHONE_SYSTEM_KEY', []),
    'phone system LINE_WRITE': await key('PHONE_SYSTEM_KEY', [
      'LINE_WRITE',
      'PRESENCE_WRITE',
      'FORWARDING_WRITE',
      'DIAL_WRITE',
    ]),
    'integration, all scopes': await key('INTEGRATION_KEY', [
      'NUMBERS_MOBILE',
      'ABSENCE_READ',
      'CALENDAR_WRITE',
    ]),
    nobody: 'none',
  };
  // Relations are believed for a second.
  app.clock.advance(2);
}, 300_000);
afterAll(() => app.stop());

test('every root field of the schema has a line, and every viewer a column', () => {
  const known = lines.map(({ subject }) => subject);
  const missing = operations.filter(({ field }) => !known.includes(field));
  expect(missing.map(({ field }) => `${field} has no line in ${file}`)).toEqual([]);
  const fields = operations.map(({ field }) => field);
  expect(known.filter((field) => !fields.includes(field))).toEqual([]);
  expect(columns).toEqual(Object.keys(viewers));
});

test('every cell is how the program answers', async () => {
  const wrong: string[] = [];
  for (const { field, query } of operations)
    for (const viewer of columns) {
      const wanted = lines.find(({ subject }) => subject === field)?.cells[viewer] ?? '';
      const got = await letter(viewers[viewer] ?? '', query);
      if (got !== wanted) wrong.push(`${field} | ${viewer} | ${wanted} | but ${got}`);
    }
  expect(wrong).toEqual([]);
  const cells = operations.length * columns.length;
  process.stdout.write(
    `${file}: ${cells} cells of ${operations.length} root fields and ${columns.length} viewers.\n`,
  );
}, 120_000);

/** v: let in, x: FORBIDDEN, u: UNAUTHENTICATED, and otherwise what went wrong: it is then not known whether the guard was reached. */
async function letter(token: string, query: string): Promise<string> {
  if (query.startsWith('subscription')) return letterOfStream(token, query);
  const { errors, text } = await app.ask(token, query);
  const [code = 'v'] = (errors ?? []).map((error) => String(at(error, 'extensions.code')));
  const letters: Readonly<Record<string, string>> = { FORBIDDEN: 'x', UNAUTHENTICATED: 'u' };
  // What a resolver refuses has a path; what is refused before it has none.
  const reached = code === 'BAD_USER_INPUT' && text.includes('"path":');
  return letters[code] ?? (reached ? 'v' : code);
}

/** The same of a subscription, which is let in when an event comes, and without a viewer has no connection. */
async function letterOfStream(token: string, query: string): Promise<string> {
  const { data, errors, closed } = await firstOf(app.url, app.keys[token] ?? token, query);
  if (closed !== undefined) return closed === 4403 ? 'u' : String(closed);
  const [code = 'none'] = (errors ?? []).map((error) => String(at(error, 'extensions.code')));
  return data ? 'v' : code === 'FORBIDDEN' ? 'x' : code;
}
