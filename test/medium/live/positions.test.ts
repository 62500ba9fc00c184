import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { PersonId } from '../../../src/kernel/ids.js';
import { PositionsStore } from '../../../src/store/positions.store.js';
import { keptRows } from '../../../src/store/rows/all-rows.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { movedBy } from '../../support/live/moved.js';
import { quiet } from '../../support/quiet.js';

let app: TestApp;
let db: Client;
let positions: PositionsStore;
let anna: PersonId;
let erik: PersonId;

beforeAll(async () => {
  app = await startTestApp();
  // Nothing else moves an entry, so that what does is what a test did.
  await quiet(app);
  positions = new PositionsStore(app.app.get(DataSource));
  db = new Client({ connectionString: app.environment['DATABASE_URL'] });
  await db.connect();
  [anna, erik] = [await named('anna-karin.lindblad'), await named('erik.bjorkman')];
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

async function named(uid: string): Promise<PersonId> {
  const { rows } = await db.query<{ id: PersonId }>('select id from person where email = $1', [
    `${uid}@hallsberg.test`,
  ]);
  if (!rows[0]) throw new Error(`Nobody is ${uid}.`);
  return rows[0].id;
}

const moved = (work: () => Promise<unknown>) => movedBy(positions, work);
const level = (id: string, to: string) =>
  db.query('update person_local set protection_level = $2 where person_id = $1', [id, to]);
const title = (id: string, to: string) =>
  db.query('update person set title = $2 where id = $1', [id, to]);

/** Tables of which nothing is seen in an entry, or what no subscription may ask for. */
const apart = [
  'calendar_return',
  'contact_request',
  'directory_source',
  'exchange_state',
  'finding',
  'held_plan',
  'level_lowering',
  'level_rise',
  'phone_report',
  'receipt',
  'rise_undo',
  'sync_loss',
  'sync_rejection',
  'sync_run',
  'unit_subject_word',
];

test('every table that something is seen of has its triggers, for whatever is done to it', async () => {
  const { rows } = await db.query<{ table: string; events: number }>(
    `select c.relname as table, count(*)::int as events from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgname like 'stream\\_%' and t.tgname like '%' || c.relname || '%' and c.relname <> 'stream_touch'
      group by 1`,
  );
  const tables = await db.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'
      and table_type = 'BASE TABLE' and table_name !~ '^(migrations|stream_|search_|staged_|audit_)'`,
  );
  const watched = tables.rows.map(({ name }) => name).filter((name) => !apart.includes(name));
  expect(rows.map(({ table }) => table).toSorted()).toEqual(watched.toSorted());
  expect(rows.filter(({ events }) => events !== 3)).toEqual([]);
  expect(watched.length + apart.length).toBe(keptRows.length);
});

describe('a change moves its entry', () => {
  test('and no other, by one position', async () => {
    expect(await moved(() => title(anna, 'Registrator'))).toMatchObject({
      ids: [anna],
      whole: [],
      steps: 1,
      rights: 0,
    });
  });

  test('once, whatever a transaction does to it', async () => {
    const change = await moved(async () => {
      await db.query('begin');
      await title(anna, 'Arkivarie');
      await title(erik, 'Nämndsekreterare');
      await title(anna, 'Registrator');
      await db.query('commit');
    });
    expect(change.ids.toSorted()).toEqual([anna, erik].toSorted());
    expect(change.steps).toBe(2);
  });

  test('but not one that is undone, or that changes nothing', async () => {
    const change = await moved(async () => {
      await db.query('begin');
      await title(anna, 'Ingenting');
      await db.query('rollback');
      await title(anna, 'Registrator');
    });
    expect(change).toMatchObject({ ids: [], steps: 0, rights: 0 });
  });

  test('nor one that is heard again, of a line that is as it was', async () => {
    const line = (status: string, seq: number) =>
      db.query(
        `insert into line_state values ('1861', (select e164 from phone_number where person_id = $1 and e164 is not null limit 1), $2, $3, $4)
         on conflict on constraint line_state_pkey do update
           set status = excluded.status, report_seq = excluded.report_seq, expires_at = excluded.expires_at`,
        [anna, status, seq, new Date(Date.UTC(2026, 10, 24, 12, seq))],
      );
    expect((await moved(() => line('TALKING', 1))).ids).toEqual([anna]);
    expect((await moved(() => line('TALKING', 2))).ids).toEqual([]);
    expect((await moved(() => line('IDLE', 3))).ids).toEqual([anna]);
  });

  test('also one of very many words, as one entry and nothing more', async () => {
    const words = (synonyms: number) =>
      db.query(
        `insert into person_subject_word
         select id, municipality_code, s, w, s || '-' || w, s || ' ' || w
           from person, generate_series(0, 49) s, generate_series(0, $2) w where id = $1`,
        [anna, synonyms],
      );
    const once = { ids: [anna], whole: [], steps: 1, rights: 0 };
    const clear = () => db.query('delete from person_subject_word');
    expect(await moved(() => words(20))).toMatchObject(once);
    const rename = (to: string) => db.query(`update person_subject_word set word = $1`, [to]);
    expect(await moved(() => rename('Bygglov'))).toMatchObject(once);
    expect(await moved(() => rename('Bygglov'))).toMatchObject({ ids: [], steps: 0 });
    expect(await moved(clear)).toMatchObject(once);
    expect(await moved(clear)).toMatchObject({ ids: [], steps: 0 });
  });

  test('and all whom a unit answers for, when it is one of the unit', async () => {
    const change = await moved(() =>
      db.query(
        `insert into opening_hours select unit_id, municipality_code, 1, '08:00', '16:00' from person where id = $1`,
        [anna],
      ),
    );
    const { rows } = await db.query<{ id: PersonId }>(
      `select id from person where unit_id = (select unit_id from person where id = $1)`,
      [anna],
    );
    expect(change.ids).toEqual(expect.arrayContaining(rows.map(({ id }) => id)));
    expect(rows.length).toBeGreaterThan(1);
  });
});

test('who loses sight of an entry is kept beside it, with where that was, and never what came after', async () => {
  const rise = await moved(() => level(anna, 'PROTECTED'));
  const [entry] = rise.entries;
  expect(entry).toMatchObject({ id: anna, cell: 'PROTECTED:1861' });
  expect(entry?.leftFrom).toEqual({ 'OPEN:1861': entry?.position });
  const later = await moved(() => title(anna, 'Handläggare'));
  expect(later.entries[0]?.leftFrom).toEqual({ 'OPEN:1861': entry?.position });
  const back = await moved(() => level(anna, 'OPEN'));
  expect(back.entries[0]).toMatchObject({
    cell: 'OPEN:1861',
    leftFrom: { 'PROTECTED:1861': back.entries[0]?.position },
  });
});

test('what is more than a day old is forgotten', async () => {
  await level(anna, 'RESTRICTED');
  const now = app.clock.now().getTime();
  const after = (hours: number) => positions.forgetDayOld(new Date(now + hours * 3_600_000));
  const left = async () => {
    const { rows } = await db.query('select left_from from stream_entry where entry_id = $1', [
      anna,
    ]);
    return rows[0];
  };
  await after(0);
  expect(await left()).not.toEqual({ left_from: {} });
  await after(23);
  expect((await positions.head()).oldest).toBe(0);
  await after(24);
  expect(await left()).toEqual({ left_from: {} });
  expect((await positions.head()).oldest).toBeGreaterThan(0);
});

describe('a change of very many', () => {
  const load = (to: string, count = 250, mark = 'test') =>
    db.query(
      `with made as (
         insert into person (id, municipality_code, source_id, directory_key, source_hash, display_name, kind,
             account_state, sort_key, search_words, list_key, employment, filled)
         select gen_random_uuid(), municipality_code, source_id, directory_key || $4 || n, '', 'Test ' || n, 'EMPLOYEE',
             'ACTIVE', $4, '', '', 'ACTIVE', '' from person, generate_series(1, $3) n where id = $1
         returning id, municipality_code)
       insert into person_local (person_id, municipality_code, protection_level, version)
       select id, municipality_code, $2, 1 from made`,
      [erik, to, count, mark],
    );
  const cells = async () => {
    const { rows } = await db.query<{ cell: string; count: number }>(
      `select cell, count(*)::int as count from stream_entry e join person p on p.id = e.entry_id
        where p.sort_key = 'test' group by 1`,
    );
    return rows;
  };

  test('is told as one', async () => {
    expect(await moved(() => load('OPEN'))).toMatchObject({ ids: [], whole: ['1861'], steps: 1 });
    expect(await cells()).toEqual([{ cell: 'OPEN:1861', count: 250 }]);
  });

  test('is told as one also when it is too large to be looked at row by row, and nobody is left out', async () => {
    await db.query(
      `update person set directory_key = 'first-' || directory_key where sort_key = 'test'`,
    );
    const change = await moved(() => load('OPEN', 1_100));
    expect(change).toMatchObject({ ids: [], whole: ['1861'], steps: 1 });
    expect(await cells()).toEqual([{ cell: 'OPEN:1861', count: 1_350 }]);
  });

  test('leaves no trace of who lost sight of whom: everybody lists again', async () => {
    const change = await moved(() =>
      db.query(
        `update person_local set protection_level = 'PROTECTED'
          where person_id in (select id from person where sort_key = 'test')`,
      ),
    );
    expect(change).toMatchObject({ ids: [], whole: ['1861'], steps: 1 });
    expect(await cells()).toEqual([{ cell: 'PROTECTED:1861', count: 1_350 }]);
    const { rows } = await db.query(
      `select entry_id from stream_entry e join person p on p.id = e.entry_id
        where p.sort_key = 'test' and left_from <> '{}'`,
    );
    expect(rows).toEqual([]);
  });

  test('is told one by one for up to 200 of them, however many who are PROTECTED change with them', async () => {
    const change = await moved(async () => {
      await db.query('begin');
      await load('PROTECTED', 60, 'hidden');
      await load('OPEN', 200, 'seen');
      await db.query('commit');
    });
    expect(change).toMatchObject({ whole: [], steps: 260 });
  });
});

test('a change of a whole municipality is told as one', async () => {
  const change = await moved(() =>
    db.query(`update municipality set name = name || '!' where code = '1861'`),
  );
  expect(change).toMatchObject({ ids: [], whole: ['1861'], steps: 1 });
});

test('who may see what has changed is told apart, and moves nobody', async () => {
  const change = await moved(() =>
    db.query(`update api_key set revoked_at = $1 where role = 'INTRANET_KEY'`, [app.clock.now()]),
  );
  expect(change).toMatchObject({ ids: [], rights: 1, steps: 0 });
});
