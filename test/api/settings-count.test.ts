import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { EraseAbsences } from '../../src/changes/erase-absences.js';
import { configFrom } from '../../src/config/config.js';
import { startApp } from '../../src/start.js';
import { MunicipalitiesStore } from '../../src/store/municipalities.store.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt } from '../support/json.js';
import { retention, settingsIn, type SettingsTest } from '../support/settings.js';

let app: TestApp;
let db: Client;
let settings: SettingsTest;
const day = 86_400;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  settings = settingsIn(app, await app.token('officer', '1861'));
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
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
        expect(await settings.set({ mobileVisibility })).toMatchObject({ userErrors: [] });
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
    await settings.set({ mobileVisibility: 'OPERATORS_ONLY' });
    const config = configFrom(app.environment);
    await app.app
      .get(MunicipalitiesStore, { strict: false })
      .configure(config.directories.municipalities);
    expect(await settings.of('1861')).toMatchObject({ mobileVisibility: 'OPERATORS_ONLY' });
    await settings.set({});
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
    await settings.set({ retention: { ...retention, leaversAfterDays: 30 } });
    expect(await erase()).toBe(0);
    expect(await counted()).toEqual(everything);
    await settings.set({ retention: { ...retention, endedAbsencesAfterDays: 3 } });
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
    await settings.set({});
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
    await settings.set({ retention: { ...retention, leaversAfterDays: 41 } });
    await sync();
    expect(await states()).toEqual(['1860 LEFT', '1861 LEFT']);
    app.clock.advance(day);
    await sync();
    expect(await states()).toEqual(['1860 LEFT', '1861 ERASED']);
  });
});
