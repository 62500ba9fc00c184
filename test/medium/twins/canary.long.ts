import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { request } from 'node:http';
import type { TestApp } from '../../support/app.js';
import { startCuttingProxy, type CuttingProxy } from '../../support/cutting-proxy.js';
import { at, textAt, textsAt } from '../../support/json.js';
import { directoryStates } from '../../support/twins/directory-states.js';
import { factsOf, type Facts } from '../../support/twins/facts.js';
import { changes, questions, questionsOfSyncs } from '../../support/twins/families.js';
import { drawFrom } from '../../support/twins/family.js';
import { hallsbergWith, rut, rutEntries, signingIn } from '../../support/twins/hidden-person.js';
import { startOrigin, type Viewers } from '../../support/twins/origin.js';
import { startWorld, type World } from '../../support/twins/world.js';

/** What may be in nothing that the program writes: the person's name, numbers and mail address, in any writing. */
const canary = new RegExp(
  [
    'sandahl',
    Buffer.from(rut.displayName).toString('base64').slice(0, 12),
    ...[rut.direct, rut.mobile, rut.added].map((number) => number.slice('+46'.length)),
    '00 ?77 ?41',
    '174 ?06 ?90',
  ].join('|'),
  'i',
);

let app: TestApp;
let viewers: Viewers & { readonly officer: string; readonly self: string };
let facts: Facts;
let way: CuttingProxy;
let program: World;

beforeAll(async () => {
  const origin = await startOrigin();
  app = origin.app;
  viewers = {
    ...origin.viewers,
    officer: await app.token('officer', '1861'),
    self: await app.token('employee', '1861', signingIn.rut),
  };
  facts = await factsOf(app.databaseUrl);
  await app.app.close();
  const database = new URL(app.environment['DATABASE_URL'] ?? '');
  way = await startCuttingProxy(Number(database.port), null);
  database.port = String(way.port);
  const environment = { ...app.environment, DATABASE_URL: database.href };
  program = await startWorld('canary', environment, app.clock.now());
}, 120_000);
afterAll(async () => {
  await program.stop();
  await way.close();
  await app.stop();
});

/** A technician refuses every plan that waits. */
async function rejectPlans(): Promise<void> {
  const { technician = '' } = viewers;
  const { body } = await program.ask(technician, '{ heldPlans { hash samples { field } } }', {});
  const reject = 'mutation ($hash: String!) { rejectPlan(input: { hash: $hash }) { decided } }';
  for (const hash of textsAt(JSON.parse(body), 'data.heldPlans.*.hash'))
    await program.ask(technician, reject, { hash });
}

/** Everybody asks this. */
async function everybodyAsks(query: string, variables = {}): Promise<void> {
  await Promise.all(Object.values(viewers).map((key) => program.ask(key, query, variables)));
}

/** Sends something that is not as clients send it; what comes back is of no interest. */
function send(method: string, path: string, headers: Record<string, string>, body = '') {
  return new Promise<void>((done, failed) => {
    const sent = request(new URL(path, program.url), { method, headers }, (response) => {
      response.resume();
      response.on('end', done);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

async function protect(): Promise<void> {
  const { id } = facts.rut;
  const find = 'query ($id: ID!) { person(ref: { id: $id }) { version } }';
  const found: unknown = JSON.parse((await program.ask(viewers.officer, find, { id })).body);
  const raise = `mutation ($input: SetProtectionInput!) { setProtection(input: $input) { userErrors { code } } }`;
  const input = {
    personId: id,
    level: 'PROTECTED',
    caseReference: `KS ${rut.displayName}`,
    expectedVersion: textAt(found, 'data.person.version'),
  };
  const raised: unknown = JSON.parse((await program.ask(viewers.officer, raise, { input })).body);
  expect(at(raised, 'data.setProtection.userErrors')).toEqual([]);
}

async function askOfEveryKind(): Promise<void> {
  const draw = drawFrom(4_711);
  for (const { operations } of [...questions, ...questionsOfSyncs, ...changes]) {
    const all = operations(facts, draw);
    const few = all.filter((_, i) => i % Math.ceil(all.length / 3) === 0);
    for (const { query, variables } of few) await everybodyAsks(query, variables);
  }
}

async function askWrongly(): Promise<void> {
  const search =
    'query ($q: String!) { searchDirectory(query: $q) { edges { node { displayName } } } }';
  for (const q of [`${rut.displayName}\u0000`, `${rut.email}\ud800`, `${rut.familyName}%_\\`])
    await everybodyAsks(search, { q });
  const note = `${rut.displayName} 19121212-1212 \u0000 ${rut.mobile}`;
  const person = { email: rut.email };
  await everybodyAsks(
    'mutation ($input: SetAbsenceInput!) { setAbsence(input: $input) { userErrors { code } } }',
    { input: { person, reason: 'OTHER', note, endsAt: '0001-01-01T00:00:00Z' } },
  );
  await everybodyAsks(search, { q: [rut.displayName] });
  await everybodyAsks(`{ searchDirectory(query: "${rut.familyName}") { ${rut.familyName} } }`);
  await everybodyAsks(`{ ${rut.familyName}(mail: "${rut.email}`);
  await everybodyAsks(`{ lookupNumber(number: "${rut.direct}0000000") { label } }`);
  const { operator = '' } = viewers;
  const json = { 'content-type': 'application/json', authorization: `Bearer ${operator}` };
  await send('POST', '/graphql', json, `{"query": "${rut.email}`);
  await send('POST', '/graphql', { ...json, 'content-type': 'text/plain' }, rut.displayName);
  await send('POST', '/graphql', json, JSON.stringify([{ query: rut.email }]));
  await send('GET', `/graphql?query=${encodeURIComponent(`{${rut.familyName}}`)}`, json);
  await send('GET', `/${rut.email}/%zz`, json);
  await send(
    'POST',
    '/graphql',
    { ...json, 'x-request-id': rut.familyName },
    '{"query":"{__typename}"}',
  );
  await send('POST', '/graphql', { ...json, authorization: `Bearer ${rut.email}` }, '{}');
}

async function sync(text: string | null): Promise<string> {
  if (text === null) await app.stopDirectory('1861');
  else await app.changeDirectory('1861', () => text);
  await program.tell({ do: 'ADVANCE', seconds: 60 });
  return program.tell({ do: 'SYNC', code: '1861' });
}

async function syncOfEveryKind(): Promise<readonly string[]> {
  let plain = '';
  await app.changeDirectory('1861', (text) => (plain = text));
  const outcomes: string[] = [];
  for (const { rut: entry, edit = (text: string) => text } of directoryStates) {
    outcomes.push(await sync(edit(hallsbergWith(plain, entry))));
    for (const { operations } of questionsOfSyncs)
      for (const { query, variables } of operations(facts, drawFrom(1)))
        await program.ask(viewers['technician'] ?? '', query, variables ?? {});
  }
  const twice = hallsbergWith(
    plain,
    `${rutEntries.plain}\n${rutEntries.faulty.replace('uid=rut', 'uid=rut2')}`,
  );
  outcomes.push(await sync(twice));
  const personnummer = rutEntries.plain.replace(
    /employeeNumber: .*/,
    'employeeNumber: 19121212-1212',
  );
  outcomes.push(await sync(hallsbergWith(plain, personnummer)));
  outcomes.push(
    await sync(
      hallsbergWith(plain, rutEntries.plain.replace(/^mail: .*/m, `mail: ${rut.displayName}`)),
    ),
  );
  await rejectPlans();
  outcomes.push(await sync(null));
  await app.changeDirectory('1861', (text) => text);
  return outcomes;
}

test('with the log at its lowest level, the program writes no name, number or mail address of a PROTECTED person, whatever is asked, read or broken', async () => {
  await everybodyAsks(`{ person(ref: { email: "${rut.email}" }) { displayName } }`);
  await protect();
  await askOfEveryKind();
  await askWrongly();
  const outcomes = await syncOfEveryKind();
  expect(outcomes).toEqual(expect.arrayContaining(['HELD', 'FAILED', 'COMPLETED_WITH_ERRORS']));
  await way.close();
  await everybodyAsks(`{ searchDirectory(query: "${rut.displayName}") { edges { cursor } } }`);
  await everybodyAsks(`{ person(ref: { email: "${rut.email}" }) { id } }`);
  expect(await program.tell({ do: 'SYNC', code: '1861' }).catch(() => 'LOST')).toBe('LOST');
  const said = program.said();
  // Of output that is empty, or that names nobody by anything, the rest would prove nothing.
  expect(said.includes(`confidentiality.set person=${facts.rut.uuid}`)).toBe(true);
  for (const code of ['sync.held', 'sync.failed', 'sync.plan_rejected', 'web.fault'])
    expect([code, said.includes(code)]).toEqual([code, true]);
  expect(said.split('\n').filter((line) => canary.test(line))).toEqual([]);
  expect(canary.test(`${rut.givenName} ${rut.familyName}`)).toBe(true);
}, 300_000);
