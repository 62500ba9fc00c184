import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { UnitLines1790000000024 } from '../../../migrations/0024-unit-lines.js';
import { databaseBefore, type DatabaseBefore } from '../../support/database-before.js';

let old: DatabaseBefore;
let db: Client;
const ids = { top: randomUUID(), school: randomUUID(), class: randomUUID(), other: randomUUID() };
type Name = keyof typeof ids;

beforeAll(async () => {
  old = await databaseBefore(UnitLines1790000000024);
  ({ db } = old);
  await write('', ['top', null], ['school', 'top']);
  await old.upgrade();
}, 60_000);
afterAll(() => old.stop());

/** Writes units by their names, each with the one above, in one statement. */
async function write(line: string, ...units: (readonly [Name, Name | null])[]) {
  const rows = units.map(([name, above]) => ({
    id: ids[name],
    name,
    parent: above && ids[above],
  }));
  await db.query(
    `insert into unit (id, municipality_code, source_id, directory_key, parent_id, name, folded_name${line && ', line'})
     select id, '1861', 'hallsberg', id, parent, name, name${line && `, '${line}'`}
       from json_to_recordset($1) as w(id uuid, name text, parent uuid)`,
    [JSON.stringify(rows)],
  );
}
const change = (name: Name, to: string) =>
  db.query(`update unit set ${to} where id = $1`, [ids[name]]);
/** The names in each unit's line; units by name. */
async function lines(): Promise<readonly string[]> {
  const { rows } = await db.query<{ line: readonly (readonly [string, string])[] }>(
    'select line from unit order by name, id',
  );
  return rows.map(({ line }) => line.map(([, name]) => name).join(' / '));
}
// Each test begins with these two units.
beforeEach(() => db.query('begin'));
afterEach(() => db.query('rollback'));

test('units that were there before have their lines after the upgrade', async () => {
  expect(await lines()).toEqual(['top / school', 'top']);
});

test('a unit has its line with ids and names, the topmost first, as soon as it is written', async () => {
  await write('[]', ['class', 'school'], ['other', null]);
  expect(await lines()).toEqual(['top / school / class', 'other', 'top / school', 'top']);
  const { rows } = await db.query<{ line: unknown }>('select line from unit where id = $1', [
    ids.class,
  ]);
  expect(rows[0]?.line).toEqual([
    [ids.top, 'top'],
    [ids.school, 'school'],
    [ids.class, 'class'],
  ]);
});

test('a unit that is renamed or moved changes the lines of all below it', async () => {
  await write('[]', ['class', 'school'], ['other', null]);
  await change('top', `name = 'all'`);
  expect(await lines()).toEqual(['all', 'all / school / class', 'other', 'all / school']);
  await change('school', `parent_id = '${ids.other}'`);
  expect(await lines()).toEqual(['all', 'other / school / class', 'other', 'other / school']);
  await change('school', 'parent_id = null');
  expect(await lines()).toEqual(['all', 'school / class', 'other', 'school']);
});

test('units that stand above each other have a line that ends', async () => {
  await change('top', `parent_id = '${ids.school}'`);
  const [school] = await lines();
  expect(school?.split(' / ')).toHaveLength(21);
});

test('a change of something else writes no unit', async () => {
  const written = async () => (await db.query('select xmin, ctid from unit order by id')).rows;
  await db.query('commit');
  const before = await written();
  await change('top', 'dn_digest = dn_digest');
  const after = await written();
  await db.query('begin');
  expect(
    after.filter((row, at) => JSON.stringify(row) !== JSON.stringify(before[at])),
  ).toHaveLength(1);
});
