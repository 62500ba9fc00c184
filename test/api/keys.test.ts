import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { keyIdOf, keyText } from '../../src/identity/api-key.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';
import { everyViewer } from '../support/viewers.js';

let app: TestApp;
let db: Client;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

const fields =
  'id prefix kind label municipality { code } scopes createdOn expiresAt revokedAt lastUsedOn';
const creation = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { ${fields} } secret userErrors { code field } } }`;
const revocation = `mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { ${fields} } secret userErrors { code } } }`;
const inDays = (days: number) =>
  new Date(app.clock.now().getTime() + days * 86_400_000).toISOString();

async function create(input: Record<string, unknown>, who = 'technician') {
  const all = { kind: 'OPERATOR', expiresAt: inDays(30), ...input };
  const { data, text } = await app.ask(who, creation, { input: all });
  return at(data, 'createApiKey') ?? text;
}
async function revoke(id: string, who = 'technician') {
  const { data, text } = await app.ask(who, revocation, { id });
  return at(data, 'revokeApiKey') ?? text;
}
async function works(key: string): Promise<boolean> {
  return (await app.ask(key, '{ viewer { roles } }')).status === 200;
}
async function audited(object: string) {
  const { rows } = await db.query(
    `select action, actor, roles, origin, municipality_code, fields from audit_entry where object = $1 order by id`,
    [object],
  );
  return rows as unknown[];
}
const listed = async () => (await app.ask('technician', `{ apiKeys { ${fields} } }`)).data;

describe('a technician', () => {
  test('makes a key, which works, is shown once, and is recorded by its public id', async () => {
    const made = await create({
      kind: 'INTEGRATION_KEY',
      label: ' Passer\u200bsystem ',
      municipalityCode: '1861',
      scopes: ['ABSENCE_READ'],
    });
    const secret = textAt(made, 'secret');
    const keyId = keyIdOf(secret) ?? '';
    const key = {
      id: expect.stringMatching(/^[A-Za-z0-9_-]{23}$/),
      prefix: `vxk_ig_${keyId}`,
      kind: 'INTEGRATION_KEY',
      label: 'Passersystem',
      municipality: { code: '1861' },
      scopes: ['ABSENCE_READ'],
      createdOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      expiresAt: inDays(30),
      revokedAt: null,
      lastUsedOn: null,
    };
    expect(made).toEqual({ apiKey: key, secret, userErrors: [] });
    expect(await works(secret)).toBe(true);
    const technician = keyIdOf(app.keys['technician'] ?? '');
    expect(await audited(keyId)).toEqual([
      {
        action: 'CREATE_KEY',
        actor: `key:${technician}`,
        roles: 'TECHNICIAN',
        origin: 'API',
        municipality_code: '1861',
        fields: ['kind', 'label', 'municipality', 'scopes', 'expiresAt'],
      },
    ]);
    const { data, text } = await app.ask('technician', `{ apiKeys { ${fields} } }`);
    const shown = { ...key, lastUsedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) };
    expect(at(data, 'apiKeys')).toContainEqual(shown);
    expect(text).not.toContain(secret.slice(-43));
    const byId = 'query ($id: ID!) { node(id: $id) { ... on ApiKey { prefix } } }';
    const id = textAt(made, 'apiKey.id');
    expect((await app.ask('technician', byId, { id })).data).toEqual({
      node: { prefix: key.prefix },
    });
    expect((await app.ask('operator', byId, { id })).data).toEqual({ node: null });
  });

  test('replaces a key by another of the same kind, municipality and label; a third is refused', async () => {
    const same = { label: 'Tavlan' };
    const first = await create(same);
    const second = await create(same);
    for (const made of [first, second]) expect(await works(textAt(made, 'secret'))).toBe(true);
    const refused = {
      apiKey: null,
      secret: null,
      userErrors: [{ code: 'LIMIT', field: ['input', 'label'] }],
    };
    expect(await create(same)).toEqual(refused);
    expect(await create({ ...same, label: 'Tavlan 2' })).toMatchObject({ userErrors: [] });
    expect(await create({ ...same, municipalityCode: '1861' })).toMatchObject({ userErrors: [] });
    expect(await create({ ...same, kind: 'TECHNICIAN' })).toMatchObject({ userErrors: [] });
    await revoke(textAt(first, 'apiKey.id'));
    const third = await create(same);
    expect(third).toMatchObject({ userErrors: [] });
    expect(await create(same)).toEqual(refused);
  });

  test('and another one at the same time do not make a third', async () => {
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => create({ label: 'Samtidigt' })));
    const codes = made.flatMap((one) => at(one, 'userErrors.*.code'));
    expect(codes).toEqual(['LIMIT', 'LIMIT', 'LIMIT']);
  });

  test('revokes a key, once, and it is refused from the next second on', async () => {
    const made = await create({ label: 'Läckt' });
    const secret = textAt(made, 'secret');
    const id = textAt(made, 'apiKey.id');
    expect(await works(secret)).toBe(true);
    const revokedAt = app.clock.now().toISOString();
    const revoked = { apiKey: { revokedAt }, secret: null, userErrors: [] };
    expect(await revoke(id)).toMatchObject(revoked);
    app.clock.advance(1);
    expect(await works(secret)).toBe(false);
    expect(await revoke(id)).toMatchObject(revoked);
    const actions = (await audited(keyIdOf(secret) ?? '')).map((row) => at(row, 'action'));
    expect(actions).toEqual(['CREATE_KEY', 'REVOKE_KEY']);
  });

  test("'s key may revoke itself", async () => {
    const made = await create({ kind: 'TECHNICIAN', label: 'Funnen' });
    const secret = textAt(made, 'secret');
    expect(await revoke(textAt(made, 'apiKey.id'), secret)).toMatchObject({ userErrors: [] });
    app.clock.advance(1);
    expect(await works(secret)).toBe(false);
  });

  test('is told what a key cannot be, and nothing is made or recorded', async () => {
    const before = await listed();
    const { rows: recorded } = await db.query('select count(*) from audit_entry');
    const refused: [string, Record<string, unknown>][] = [
      ['INVALID label', { label: ' ' }],
      ['INVALID label', { label: 'Anna 191212121212' }],
      ['INVALID municipalityCode', { label: 'x', kind: 'INTRANET_KEY' }],
      ['NOT_FOUND municipalityCode', { label: 'x', municipalityCode: '9999' }],
      ['INVALID scopes', { label: 'x', scopes: ['LINE_WRITE'] }],
      ['INVALID expiresAt', { label: 'x', expiresAt: inDays(367) }],
      ['IN_PAST expiresAt', { label: 'x', expiresAt: inDays(-1) }],
    ];
    for (const [answer, input] of refused) {
      const [code, field] = answer.split(' ');
      const userErrors = [{ code, field: ['input', field] }];
      expect(await create(input)).toEqual({ apiKey: null, secret: null, userErrors });
    }
    for (const kind of ['OFFICER', 'EMPLOYEE', 'AUDITOR'])
      expect(await create({ label: 'x', kind })).toContain('BAD_USER_INPUT');
    expect(
      await revoke(Buffer.concat([Buffer.of(7), Buffer.alloc(16)]).toString('base64url')),
    ).toEqual({
      apiKey: null,
      secret: null,
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    expect(await listed()).toEqual(before);
    expect((await db.query('select count(*) from audit_entry')).rows).toEqual(recorded);
  });
});

test('no key is made or revoked that cannot be recorded', async () => {
  const made = await create({ label: 'Kvar' });
  const before = await listed();
  await db.query('alter table audit_entry rename to audit_entry_away');
  try {
    expect(await create({ label: 'Oantecknad' })).toContain('INTERNAL');
    expect(await revoke(textAt(made, 'apiKey.id'))).toContain('INTERNAL');
  } finally {
    await db.query('alter table audit_entry_away rename to audit_entry');
  }
  expect(await listed()).toEqual(before);
});

test('nobody but technicians sees, makes or revokes a key', async () => {
  const made = await create({ label: 'Orörd' });
  const id = textAt(made, 'apiKey.id');
  const others = Object.entries(await everyViewer(app)).filter(([name]) => name !== 'technician');
  expect(others.length).toBeGreaterThan(7);
  for (const [name, who] of others) {
    for (const answer of [await create({ label: 'Min' }, who), await revoke(id, who)])
      expect([name, answer]).toEqual([name, expect.stringContaining('FORBIDDEN')]);
    const { data, errors } = await app.ask(who, '{ apiKeys { prefix } }');
    expect([data, errors?.[0]?.extensions.code]).toEqual([{ apiKeys: null }, 'FORBIDDEN']);
  }
  expect(await works(textAt(made, 'secret'))).toBe(true);
});

test('a wrong secret and an unknown key are the same answer, and an expired key says so to its holder only', async () => {
  const made = await create({ label: 'Kort', expiresAt: inDays(1) });
  const secret = textAt(made, 'secret');
  const keyId = keyIdOf(secret) ?? '';
  const wrong = await app.ask(keyText('OPERATOR', keyId, 'A'.repeat(43)), '{ viewer { roles } }');
  const unknown = await app.ask(
    keyText('OPERATOR', 'AAAAAAAA', 'A'.repeat(43)),
    '{ viewer { roles } }',
  );
  expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
  expect(await works(secret)).toBe(true);
  app.clock.advance(86_400);
  expect((await app.ask(secret, '{ viewer { roles } }')).text).toContain('has expired');
  const wrongAfter = await app.ask(
    keyText('OPERATOR', keyId, 'A'.repeat(43)),
    '{ viewer { roles } }',
  );
  expect(wrongAfter.text).toBe(unknown.text);
});
