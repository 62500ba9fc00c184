import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../support/app.js';
import { at } from '../support/json.js';
import { retention, settingsIn, type SettingsTest } from '../support/settings.js';
import { everyViewer } from '../support/viewers.js';

let app: TestApp;
let db: Client;
let settings: SettingsTest;
let elsewhere: string;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  settings = settingsIn(app, await app.token('officer', '1861'));
  elsewhere = await app.token('officer', '1860');
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

async function recorded() {
  const { rows } = await db.query(
    `select municipality_code, roles, origin, object, fields from audit_entry where action = 'SET_SETTINGS' order by id`,
  );
  return rows as readonly Record<string, unknown>[];
}

const refusal = (code: string, ...field: string[]) => ({
  settings: null,
  userErrors: [{ code, field: ['input', ...field] }],
});
const bare = {
  mobileVisibility: 'OWN_MUNICIPALITY',
  outsideForwarding: false,
  retention: null,
  bestReachedDepartments: [],
  version: '1',
};

describe('the settings of a municipality', () => {
  test('are what the directories file said first, and nothing is erased', async () => {
    for (const code of ['1861', '1860', '1882'])
      expect(await settings.of(code, 'technician')).toEqual(bare);
  });

  test('are for its officers, and for technicians; for others there are none', async () => {
    const see: string[] = [];
    for (const [name, who] of Object.entries(await everyViewer(app)))
      if ((await settings.of('1861', who)) !== null) see.push(name);
    expect(see.toSorted()).toEqual(['officerHallsberg', 'technician']);
  });

  test('are changed by its officer, with a record that names fields and no values', async () => {
    const changed = await settings.set({
      mobileVisibility: 'COOPERATION',
      retention: { ...retention, leaversAfterDays: 365 },
    });
    const whole = { ...retention, leaversAfterDays: 365 };
    const now = {
      ...bare,
      mobileVisibility: 'COOPERATION',
      retention: { ...whole, endedAbsencesAfterDays: null, auditMonths: null },
      version: '2',
    };
    expect(changed).toEqual({ settings: now, userErrors: [] });
    expect(await settings.of('1861', 'technician')).toEqual(now);
    expect(await settings.of('1860', 'technician')).toEqual(bare);
    expect(await recorded()).toEqual([
      {
        municipality_code: '1861',
        roles: 'EMPLOYEE OFFICER',
        origin: 'API',
        object: null,
        fields: ['mobileVisibility', 'decisionReference', 'decidedOn', 'leaversAfterDays'],
      },
    ]);
    // What changes nothing is neither a new version nor a record.
    expect(await settings.set({ mobileVisibility: 'COOPERATION', retention: whole })).toEqual(
      changed,
    );
    expect(await recorded()).toHaveLength(1);
    expect(await settings.set({})).toMatchObject({ settings: { retention: null, version: '3' } });
  });

  test('are refused when somebody else was first, or the decision is none', async () => {
    const before = await settings.of('1861');
    const count = (await recorded()).length;
    expect(await settings.set({ expectedVersion: '1' })).toEqual(
      refusal('CONFLICT', 'expectedVersion'),
    );
    const wrong: [string, Record<string, unknown>][] = [
      ['retention', {}],
      ['retention.decisionReference', { decisionReference: ' ', auditMonths: 24 }],
      ['retention.decidedOn', { decidedOn: '2099-01-01', auditMonths: 24 }],
      ['retention.leaversAfterDays', { leaversAfterDays: 29 }],
      ['retention.auditMonths', { auditMonths: 11 }],
    ];
    for (const [field, change] of wrong)
      expect(await settings.set({ retention: { ...retention, ...change } })).toEqual(
        refusal('INVALID', ...field.split('.')),
      );
    const noDay = await settings.set({
      retention: { ...retention, decidedOn: '2026-02-30', auditMonths: 24 },
    });
    expect(noDay).toContain('BAD_USER_INPUT');
    expect(await settings.of('1861')).toEqual(before);
    expect(await recorded()).toHaveLength(count);
  });

  test('are not there for an officer of another municipality', async () => {
    const none = refusal('NOT_FOUND', 'municipalityCode');
    expect(await settings.set({ mobileVisibility: 'COOPERATION' }, elsewhere)).toEqual(none);
    expect(await settings.set({ municipalityCode: '9999' })).toEqual(none);
    for (const who of ['technician', 'operator', 'intranetHallsberg'])
      expect(await settings.set({}, who)).toContain('FORBIDDEN');
    expect(await settings.of('1861')).toMatchObject({ mobileVisibility: 'OWN_MUNICIPALITY' });
  });

  test('are not changed when that cannot be recorded', async () => {
    const before = await settings.of('1861');
    await db.query('alter table audit_entry rename to audit_entry_away');
    try {
      expect(await settings.set({ mobileVisibility: 'COOPERATION' })).toContain('INTERNAL');
    } finally {
      await db.query('alter table audit_entry_away rename to audit_entry');
    }
    expect(await settings.of('1861')).toEqual(before);
  });
});

describe("a department's decision (P8)", () => {
  const unitOf = async (mail: string) => {
    const query = `{ person(ref: { email: "${mail}" }) { unit { id name } } }`;
    return at((await app.ask('operator', query)).data, 'person.unit') as {
      id: string;
      name: string;
    };
  };
  const decision = { decisionReference: 'SN 2026/8', decidedOn: '2026-03-01' };

  test('is entered with its reference and day, replaced, and withdrawn', async () => {
    const unit = await unitOf('anna-karin.lindblad@hallsberg.test');
    const before = (await recorded()).length;
    const entered = await settings.decide({ unitId: unit.id, bestReached: true, ...decision });
    expect(at(entered, 'settings.bestReachedDepartments')).toEqual([{ unit, ...decision }]);
    const other = { ...decision, decisionReference: 'SN 2026/9' };
    const replaced = await settings.decide({ unitId: unit.id, bestReached: true, ...other });
    expect(at(replaced, 'settings.bestReachedDepartments')).toEqual([{ unit, ...other }]);
    expect(at(await settings.of('1860', 'technician'), 'bestReachedDepartments')).toEqual([]);
    const withdrawn = { settings: { bestReachedDepartments: [] }, userErrors: [] };
    for (const _ of ['once', 'again'])
      expect(await settings.decide({ unitId: unit.id, bestReached: false })).toMatchObject(
        withdrawn,
      );
    const records = (await recorded()).slice(before);
    expect(records).toHaveLength(3);
    for (const record of records)
      expect(record).toMatchObject({ municipality_code: '1861', fields: ['bestReached'] });
  });

  test('needs its reference and its day', async () => {
    const { id: unitId } = await unitOf('anna-karin.lindblad@hallsberg.test');
    const { decisionReference, decidedOn } = decision;
    for (const [field, input] of [
      ['decisionReference', { decidedOn }],
      ['decidedOn', { decisionReference }],
      ['decidedOn', { decisionReference, decidedOn: '2099-01-01' }],
    ] as const)
      expect(await settings.decide({ unitId, bestReached: true, ...input })).toEqual(
        refusal('INVALID', field),
      );
    expect(await settings.of('1861')).toMatchObject({ bestReachedDepartments: [] });
  });

  test('is of the own municipality: another one has no such unit', async () => {
    const { id: unitId } = await unitOf('anna-karin.lindblad@hallsberg.test');
    const none = refusal('NOT_FOUND', 'unitId');
    expect(await settings.decide({ unitId, bestReached: true, ...decision }, elsewhere)).toEqual(
      none,
    );
    const missing = Buffer.concat([Buffer.of(2), Buffer.alloc(16, 1)]).toString('base64url');
    expect(await settings.decide({ unitId: missing, bestReached: true, ...decision })).toEqual(
      none,
    );
    expect(
      await settings.decide({ unitId, bestReached: true, ...decision }, 'technician'),
    ).toContain('FORBIDDEN');
  });
});
