import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { keyIdOf } from '../../../src/identity/api-key.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at } from '../../support/json.js';
import { keysIn } from '../../support/keys-in.js';
import { startProgram, type Program } from '../../support/program.js';

/** How soon a revocation reaches every process. */
const second = 1_000;
let app: TestApp;
let db: Client;
let programs: readonly [Program, Program];

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  const starting = [startProgram(app.environment), startProgram(app.environment)] as const;
  programs = await Promise.all(starting);
}, 120_000);
afterAll(async () => {
  await Promise.all(programs.map((program) => program.stop()));
  await db.end();
  await app.stop();
}, 60_000);

async function ask({ url }: Program, key: string, query: string, variables = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: await response.json() };
}

const makeKey = (label: string, seconds = 3_600) =>
  app.makeKey({
    role: 'OPERATOR',
    label,
    municipality: null,
    scopes: [],
    expiresAt: new Date(Date.now() + seconds * 1000),
  });

/** Asks again and again, so that the key is always remembered; when each question was sent, and how it ended. */
async function keepAsking(program: Program, key: string, until: () => boolean) {
  const answers: { readonly sentAt: number; readonly status: number }[] = [];
  while (!until()) {
    const sentAt = performance.timeOrigin + performance.now();
    const { status } = await ask(program, key, '{ viewer { roles } }');
    answers.push({ sentAt, status });
    await pause(10);
  }
  return answers;
}

/** Asks both programs while `stopping` ends the key's life; when it ended, and what was answered before and after. */
async function whileAsking(key: string, stopping: () => Promise<number>) {
  let over = false;
  // The first questions of a program take longer than the rest.
  for (const program of programs)
    for (let i = 0; i < 5; i += 1) await ask(program, key, '{ viewer { roles } }');
  const asking = programs.map((program) => keepAsking(program, key, () => over));
  await pause(500);
  const endedAt = await stopping();
  await pause(2 * second);
  over = true;
  return { endedAt, answers: await Promise.all(asking) };
}

test('a revocation reaches both programs within a second of its commit, and for good', async () => {
  const key = await makeKey('Två program');
  const { endedAt, answers } = await whileAsking(key, async () => {
    await db.query('begin');
    await db.query('update api_key set revoked_at = $1 where key_id = $2', [
      new Date(),
      keyIdOf(key),
    ]);
    await db.query('commit');
    return performance.timeOrigin + performance.now();
  });
  for (const each of answers) {
    const before = each.filter(({ sentAt }) => sentAt < endedAt - 100);
    const after = each.filter(({ sentAt }) => sentAt >= endedAt + second);
    expect(before.length).toBeGreaterThan(2);
    expect(after.length).toBeGreaterThan(2);
    expect(new Set(before.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(after.map(({ status }) => status))).toEqual(new Set([401]));
  }
}, 30_000);

test('a key that is revoked in one program is refused in the other', async () => {
  const [one, other] = programs;
  const key = await makeKey('I det andra');
  const technician = app.keys['technician'] ?? '';
  expect((await ask(other, key, '{ viewer { roles } }')).status).toBe(200);
  const { body } = await ask(one, technician, '{ apiKeys { id prefix } }');
  const keys = at(body, 'data.apiKeys') as readonly { id: string; prefix: string }[];
  const id = keys.find(({ prefix }) => key.startsWith(prefix))?.id;
  const revoke =
    'mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { revokedAt } userErrors { code } } }';
  const revoked = await ask(one, technician, revoke, { id });
  expect(at(revoked.body, 'data.revokeApiKey.userErrors')).toEqual([]);
  await pause(second);
  for (const program of programs)
    expect((await ask(program, key, '{ viewer { roles } }')).status).toBe(401);
}, 30_000);

test('a key stops at its expiry in both programs, though both have it in memory', async () => {
  const key = await makeKey('Går ut', 6);
  const { rows } = await db.query('select expires_at from api_key where key_id = $1', [
    keyIdOf(key),
  ]);
  const expiresAt = (rows as { expires_at: Date }[])[0]?.expires_at.getTime() ?? 0;
  const { answers } = await whileAsking(key, async () => {
    await pause(Math.max(0, expiresAt - Date.now()));
    return expiresAt;
  });
  for (const each of answers) {
    const after = each.filter(({ sentAt }) => sentAt > expiresAt + 5);
    expect(each.filter(({ status }) => status === 200).length).toBeGreaterThan(2);
    expect(after.length).toBeGreaterThan(2);
    expect(new Set(after.map(({ status }) => status))).toEqual(new Set([401]));
  }
}, 30_000);

test('a day of use is kept once, however many ask, and no request waits for it', async () => {
  const key = await makeKey('Använd');
  const lock = new Client({ connectionString: app.databaseUrl });
  await lock.connect();
  try {
    // Somebody holds the row: the write waits, and nobody else does.
    await lock.query('begin');
    await lock.query('select 1 from api_key where key_id = $1 for update', [keyIdOf(key)]);
    for (const program of programs)
      expect((await ask(program, key, '{ viewer { roles } }')).status).toBe(200);
    await lock.query('rollback');
  } finally {
    await lock.end();
  }
  const kept = async () =>
    (
      await db.query(
        'select last_used_on::text as day, xmin::text from api_key where key_id = $1',
        [keyIdOf(key)],
      )
    ).rows as readonly { day: string | null; xmin: string }[];
  for (let tries = 0; (await kept())[0]?.day === null && tries < 100; tries += 1) await pause(50);
  const first = await kept();
  expect(first).toEqual([
    { day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), xmin: expect.any(String) },
  ]);
  for (let round = 0; round < 10; round += 1)
    for (const program of programs) await ask(program, key, '{ viewer { roles } }');
  await pause(200);
  expect(await kept()).toEqual(first);
}, 30_000);

test('no key stands in the database or in what the programs write', async () => {
  const [one] = programs;
  const made = await ask(
    one,
    app.keys['technician'] ?? '',
    `mutation { createApiKey(input: { kind: OPERATOR, label: "Loggen", expiresAt: "${new Date(Date.now() + 60_000).toISOString()}" }) { secret } }`,
  );
  const secret = String(at(made.body, 'data.createApiKey.secret'));
  const keyId = keyIdOf(secret) ?? '';
  // A key where none belongs: in the question, in the address, and in a text that is no question.
  await ask(one, secret, `{ ${secret} }`);
  await ask(one, secret, '{ viewer { roles } }', { [secret]: secret });
  await fetch(`${one.url}/graphql?key=${secret}`, { method: 'POST', body: secret });
  const { rows: tables } = await db.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  let dump = '';
  for (const { name } of tables)
    dump += (
      await db.query(`select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`)
    ).rows
      .map((row) => (row as { text: string }).text)
      .join(' ');
  const said = programs.map((program) => program.said()).join('\n');
  for (const text of [dump, said]) {
    expect(text).toContain(keyId);
    expect(keysIn(text)).toEqual([]);
    expect(text).not.toContain(secret.slice(16, -6));
  }
}, 30_000);
