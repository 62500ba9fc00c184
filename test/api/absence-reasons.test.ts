import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../support/app.js';
import { at } from '../support/json.js';
import { everyViewer } from '../support/viewers.js';

let app: TestApp;
let db: Client;
let officer: string;
let anna: string;
const annaMail = 'anna-karin.lindblad@hallsberg.test';

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  officer = await app.token('officer', '1861');
  anna = await app.token('employee', '1861', '40103');
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

type Setting = Record<string, unknown>;
const fields = 'reason inUse labelSv labelEn digit letterCode';

async function reasonsOf(code: string, who = 'operator'): Promise<readonly Setting[]> {
  const { data } = await app.ask(who, `{ municipalities { code absenceReasons { ${fields} } } }`);
  const all = at(data, 'municipalities') as { code: string; absenceReasons: Setting[] }[];
  return all.find((one) => one.code === code)?.absenceReasons ?? [];
}

async function settingOf(code: string, reason: string): Promise<Setting> {
  const found = (await reasonsOf(code)).find((one) => one['reason'] === reason);
  if (found === undefined) throw new Error(`${code} has no ${reason}.`);
  return found;
}

async function versionOf(code: string): Promise<unknown> {
  const { data } = await app.ask('technician', '{ municipalities { code settings { version } } }');
  const all = at(data, 'municipalities') as { code: string; settings: { version: string } }[];
  return all.find((one) => one.code === code)?.settings.version;
}

/** Changes some fields of one reason of Hallsberg. */
async function set(reason: string, change: Setting, who = officer, expectedVersion?: string) {
  const query = `mutation ($input: SetAbsenceReasonsInput!) { setAbsenceReasons(input: $input) { municipality { code absenceReasons { ${fields} } } userErrors { code field } } }`;
  const reasons = [{ ...(await settingOf('1861', reason)), ...change }];
  const version = expectedVersion ?? (await versionOf('1861'));
  const input = { municipalityCode: '1861', reasons, expectedVersion: version };
  const { data, text } = await app.ask(who, query, { input });
  return at(data, 'setAbsenceReasons') ?? text;
}

async function recorded() {
  const { rows } = await db.query(
    `select municipality_code, fields from audit_entry where action = 'SET_ABSENCE_REASONS' order by id`,
  );
  return rows as readonly Setting[];
}

const refusal = (code: string, ...field: string[]) => ({
  municipality: null,
  userErrors: [{ code, field: ['input', ...field] }],
});

describe('P15: the reasons for absence of a municipality', () => {
  test('are the standard ones first, in the order of the closed list, for everybody who is let in', async () => {
    const standard = await reasonsOf('1861');
    expect(standard).toHaveLength(13);
    expect(standard[0]).toEqual({
      reason: 'LUNCH',
      inUse: true,
      labelSv: 'Lunch',
      labelEn: 'Lunch',
      digit: '0',
      letterCode: 'LUN',
    });
    expect(standard.at(-1)).toMatchObject({ reason: 'OTHER', labelSv: 'Ej anträffbar' });
    for (const who of Object.values(await everyViewer(app)))
      expect(await reasonsOf('1861', who)).toEqual(standard);
  });

  test('are changed by its officer for that municipality alone, and recorded without values', async () => {
    const before = await reasonsOf('1860');
    const changed = await set('BREAK', { labelSv: 'Fika', letterCode: 'fik' });
    const fika = { reason: 'BREAK', labelSv: 'Fika', labelEn: 'Break', letterCode: 'FIK' };
    expect(changed).toMatchObject({ municipality: { code: '1861' }, userErrors: [] });
    expect(await settingOf('1861', 'BREAK')).toMatchObject(fika);
    expect(await reasonsOf('1860')).toEqual(before);
    const record = {
      municipality_code: '1861',
      fields: ['BREAK.labelSv', 'BREAK.letterCode'],
    };
    expect(await recorded()).toEqual([record]);
    // What changes nothing is neither a new version nor a record.
    const version = await versionOf('1861');
    await set('BREAK', {});
    expect([await versionOf('1861'), await recorded()]).toEqual([version, [record]]);
  });

  test('are changed by a technician, since digits are those of the telephone system', async () => {
    expect(await set('BREAK', { digit: null, labelSv: 'Rast' }, 'technician')).toMatchObject({
      userErrors: [],
    });
  });

  test('are not there to change for anybody else', async () => {
    const elsewhere = await app.token('officer', '1860');
    expect(await set('BREAK', { labelSv: 'Paus' }, elsewhere)).toEqual(
      refusal('NOT_FOUND', 'municipalityCode'),
    );
    for (const who of ['operator', anna, 'intranetHallsberg'])
      expect(await set('BREAK', { labelSv: 'Paus' }, who)).toContain('FORBIDDEN');
    expect(await settingOf('1861', 'BREAK')).toMatchObject({ labelSv: 'Rast' });
  });

  test('are refused with code and path, and then nothing has changed', async () => {
    const before = [await reasonsOf('1861'), await recorded()];
    const refusals: readonly [string, Setting, string, string][] = [
      ['LEAVE', { labelSv: 'Föräldraledig' }, 'INVALID', 'labelSv'],
      ['LEAVE', { labelEn: 'Sick leave' }, 'INVALID', 'labelEn'],
      ['LEAVE', { letterCode: 'VAB' }, 'INVALID', 'letterCode'],
      ['LEAVE', { digit: '3' }, 'INVALID', 'digit'],
      ['LEAVE', { labelSv: '' }, 'INVALID', 'labelSv'],
      ['LEAVE', { labelSv: 'x'.repeat(41) }, 'TOO_LONG', 'labelSv'],
      ['OTHER', { inUse: false }, 'INVALID', 'inUse'],
    ];
    for (const [reason, change, code, field] of refusals)
      expect(await set(reason, change)).toEqual(refusal(code, 'reasons', '0', field));
    expect(await set('LEAVE', { labelSv: 'Tjänstledig' }, officer, '1')).toEqual(
      refusal('CONFLICT', 'expectedVersion'),
    );
    expect([await reasonsOf('1861'), await recorded()]).toEqual(before);
  });

  test('are not changed when that cannot be recorded', async () => {
    const before = await reasonsOf('1861');
    await db.query('alter table audit_entry rename to audit_entry_away');
    try {
      expect(await set('BREAK', { labelSv: 'Paus' })).toContain('INTERNAL');
    } finally {
      await db.query('alter table audit_entry_away rename to audit_entry');
    }
    expect(await reasonsOf('1861')).toEqual(before);
  });
});

async function setAbsence(input: Setting, who = anna) {
  const query = `mutation ($input: SetAbsenceInput!) { setAbsence(input: $input) { absence { id reason note } userErrors { code field message } } }`;
  const { data, text } = await app.ask(who, query, {
    input: { person: { email: annaMail }, reason: 'MEETING', ...input },
  });
  return at(data, 'setAbsence') ?? text;
}

describe('P17: an absence', () => {
  test('is of a reason that the own municipality has in use', async () => {
    await set('COURSE', { inUse: false });
    expect((await reasonsOf('1861')).at(-1)).toMatchObject({ reason: 'COURSE', inUse: false });
    expect(await setAbsence({ reason: 'COURSE' })).toMatchObject({
      absence: null,
      userErrors: [{ code: 'NOT_ALLOWED', field: ['input', 'reason'] }],
    });
    const laxa = { municipalityCode: '1860', employeeId: '60103' };
    expect(
      await setAbsence({ person: { employee: laxa }, reason: 'COURSE' }, 'operator'),
    ).toMatchObject({ absence: { reason: 'COURSE' }, userErrors: [] });
    await set('COURSE', { inUse: true });
  });

  test('has no note that tells of health, family or union, and the refusal does not repeat it', async () => {
    for (const note of ['hemma med magsjuk son', 'VAB', 'föräldraledig', 'facklig kurs']) {
      const result = await setAbsence({ note });
      expect(result).toMatchObject({
        absence: null,
        userErrors: [{ code: 'INVALID', field: ['input', 'note'] }],
      });
      expect(JSON.stringify(result)).not.toContain(note);
    }
    const { rows } = await db.query(`select 1 from absence where note ilike '%sjuk%'`);
    expect(rows).toEqual([]);
  });
});
