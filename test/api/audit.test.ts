import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
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

describe('a change is recorded with it, by the names of what changed', () => {
  test('absences: set, changed, set again as it is, ended', async () => {
    const set = `mutation ($input: SetAbsenceInput!) { setAbsence(input: $input) { absence { id } } }`;
    const input = { person: { email: anna }, reason: 'MEETING', endsAt: '2030-01-01T00:00:00Z' };
    const made = await ask('operator', set, { input });
    const id = textAt(made.data, 'setAbsence.absence.id');
    expect(
      await change('operator', 'setAbsence', { ...input, id, note: 'Ring efter lunch' }),
    ).toEqual([]);
    expect(
      await change('operator', 'setAbsence', { ...input, id, note: 'Ring efter lunch' }),
    ).toEqual([]);
    app.clock.advance(60);
    expect(await change('operator', 'endAbsence', { id })).toEqual([]);
    expect(await change('operator', 'endAbsence', { id })).toMatchObject([{ code: 'NOT_FOUND' }]);
    const all = 'reason,startsAt,endsAt,endsAtPrecision,phoneRings,note,referral,source,recurrence';
    expect(await recorded()).toEqual([
      `1861 OPERATOR SET_ABSENCE anna-karin.lindblad ${all}`,
      '1861 OPERATOR SET_ABSENCE anna-karin.lindblad note',
      '1861 OPERATOR END_ABSENCE anna-karin.lindblad endsAt,note',
    ]);
    const { rows } = await db.query('select distinct object, actor, origin from audit_entry');
    expect(rows).toEqual([{ object: id, actor: expect.stringMatching(/^key:/), origin: 'API' }]);
  });

  test('forwardings: set, set again as it is, changed, stopped', async () => {
    const set = `mutation ($input: SetForwardingInput!) { setForwarding(input: $input) { forwarding { id } } }`;
    const input = { person: { email: anna }, condition: 'BUSY', target: { voicemail: true } };
    const id = textAt((await ask('operator', set, { input })).data, 'setForwarding.forwarding.id');
    expect(await change('operator', 'setForwarding', input)).toEqual([]);
    const other = { ...input, target: { switchboard: true } };
    expect(await change('operator', 'setForwarding', other)).toEqual([]);
    expect(await change('operator', 'clearForwarding', { id })).toEqual([]);
    const all = 'condition,origin,layer,noAnswerSeconds,target,active,validUntil,source';
    expect(await recorded()).toEqual([
      `1861 OPERATOR SET_FORWARDING anna-karin.lindblad ${all}`,
      '1861 OPERATOR SET_FORWARDING anna-karin.lindblad target',
      `1861 OPERATOR CLEAR_FORWARDING anna-karin.lindblad ${all}`,
    ]);
  });

  test('numbers: what changes nothing is no change, and makes no version', async () => {
    const version = async () =>
      textAt((await ask('technician', person(anna, 'version'))).data, 'person.version');
    const numbers = {
      person: { email: anna },
      mobile: '+46701740699',
      mobileAudience: 'COOPERATION',
    };
    const first = await version();
    const mutation = { ...numbers, expectedVersion: first };
    expect(await change('technician', 'setNumbers', mutation)).toEqual([]);
    expect(await change('technician', 'setNumbers', mutation)).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    const second = await version();
    expect(second).not.toBe(first);
    const again = { ...numbers, expectedVersion: second };
    expect(await change('technician', 'setNumbers', again)).toEqual([]);
    expect(await version()).toBe(second);
    expect(await recorded()).toEqual([
      '1861 TECHNICIAN SET_NUMBERS anna-karin.lindblad mobile,mobileAudience',
    ]);
  });

  test('a level that is raised, with the reference to the case; a refusal is none', async () => {
    const { data } = await ask('officer', person(erik, 'id version'));
    const input = { personId: at(data, 'person.id'), expectedVersion: at(data, 'person.version') };
    const raise = { ...input, level: 'RESTRICTED', caseReference: 'KS 2026-118' };
    expect(await change('technician', 'setProtection', raise)).toEqual(['FORBIDDEN']);
    expect(await change('officer', 'setProtection', raise)).toEqual([]);
    expect(await recorded()).toEqual([
      '1861 EMPLOYEE OFFICER RAISE_LEVEL erik.bjorkman protectionLevel KS 2026-118',
    ]);
    await db.query(
      `update person_local l set protection_level = 'OPEN' from person p where p.id = l.person_id and p.email = '${erik}'`,
    );
  });

  test('a sync that is asked for, once', async () => {
    const input = { municipalityCode: '1861', dryRun: true };
    expect(await change('technician', 'startSync', input)).toEqual([]);
    expect(await change('technician', 'startSync', input)).toEqual([]);
    expect(await recorded()).toEqual(['1861 TECHNICIAN REQUEST_SYNC']);
  });

  test('a decision on a held plan, in the record of its municipality', async () => {
    await db.query(
      `insert into held_plan (id, municipality_code, source_id, hash, rules, held, held_at)
       select gen_random_uuid(), '1861', 'hallsberg', hash, '{}', '{}', $1
         from unnest(array['a1', 'b2']) as hash`,
      [app.clock.now()],
    );
    const decide = (verb: string, hash: string) =>
      ask('technician', `mutation { ${verb}(input: { hash: "${hash}" }) { decided } }`);
    await decide('approvePlan', 'a1');
    await decide('rejectPlan', 'b2');
    await decide('rejectPlan', 'b2');
    expect(await recorded()).toEqual([
      '1861 TECHNICIAN APPROVE_PLAN',
      '1861 TECHNICIAN REJECT_PLAN',
    ]);
  });

  test('P22: a state of a line leaves no trail', async () => {
    const lines = `[{ number: "+46582001234", status: IDLE, observedAt: "${app.clock.now().toISOString()}", reportSeq: "1" }]`;
    const { data } = await ask(
      'phoneSystem',
      `mutation { reportLines(input: { dialPlan: "sydnarke.test", lines: ${lines} }) { acceptedCount } }`,
    );
    expect(at(data, 'reportLines.acceptedCount')).toBe(1);
    expect(await recorded()).toEqual([]);
  });
});

describe('reading somebody PROTECTED is recorded before the answer', () => {
  const read = '1861 EMPLOYEE OFFICER READ_PROTECTED eva.sundin Person';

  test('however an officer comes to her: by reference, by id, by search, as a manager', async () => {
    const id = await idOf('officer', eva);
    const ways = [
      `{ node(id: "${id}") { id } }`,
      '{ searchDirectory(query: "sundin") { edges { node { id } } } }',
      '{ lookupNumber(number: "+46582001252") { label } }',
    ];
    for (const query of ways) expect((await ask('officer', query)).text).not.toContain('errors');
    expect(await recorded()).toEqual([read, read, read, read]);
    await db.query('truncate audit_entry');
    await db.query(
      `update person set manager_id = (select id from person where email = $1) where email = $2`,
      [eva, anna],
    );
    const { text } = await ask('officer', person(anna, 'manager { displayName }'));
    expect(text).toContain('Eva Sundin');
    expect(await recorded()).toEqual([read]);
  });

  test('but not by herself, and nothing is recorded of those for whom she does not exist', async () => {
    await ask('eva', person(eva, 'displayName'));
    for (const who of ['operator', 'technician', 'anna', 'auditor']) {
      await ask(who, person(eva, 'displayName'));
      await ask(who, '{ searchDirectory(query: "sundin") { edges { node { id } } } }');
    }
    await ask('officer', person(anna, 'title'));
    expect(await recorded()).toEqual([]);
  });
});

describe('what cannot be recorded is refused whole', () => {
  const role = async () =>
    decodeURIComponent(new URL(app.environment['DATABASE_URL'] ?? '').username);

  test('E7: no change is half done, no protected person is shown, and other reads go on', async () => {
    const before = await db.query('select count(*)::int from absence');
    await db.query(`revoke insert on audit_entry from ${await role()}`);
    try {
      const absence = { person: { email: anna }, reason: 'MEETING' };
      expect(await change('operator', 'setAbsence', absence)).toEqual(['INTERNAL']);
      const forwarding = {
        person: { email: anna },
        condition: 'BUSY',
        target: { voicemail: true },
      };
      expect(await change('operator', 'setForwarding', forwarding)).toEqual(['INTERNAL']);
      const { data } = await ask('officer', person(anna, 'id version'));
      const local = { expectedVersion: at(data, 'person.version') };
      const numbers = { ...local, person: { email: anna }, direct: '+46582000999' };
      expect(await change('technician', 'setNumbers', numbers)).toEqual(['INTERNAL']);
      const level = {
        ...local,
        personId: at(data, 'person.id'),
        level: 'PROTECTED',
        caseReference: 'K',
      };
      expect(await change('officer', 'setProtection', level)).toEqual(['INTERNAL']);
      const sync = { municipalityCode: '1860', dryRun: true };
      expect(await change('technician', 'startSync', sync)).toEqual(['INTERNAL']);
      const hidden = await ask('officer', person(eva, 'displayName'));
      expect(hidden.data).toEqual({ person: null });
      expect(at(hidden, 'errors.*.extensions.code')).toEqual(['INTERNAL']);
      expect(hidden.text).not.toContain('Sundin');
      expect((await ask('operator', person(anna, 'displayName'))).text).toContain('Lindblad');
    } finally {
      await db.query(`grant insert on audit_entry to ${await role()}`);
    }
    expect((await db.query('select count(*)::int from absence')).rows).toEqual(before.rows);
    const left = await db.query(
      `select (select count(*) from forwarding f join person p on p.id = f.person_id where p.email = $1)::int as forwardings,
          (select count(*) from sync_run where municipality_code = '1860' and status = 'QUEUED')::int as runs,
          (select protection_level from person_local l join person p on p.id = l.person_id where p.email = $1) as level,
          exists (select from phone_number where e164 = '+46582000999') as number`,
      [anna],
    );
    expect(left.rows).toEqual([{ forwardings: 0, runs: 0, level: 'OPEN', number: false }]);
  });

  test('a disk that is full is the same: an error from the record undoes the change', async () => {
    await db.query(`create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$`);
    await db.query(
      'create trigger full_disk before insert on audit_entry for each row execute function full_disk()',
    );
    try {
      const absence = { person: { email: anna }, reason: 'LUNCH' };
      expect(await change('operator', 'setAbsence', absence)).toEqual(['INTERNAL']);
      expect((await ask('officer', person(eva, 'displayName'))).data).toEqual({ person: null });
    } finally {
      await db.query('drop trigger full_disk on audit_entry');
      await db.query('drop function full_disk');
    }
    const { rows } = await db.query(`select 1 from absence where reason = 'LUNCH'`);
    expect(rows).toEqual([]);
  });
});
