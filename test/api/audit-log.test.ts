import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { parseGlobalId } from '../../src/kernel/ids.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';

let app: TestApp;
let db: Client;
const viewers: Record<string, string> = {};

/** OPEN, PROTECTED. */
const anna = 'anna-karin.lindblad@hallsberg.test';
const erik = 'erik.bjorkman@hallsberg.test';
const eva = 'eva.sundin@hallsberg.test';

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  Object.assign(viewers, app.keys, {
    officer: await app.token('officer', '1861'),
    auditor: await app.token('auditor', '1861'),
    auditorLaxa: await app.token('auditor', '1860'),
    anna: await app.token('employee', '1861', '40103'),
    eva: await app.token('employee', '1861', '40116'),
  });
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});
beforeEach(() => db.query('truncate audit_entry, audit_seal'));

const ask = (who: string, query: string, variables?: Record<string, unknown>) =>
  app.ask(viewers[who] ?? '', query, variables);
const person = (email: string, fields = 'id') =>
  `{ person(ref: { email: "${email}" }) { ${fields} } }`;

/** What was recorded, in order: action, about whom, fields, purpose. */
async function recorded(): Promise<readonly string[]> {
  const { rows } = await db.query<{ text: string }>(
    `select concat_ws(' ', e.municipality_code, e.roles, e.action, split_part(p.email, '@', 1),
         nullif(array_to_string(e.fields, ','), ''), e.purpose) as text
       from audit_entry e left join person p on p.id = e.about order by e.id`,
  );
  return rows.map(({ text }) => text);
}

async function change(who: string, mutation: string, input: Record<string, unknown>) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code field } } }`;
  const answer = await ask(who, query, { input });
  return at(answer.data, `${mutation}.userErrors`) ?? at(answer, 'errors.*.extensions.code');
}

async function idOf(who: string, email: string): Promise<string> {
  return textAt((await ask(who, person(email))).data, 'person.id');
}

describe('the record is read', () => {
  const log = (filter: string) =>
    `{ auditLog${filter} { edges { cursor node { at actor roles action personId objectId fields purpose sealHash } } pageInfo { hasNextPage endCursor } } }`;
  const actions = (answer: unknown) => at(answer, 'data.auditLog.edges.*.node.action');

  test("by the own municipality's auditors, the newest first and page by page; by nobody else", async () => {
    for (const reason of ['MEETING', 'LUNCH', 'ERRAND'])
      expect(await change('operator', 'setAbsence', { person: { email: anna }, reason })).toEqual(
        [],
      );
    const id = await idOf('operator', anna);
    const first = await ask('auditor', log('(first: 2)'));
    expect(at(first.data, 'auditLog.edges.*.node.personId')).toEqual([id, id]);
    const after = textAt(first.data, 'auditLog.pageInfo.endCursor');
    const rest = await ask('auditor', log(`(first: 2, after: "${after}")`));
    expect(at(rest.data, 'auditLog.edges')).toHaveLength(1);
    expect(at(rest.data, 'auditLog.pageInfo.hasNextPage')).toBe(false);
    const objects = [first, rest].flatMap(({ data }) => at(data, 'auditLog.edges.*.node.objectId'));
    const kept = await db.query<{ object: string }>(
      'select object from audit_entry order by id desc',
    );
    expect(objects).toEqual(kept.rows.map(({ object }) => object));
    expect(at((await ask('auditorLaxa', log(''))).data, 'auditLog.edges')).toEqual([]);
    expect(
      at(await ask('auditorLaxa', log(`(after: "${after}")`)), 'errors.*.extensions.code'),
    ).toEqual(['BAD_USER_INPUT']);
    for (const who of ['operator', 'technician', 'officer', 'anna', 'phoneSystem'])
      expect(at(await ask(who, log('')), 'errors.*.extensions.code')).toEqual(['FORBIDDEN']);
  });

  test('by what it is about, and by time', async () => {
    await change('operator', 'setAbsence', { person: { email: anna }, reason: 'MEETING' });
    app.clock.advance(3_600);
    const between = app.clock.now().toISOString();
    await change('operator', 'setAbsence', { person: { email: erik }, reason: 'MEETING' });
    const id = await idOf('operator', erik);
    const objectId = textAt(
      (await ask('auditor', log(`(objectId: "${id}")`))).data,
      'auditLog.edges.0.node.objectId',
    );
    expect(actions(await ask('auditor', log(`(objectId: "${objectId}")`)))).toEqual([
      'SET_ABSENCE',
    ]);
    expect(
      at(
        (await ask('auditor', log(`(from: "${between}")`))).data,
        'auditLog.edges.*.node.personId',
      ),
    ).toEqual([id]);
    expect(
      at((await ask('auditor', log(`(to: "${between}")`))).data, 'auditLog.edges'),
    ).toHaveLength(1);
  });

  test('names nobody PROTECTED, unless a case is given, which is recorded first', async () => {
    const id = await idOf('officer', eva);
    await change('eva', 'setAbsence', { person: { email: eva }, reason: 'MEETING' });
    const blind = await ask('auditor', log(''));
    expect(actions(blind)).toEqual(['SET_ABSENCE', 'READ_PROTECTED']);
    expect(at(blind.data, 'auditLog.edges.*.node.personId')).toEqual([null, null]);
    expect(at(blind.data, 'auditLog.edges.*.node.objectId')).toEqual([null, null]);
    // Asked by her id, or by that of her absence, it says as much as of nobody.
    const { rows } = await db.query<{ object: string }>(
      'select object from audit_entry where object is not null',
    );
    for (const one of [id, rows[0]?.object]) {
      const { data } = await ask('auditor', log(`(objectId: "${one}")`));
      expect(at(data, 'auditLog.edges')).toEqual([]);
    }
    const named = await ask('auditor', log(`(objectId: "${id}", caseReference: "KS 2026-7")`));
    expect(at(named.data, 'auditLog.edges.0.node')).toMatchObject({
      action: 'READ_AUDIT',
      purpose: 'KS 2026-7',
      personId: id,
    });
    expect(at(named.data, 'auditLog.edges.1.node.personId')).toBe(id);
    for (const none of ['', ' ', 'x'.repeat(101), '811218-9876'])
      expect(
        at(await ask('auditor', log(`(caseReference: "${none}")`)), 'errors.*.extensions.code'),
      ).toEqual(['BAD_USER_INPUT']);
  });

  test('with the hash of the seal, when there is one', async () => {
    const { SealRows } = await import('../../src/audit/seal-rows.js');
    await change('operator', 'setAbsence', { person: { email: anna }, reason: 'MEETING' });
    const hash = async () =>
      at((await ask('auditor', log(''))).data, 'auditLog.edges.0.node.sealHash');
    expect(await hash()).toBeNull();
    await app.app.get(SealRows, { strict: false }).everything();
    const { rows } = await db.query<{ hash: string }>('select hash from audit_seal');
    expect(await hash()).toBe(rows[0]?.hash);
  });
});

describe('who read a person', () => {
  const access = (id: string) =>
    `{ accessLog(personId: "${id}") { edges { node { at action roles municipality { code } actor fields purpose } } pageInfo { hasNextPage } } }`;

  test('is told to the person, without who it was, and to auditors of the municipality, which is recorded', async () => {
    const id = await idOf('officer', eva);
    const own = await ask('eva', access(id));
    expect(at(own.data, 'accessLog.edges.*.node')).toEqual([
      {
        at: app.clock.now().toISOString(),
        action: 'READ_PROTECTED',
        roles: 'EMPLOYEE OFFICER',
        municipality: { code: '1861' },
        actor: null,
        fields: ['Person'],
        purpose: null,
      },
    ]);
    const seen = await ask('auditor', access(id));
    expect(at(seen.data, 'accessLog.edges.0.node.actor')).toMatch(/^token:/);
    expect((await recorded()).at(-1)).toBe('1861 AUDITOR EMPLOYEE READ_AUDIT eva.sundin');
  });

  test('is for anybody else what it is of somebody who does not exist', async () => {
    const id = await idOf('officer', eva);
    const nobody = id.slice(0, -4) + (id.endsWith('AAAA') ? 'AAAE' : 'AAAA');
    expect(parseGlobalId(nobody)).not.toBeNull();
    for (const who of ['anna', 'officer', 'auditorLaxa']) {
      const [real, none] = [await ask(who, access(id)), await ask(who, access(nobody))];
      expect(real.text).toBe(none.text);
      expect(at(real.data, 'accessLog.edges')).toEqual([]);
    }
  });
});
