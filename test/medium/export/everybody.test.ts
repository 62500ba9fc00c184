import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { MunicipalityCode, PersonId } from '../../../src/kernel/ids.js';
import type { Viewer } from '../../../src/kernel/viewer.js';
import { PeopleView } from '../../../src/view/people.view.js';
import type { EntryView } from '../../../src/view/person-view.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { viewer } from '../../support/people.js';

let app: TestApp;
let view: PeopleView;
let db: Client;
const operator = viewer('OPERATOR');

beforeAll(async () => {
  app = await startTestApp();
  view = app.app.get(PeopleView, { strict: false });
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

async function everybody(who: Viewer, pageSize?: number): Promise<readonly EntryView[]> {
  const people: EntryView[] = [];
  for await (const page of view.everybody(who, pageSize)) {
    expect(page.length).toBeLessThanOrEqual(pageSize ?? 2_000);
    people.push(...page);
  }
  return people;
}

test('a list is the same whatever the size of its pages', async () => {
  const ids = (await everybody(operator)).map((person) => person.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(90);
  for (const size of [1, 7])
    expect((await everybody(operator, size)).map((person) => person.id)).toEqual(ids);
});

test.each([
  ['Eva Sundin', false],
  ['Josefin Årman', true],
])('what %s alone may see of herself is not in a list made for her', async (name, listed) => {
  const { rows } = await db.query<{ id: PersonId; municipality: MunicipalityCode }>(
    'select id, municipality_code as municipality from person where display_name = $1',
    [name],
  );
  const [self] = rows;
  if (self === undefined) throw new Error(`No ${name}.`);
  const { id: personId, municipality } = self;
  const people = await everybody(viewer('EMPLOYEE', { municipality, personId }));
  const own = people.filter((person) => person.id === personId);
  expect(own.length).toBe(listed ? 1 : 0);
  expect(own.flatMap((person) => person.numbers.map((number) => number.kind))).toEqual(
    listed ? ['SWITCHBOARD'] : [],
  );
});

test('who is protected while a list is made is not on its later pages', async () => {
  const being = view.everybody(operator, 1);
  expect((await being.next()).value).toHaveLength(1);
  await db.query(
    `update person_local set protection_level = 'PROTECTED'
      where person_id = (select id from person where display_name = 'Josefin Årman')`,
  );
  const names: string[] = [];
  for await (const page of being) names.push(...page.map((person) => person.displayName));
  expect(names).toContain('Erik Björkman');
  expect(names).not.toContain('Josefin Årman');
});

test('P7: who has left is in no list, though operators see that one by looking', async () => {
  const leave = `update person set employment = $1, left_at = $2 where display_name = 'Erik Björkman'`;
  await db.query(leave, ['LEFT', '2026-01-01T00:00:00Z']);
  const names = (await everybody(operator)).map((person) => person.displayName);
  expect(names).not.toContain('Erik Björkman');
  await db.query(leave, ['ACTIVE', null]);
  expect((await everybody(operator)).map((person) => person.displayName)).toContain(
    'Erik Björkman',
  );
});
