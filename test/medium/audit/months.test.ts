import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sealedRecord, type SealedRecord } from '../../support/sealed-record.js';

let record: SealedRecord;
/** The month in which the program was installed, and the two after it. */
let months: readonly [string, string, string];

/** A month without a partition of its own. */
let other: string;

const monthOf = () => record.clock.now().toISOString().slice(0, 7);
const drop = (month: string) => record.dropper.carryOut(record.ownerUrl, month);
const rowsLeft = async () => {
  const found = (await record.owner.query(
    `select to_char(at at time zone 'UTC', 'YYYY-MM') as month, count(*)::int as rows
       from audit_entry group by 1 order by 1`,
  )) as readonly { month: string; rows: number }[];
  return found.map(({ month, rows }) => `${month} ${rows}`);
};

beforeAll(async () => {
  record = await sealedRecord();
  const found: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    found.push(monthOf());
    await record.record({}, {}, { municipality: null });
    await record.seal();
    record.clock.advance(31 * 86_400);
  }
  months = found as [string, string, string];
}, 60_000);
afterAll(() => record.stop());

test('a seal covers rows of one month, also when two are sealed at once', async () => {
  const [year = 0, month = 1] = monthOf().split('-').map(Number);
  const begins = new Date(Date.UTC(year, month));
  record.clock.advance((begins.getTime() - record.clock.now().getTime()) / 1000 + 30);
  await record.record({ at: new Date(begins.getTime() - 1) }, { at: begins }, { at: begins });
  await record.seal();
  const rows = (await record.owner.query(
    `select month, rows from audit_seal where municipality_code = '1861' order by number desc limit 2`,
  )) as readonly unknown[];
  const before = new Date(begins.getTime() - 1).toISOString().slice(0, 7);
  expect(rows).toEqual([
    { month: monthOf(), rows: 2 },
    { month: before, rows: 1 },
  ]);
  expect(await record.broken()).toEqual([]);
});

test('each month that comes has a partition of its own', async () => {
  const parts = (await record.owner.query(
    `select distinct tableoid::regclass::text as part from audit_entry order by 1`,
  )) as readonly { part: string }[];
  const own = months.map((month) => `audit_entry_${month.replace('-', '_')}`);
  expect(parts.map(({ part }) => part)).toEqual(expect.arrayContaining(own.slice(0, 1)));
  // The program was away when this month began: its rows stand among the others.
  other = monthOf();
  await record.sealer.everything();
  record.clock.advance(33 * 86_400);
  await record.record({});
  const [{ part }] = (await record.owner.query(
    `select tableoid::regclass::text as part from audit_entry order by id desc limit 1`,
  )) as [{ part: string }];
  expect(part).toBe(`audit_entry_${monthOf().replace('-', '_')}`);
  await record.seal();
});

test('a month that is not closed stays, and so does one that has no rows', async () => {
  expect(await drop(monthOf())).toEqual({ kind: 'NOT_CLOSED' });
  expect(await drop('2020-01')).toEqual({ kind: 'EMPTY' });
});

test('nothing is dropped while anything is not as it was sealed', async () => {
  const [first] = months;
  const before = await rowsLeft();
  await record.owner.query(`create table kept as select * from audit_entry where id = 1`);
  await record.owner.query(`update audit_entry set actor = 'another' where id = 1`);
  expect(await drop(first)).toMatchObject({ kind: 'BROKEN' });
  await record.owner.query(
    `update audit_entry e set actor = kept.actor from kept where e.id = kept.id`,
  );
  // A row of the month that no seal covers is as bad.
  await record.owner.query(
    `insert into audit_entry select id + 900000, at, municipality_code, actor, roles, organisation, action,
       origin, about, object, fields, purpose from kept`,
  );
  expect(await drop(first)).toMatchObject({ kind: 'BROKEN' });
  await record.owner.query(`delete from audit_entry where id > 900000`);
  await record.owner.query('drop table kept');
  expect(await rowsLeft()).toEqual(before);
  expect(await record.broken()).toEqual([]);
});

test('a month that was deleted by hand is found', async () => {
  const [first] = months;
  const part = `audit_entry_${first.replace('-', '_')}`;
  expect(await record.brokenBy((tx) => tx.query(`drop table ${part}`))).toEqual([
    '1861 ROW_MISSING seal 1',
    'ALL ROW_MISSING seal 1',
  ]);
});

test('a closed month is dropped whole; its seals stay, and everything verifies without it', async () => {
  const [first] = months;
  const others = (await rowsLeft()).filter((text) => !text.startsWith(first));
  expect(await drop(first)).toEqual({
    kind: 'DROPPED',
    rows: [
      { code: '1861', rows: 2 },
      { code: 'ALL', rows: 1 },
    ],
  });
  expect(await rowsLeft()).toEqual(others);
  expect(await record.broken()).toEqual([]);
  await record.record({});
  await record.seal();
  expect(await record.broken()).toEqual([]);
  expect(await drop(first)).toEqual({ kind: 'EMPTY' });
});

test('so is one that has no partition of its own', async () => {
  const { length } = await rowsLeft();
  expect(await drop(other)).toEqual({ kind: 'DROPPED', rows: [{ code: '1861', rows: 2 }] });
  expect(await rowsLeft()).toHaveLength(length - 1);
  expect(await record.broken()).toEqual([]);
});

test('after a month was dropped its seals are still checked, and so is that it was', async () => {
  const alterations = [
    `update audit_seal set rows = rows + 1 where number = 1`,
    `update audit_seal set ids = '{}' where number = 1`,
    `delete from audit_seal where number = 1`,
    `delete from audit_seal where dropped`,
    `update audit_seal set month = '${months[1]}' where dropped`,
    `update audit_seal set rows = 0 where dropped`,
    `insert into audit_entry (id, at, municipality_code, actor, roles, action, origin, fields)
       values (1, '${months[0]}-28T00:00:00Z', '1861', '', '', '', '', '{}')`,
  ];
  for (const sql of alterations)
    expect([sql, await record.brokenBy((tx) => tx.query(sql))]).not.toEqual([sql, []]);
});
