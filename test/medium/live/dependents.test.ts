import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { protectionLevels } from '../../../src/kernel/words.js';
import type { PersonId } from '../../../src/kernel/ids.js';
import type { Reach } from '../../../src/kernel/viewer.js';
import { DependentsStore } from '../../../src/store/dependents.store.js';
import { PeopleStore } from '../../../src/store/people.store.js';
import { PositionsStore, type Moved } from '../../../src/store/positions.store.js';
import { Dependents, dependentsFor } from '../../../src/view/live/dependents.js';
import type { Stream } from '../../../src/view/live/stream.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { randomBytesOf } from '../../support/seeded-random.js';

let app: TestApp;
let db: Client;
let everybody: readonly Moved[];
let leads: Leads;

type Leads = ReadonlyMap<PersonId, ReadonlySet<PersonId>>;

/** Who leads to whom, by chance: absences, forwardings, stand-ins, answer groups and managers of Hallsberg. */
const chances = [
  `insert into absence (id, person_id, municipality_code, reason, starts_at, ends_at_precision, phone_rings, source, version, referral_kind, substitute_id)
   select gen_random_uuid(), a.id, '1861', 'MEETING', $2, 'UNKNOWN', false, 'SELF', 1, 'PERSON', b.id from one a, one b
    where a.n = $3 and b.n = $4`,
  `insert into absence (id, person_id, municipality_code, reason, starts_at, ends_at_precision, phone_rings, source, version, referral_kind, referral_unit_id)
   select gen_random_uuid(), a.id, '1861', 'MEETING', $2, 'UNKNOWN', false, 'SELF', 1, 'ANSWER_GROUP', b.unit_id from one a, one b
    where a.n = $3 and b.n = $4 and b.unit_id is not null`,
  `insert into forwarding (id, municipality_code, person_id, condition, origin, layer, target_kind, target_person_id, active, source, version)
   select gen_random_uuid(), '1861', a.id, 'UNCONDITIONAL', 'ANY', 'DIRECTORY', 'PERSON', b.id, true, 'SELF', 1 from one a, one b
    where a.n = $3 and b.n = $4 and $2::timestamptz is not null and a.id <> b.id on conflict do nothing`,
  `insert into stand_in (person_id, stand_in_id, municipality_code, position)
   select a.id, b.id, '1861', 1 from one a, one b
    where a.n = $3 and b.n = $4 and $2::timestamptz is not null and a.id <> b.id on conflict do nothing`,
  `insert into answer_group_member (unit_id, person_id, municipality_code, position)
   select a.unit_id, b.id, '1861', 1 from one a, one b
    where a.n = $3 and b.n = $4 and $2::timestamptz is not null and a.unit_id is not null on conflict do nothing`,
  `update person set manager_id = (select id from one where n = $4) where id = (select id from one where n = $3)
     and $2::timestamptz is not null`,
];
const every = `select id, unit_id, row_number() over (order by id) as n from person where municipality_code = $1`;
const numbered = `with one as (${every})`;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.environment['DATABASE_URL'] });
  await db.connect();
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::integer from person where municipality_code = '1861'`,
  );
  const count = rows[0]?.count ?? 0;
  const any = (tag: string) => 1 + (randomBytesOf(20, tag).readUInt32BE() % count);
  for (let i = 0; i < 120; i += 1)
    await db.query(`${numbered} ${chances[i % chances.length]}`, [
      '1861',
      app.clock.now(),
      any(`who ${i}`),
      any(`whom ${i}`),
    ]);
  // Every fourth is hidden.
  await db.query(
    `update person_local set protection_level = 'PROTECTED' where person_id in (
       select id from (${every}) one where n % 4 = 0)`,
    ['1861'],
  );
  everybody = (await new PositionsStore(app.app.get(DataSource)).undisclosedMoved(-1, 10_000))
    .moved;
  leads = await readLeads(protectionLevels, true);
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

/** To whom each entry leads, as views read it. */
async function readLeads(levels: readonly string[], managers: boolean): Promise<Leads> {
  const people = app.app.get(PeopleStore, { strict: false });
  const codes = ['1860', '1861', '1882'] as const;
  const reach = {
    people: codes.flatMap((code) =>
      levels.flatMap((level) => [`${level}:${code}`, `${level}:${code}:LEFT`]),
    ),
    known: [],
    findByEmail: [],
    findByEmployeeId: [],
    findByDirect: [],
    findByMobile: [],
  } as unknown as Reach;
  const found = new Map<PersonId, ReadonlySet<PersonId>>();
  for (const { id } of everybody) {
    const others = await people.undisclosedReferredFrom(reach, [id], app.clock.now(), managers);
    found.set(id, new Set(others.map((other) => other.id)));
  }
  return found;
}
/** As found for whoever sees everybody, or nobody PROTECTED. */
async function dependents(one: Moved, managers: number, seesHidden: boolean) {
  const viewer = { named: new Set(seesHidden ? everybody.map(({ id }) => id) : []) };
  const stream = { viewer, watched: { cells: new Set() } } as unknown as Stream;
  const found = new Dependents(new DependentsStore(app.app.get(DataSource)), app.clock);
  return dependentsFor(await found.of([one], { managers, after: one.position }, [stream]), stream);
}
const idsOf = (moved: readonly Moved[]) => moved.map(({ id }) => id).toSorted();

test('everybody who leads to an entry is told of with it, and nobody who does not', async () => {
  let edges = 0;
  for (const one of everybody) {
    const expected = everybody.filter(({ id }) => id !== one.id && leads.get(id)?.has(one.id));
    expect([one.id, ...idsOf(await dependents(one, 10, true))]).toEqual([
      one.id,
      ...idsOf(expected),
    ]);
    edges += expected.length;
  }
  expect(edges).toBeGreaterThan(1_000);
}, 60_000);

test('to those who do not see everybody, nobody is told of by way of somebody hidden, and everybody else is', async () => {
  const shown = await readLeads(['OPEN', 'RESTRICTED'], false);
  const isOpen = ({ cell }: Moved) => !/^PROTECTED|NONE/.test(cell);
  let untold = 0;
  for (const one of everybody) {
    const expected = everybody.filter(
      (other) => isOpen(other) && other.id !== one.id && shown.get(other.id)?.has(one.id),
    );
    const told = (await dependents(one, 0, false)).filter(isOpen);
    expect([one.id, ...idsOf(told)]).toEqual([one.id, ...idsOf(expected)]);
    untold += (await dependents(one, 0, true)).filter(isOpen).length - told.length;
  }
  expect(untold).toBeGreaterThan(100);
}, 60_000);
