import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { configFrom } from '../../src/config/config.js';
import { EraseAbsences } from '../../src/changes/erase-absences.js';
import { MunicipalitiesStore } from '../../src/store/municipalities.store.js';
import { startApp } from '../../src/start.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';
import { everyViewer } from '../support/viewers.js';

let app: TestApp;
let db: Client;
let officer: string;
let elsewhere: string;
const day = 86_400;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  officer = await app.token('officer', '1861');
  elsewhere = await app.token('officer', '1860');
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

const fields = `mobileVisibility retention { decisionReference decidedOn leaversAfterDays endedAbsencesAfterDays auditMonths }
  bestReachedDepartments { unit { id name } decisionReference decidedOn } version`;

async function settingsOf(code: string, who = officer) {
  const { data } = await app.ask(who, `{ municipalities { code settings { ${fields} } } }`);
  const all = at(data, 'municipalities') as readonly { code: string; settings: unknown }[];
  return all.find((one) => one.code === code)?.settings;
}

async function set(input: Record<string, unknown>, who = officer) {
  const code = String(input['municipalityCode'] ?? '1861');
  const current = await settingsOf(code, 'technician');
  const query = `mutation ($input: SetMunicipalitySettingsInput!) { setMunicipalitySettings(input: $input) { settings { ${fields} } userErrors { code field } } }`;
  const all = {
    municipalityCode: code,
    mobileVisibility: 'OWN_MUNICIPALITY',
    expectedVersion: at(current, 'version') ?? '1',
    ...input,
  };
  const { data, text } = await app.ask(who, query, { input: all });
  return at(data, 'setMunicipalitySettings') ?? text;
}

async function decide(input: Record<string, unknown>, who = officer) {
  const query = `mutation ($input: SetDepartmentDecisionInput!) { setDepartmentDecision(input: $input) { settings { ${fields} } userErrors { code field } } }`;
  const { data, text } = await app.ask(who, query, { input });
  return at(data, 'setDepartmentDecision') ?? text;
}

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
const retention = { decisionReference: 'KS 2026/117', decidedOn: '2026-01-15' };
const bare = {
  mobileVisibility: 'OWN_MUNICIPALITY',
  retention: null,
  bestReachedDepartments: [],
  version: '1',
};

describe('the settings of a municipality', () => {
  test('are what the directories file said first, and nothing is erased', async () => {
    for (const code of ['1861', '1860', '1882'])
      expect(await settingsOf(code, 'technician')).toEqual(bare);
  });

  test('are for its officers, and for technicians; for others there are none', async () => {
    const see: string[] = [];
    for (const [name, who] of Object.entries(await everyViewer(app)))
      if ((await settingsOf('1861', who)) !== null) see.push(name);
    expect(see.toSorted()).toEqual(['officerHallsberg', 'technician']);
  });

  test('are changed by its officer, with a record that names fields and no values', async () => {
    const changed = await set({
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
    expect(await settingsOf('1861', 'technician')).toEqual(now);
    expect(await settingsOf('1860', 'technician')).toEqual(bare);
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
    expect(await set({ mobileVisibility: 'COOPERATION', retention: whole })).toEqual(changed);
    expect(await recorded()).toHaveLength(1);
    expect(await set({})).toMatchObject({ settings: { retention: null, version: '3' } });
  });

  test('are refused when somebody else was first, or the decision is none', async () => {
    const before = await settingsOf('1861');
    const count = (await recorded()).length;
    expect(await set({ expectedVersion: '1' })).toEqual(refusal('CONFLICT', 'expectedVersion'));
    const wrong: [string, Record<string, unknown>][] = [
      ['retention', {}],
      ['retention.decisionReference', { decisionReference: ' ', auditMonths: 24 }],
      ['retention.decidedOn', { decidedOn: '2099-01-01', auditMonths: 24 }],
      ['retention.leaversAfterDays', { leaversAfterDays: 29 }],
      ['retention.auditMonths', { auditMonths: 11 }],
    ];
    for (const [field, change] of wrong)
      expect(await set({ retention: { ...retention, ...change } })).toEqual(
        refusal('INVALID', ...field.split('.')),
      );
    const noDay = await set({
      retention: { ...retention, decidedOn: '2026-02-30', auditMonths: 24 },
    });
    expect(noDay).toContain('BAD_USER_INPUT');
    expect(await settingsOf('1861')).toEqual(before);
    expect(await recorded()).toHaveLength(count);
  });

  test('are not there for an officer of another municipality', async () => {
    const none = refusal('NOT_FOUND', 'municipalityCode');
    expect(await set({ mobileVisibility: 'COOPERATION' }, elsewhere)).toEqual(none);
    expect(await set({ municipalityCode: '9999' })).toEqual(none);
    for (const who of ['technician', 'operator', 'intranetHallsberg'])
      expect(await set({}, who)).toContain('FORBIDDEN');
    expect(await settingsOf('1861')).toMatchObject({ mobileVisibility: 'OWN_MUNICIPALITY' });
  });

  test('are not changed when that cannot be recorded', async () => {
    const before = await settingsOf('1861');
    await db.query('alter table audit_entry rename to audit_entry_away');
    try {
      expect(await set({ mobileVisibility: 'COOPERATION' })).toContain('INTERNAL');
    } finally {
      await db.query('alter table audit_entry_away rename to audit_entry');
    }
    expect(await settingsOf('1861')).toEqual(before);
  });
});

describe('mobile visibility (P20)', () => {
  const mobile = '+46701740699';
  const mail = 'anna-karin.lindblad@hallsberg.test';
  const card = `{ person(ref: { email: "${mail}" }) { version numbers(kinds: [MOBILE]) { e164 audience mayTellCaller } } }`;
  const seen = async (of: Pick<TestApp, 'ask'>, who: string) =>
    at((await of.ask(who, card)).data, 'person.numbers.*.e164');
  const found = async (of: Pick<TestApp, 'ask'>, who: string) => {
    const query = `{ searchDirectory(query: "${mobile.slice(-7)}") { edges { node { id } } } }`;
    return (at((await of.ask(who, query)).data, 'searchDirectory.edges') as unknown[]).length;
  };

  test('takes effect at the next request, in another process too, in what is shown and in what is found', async () => {
    const version = textAt((await app.ask('technician', card)).data, 'person.version');
    const added = `mutation ($v: String!) { setNumbers(input: { person: { email: "${mail}" }, mobile: "${mobile}", expectedVersion: $v }) { userErrors { code } } }`;
    await app.ask('technician', added, { v: version });
    const config = configFrom(app.environment);
    const second = await startApp(config, app.clock);
    try {
      const url = (await second.getUrl()).replace('[::1]', '127.0.0.1');
      const other = {
        ask: (who: string, query: string) => askAt(url, app.keys[who] ?? who, query),
      };
      const neighbour = await app.token('employee', '1860');
      const colleague = await app.token('employee', '1861');
      const [all, none] = [
        { seen: [mobile], found: 1 },
        { seen: [], found: 0 },
      ];
      const expected = [
        ['OWN_MUNICIPALITY', all, none],
        ['OPERATORS_ONLY', none, none],
        ['COOPERATION', all, all],
        ['OWN_MUNICIPALITY', all, none],
      ] as const;
      for (const [mobileVisibility, own, others] of expected) {
        expect(await set({ mobileVisibility })).toMatchObject({ userErrors: [] });
        for (const process of [app, other]) {
          for (const [who, what] of [
            [colleague, own],
            ['intranetHallsberg', own],
            [neighbour, others],
            ['operator', all],
          ] as const)
            expect({ seen: await seen(process, who), found: await found(process, who) }).toEqual(
              what,
            );
          const { data } = await process.ask('technician', card);
          expect(at(data, 'person.numbers.*.audience')).toEqual([mobileVisibility]);
        }
      }
    } finally {
      await second.close();
    }
  });

  test('is taken from the directories file at the first start only', async () => {
    await set({ mobileVisibility: 'OPERATORS_ONLY' });
    const config = configFrom(app.environment);
    await app.app
      .get(MunicipalitiesStore, { strict: false })
      .configure(config.directories.municipalities);
    expect(await settingsOf('1861')).toMatchObject({ mobileVisibility: 'OPERATORS_ONLY' });
    await set({});
  });
});

async function askAt(url: string, key: string, query: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: unknown };
  return { status: response.status, data, text: '' };
}

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
    const entered = await decide({ unitId: unit.id, bestReached: true, ...decision });
    expect(at(entered, 'settings.bestReachedDepartments')).toEqual([{ unit, ...decision }]);
    const other = { ...decision, decisionReference: 'SN 2026/9' };
    const replaced = await decide({ unitId: unit.id, bestReached: true, ...other });
    expect(at(replaced, 'settings.bestReachedDepartments')).toEqual([{ unit, ...other }]);
    expect(at(await settingsOf('1860', 'technician'), 'bestReachedDepartments')).toEqual([]);
    const withdrawn = { settings: { bestReachedDepartments: [] }, userErrors: [] };
    for (const _ of ['once', 'again'])
      expect(await decide({ unitId: unit.id, bestReached: false })).toMatchObject(withdrawn);
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
      expect(await decide({ unitId, bestReached: true, ...input })).toEqual(
        refusal('INVALID', field),
      );
    expect(await settingsOf('1861')).toMatchObject({ bestReachedDepartments: [] });
  });

  test('is of the own municipality: another one has no such unit', async () => {
    const { id: unitId } = await unitOf('anna-karin.lindblad@hallsberg.test');
    const none = refusal('NOT_FOUND', 'unitId');
    expect(await decide({ unitId, bestReached: true, ...decision }, elsewhere)).toEqual(none);
    const missing = Buffer.concat([Buffer.of(2), Buffer.alloc(16, 1)]).toString('base64url');
    expect(await decide({ unitId: missing, bestReached: true, ...decision })).toEqual(none);
    expect(await decide({ unitId, bestReached: true, ...decision }, 'technician')).toContain(
      'FORBIDDEN',
    );
  });
});

describe('ended absences', () => {
  const counted = async () => {
    const { rows } = await db.query(
      'select municipality_code as code, count(*)::int as n from absence group by 1 order by 1',
    );
    return Object.fromEntries(
      (rows as { code: string; n: number }[]).map(({ code, n }) => [code, n]),
    );
  };
  const erase = () => app.app.get(EraseAbsences, { strict: false }).eraseAll();

  test('are kept until the municipality has decided, and then erased after so many days; only its own', async () => {
    await db.query('delete from absence');
    // 1,100 that ended two days ago in each of two municipalities: more than two batches.
    await db.query(
      `insert into absence (id, person_id, municipality_code, reason, starts_at, ends_at, ends_at_precision, phone_rings, source, version)
       select gen_random_uuid(), p.id, p.municipality_code, 'OTHER', $1::timestamptz - interval '3 days',
           $1::timestamptz - interval '2 days', 'EXACT', false, 'OPERATOR', 1
         from generate_series(1, 1100),
           lateral (select distinct on (municipality_code) id, municipality_code from person
             where municipality_code in ('1860', '1861') order by municipality_code, id) p`,
      [app.clock.now()],
    );
    await db.query(
      `insert into absence (id, person_id, municipality_code, reason, starts_at, ends_at, ends_at_precision, phone_rings, source, version)
       select gen_random_uuid(), id, '1861', 'OTHER', $1::timestamptz - interval '3 days', null, 'UNKNOWN', false, 'OPERATOR', 1
         from person where municipality_code = '1861' limit 1`,
      [app.clock.now()],
    );
    const everything = { '1860': 1100, '1861': 1101 };
    expect(await erase()).toBe(0);
    await set({ retention: { ...retention, leaversAfterDays: 30 } });
    expect(await erase()).toBe(0);
    expect(await counted()).toEqual(everything);
    await set({ retention: { ...retention, endedAbsencesAfterDays: 3 } });
    app.clock.advance(day - 1);
    expect(await erase()).toBe(0);
    app.clock.advance(1);
    expect(await erase()).toBe(1100);
    expect(await counted()).toEqual({ '1860': 1100, '1861': 1 });
    const { rows } = await db.query(
      `select distinct municipality_code, actor, origin, about, object from audit_entry where action = 'ERASE_ABSENCES'`,
    );
    expect(rows).toEqual([
      {
        municipality_code: '1861',
        actor: 'retention',
        origin: 'RETENTION',
        about: null,
        object: null,
      },
    ]);
    await set({});
  });
});

describe('leavers', () => {
  test('are erased after so many days when the municipality has decided; in another one they stay', async () => {
    const left = app.clock.now();
    const gone = await db.query(
      `update person set employment = 'LEFT', left_at = $1, missing_since = $1
        where id in (select distinct on (municipality_code) p.id from person p
          where municipality_code in ('1860', '1861') and employment = 'ACTIVE' and manager_id is not null
          order by municipality_code, p.id) returning id, municipality_code`,
      [left],
    );
    expect(gone.rowCount).toBe(2);
    // Not in the directory, so that they do not come back.
    await db.query(`update person set directory_key = 'left:' || id where id = any($1)`, [
      (gone.rows as { id: string }[]).map(({ id }) => id),
    ]);
    const states = async () =>
      (
        await db.query(
          'select municipality_code, employment from person where id = any($1) order by 1',
          [(gone.rows as { id: string }[]).map(({ id }) => id)],
        )
      ).rows.map((row) => Object.values(row as Record<string, string>).join(' '));
    const sync = async () => {
      for (const code of ['1860', '1861']) await app.sync(code);
    };
    app.clock.advance(40 * day);
    await sync();
    expect(await states()).toEqual(['1860 LEFT', '1861 LEFT']);
    await set({ retention: { ...retention, leaversAfterDays: 41 } });
    await sync();
    expect(await states()).toEqual(['1860 LEFT', '1861 LEFT']);
    app.clock.advance(day);
    await sync();
    expect(await states()).toEqual(['1860 LEFT', '1861 ERASED']);
  });
});
