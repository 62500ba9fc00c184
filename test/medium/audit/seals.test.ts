import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recordFacts } from '../../../src/store/audit-writes.js';
import { auditFact } from '../../support/audit-fact.js';
import { sealedRecord, type SealedRecord } from '../../support/sealed-record.js';

let record: SealedRecord;

beforeAll(async () => {
  record = await sealedRecord();
});
afterAll(() => record.stop());

/** The seals of Hallsberg, as `1 {[1,3)} 2`: number, ids and rows. */
async function seals(code = '1861'): Promise<readonly string[]> {
  const rows = (await record.owner.query(
    `select number || ' ' || ids::text || ' ' || rows as seal from audit_seal
      where municipality_code = $1 order by number`,
    [code],
  )) as readonly { seal: string }[];
  return rows.map(({ seal }) => seal);
}

test('each municipality has seals of its own, and those who serve all have theirs', async () => {
  await record.record({}, {}, { municipality: null });
  await record.seal();
  expect(await seals()).toEqual(['1 {[1,3)} 2']);
  expect(await seals('ALL')).toEqual(['1 {[3,4)} 1']);
  expect(await record.broken()).toEqual([]);
});

test('a minute in which nothing was recorded makes no seal', async () => {
  await record.seal();
  expect(await seals()).toHaveLength(1);
});

test('rows that are committed late get into a later seal: none is missed, and nobody waits', async () => {
  const late = record.program.createQueryRunner();
  await late.startTransaction();
  await recordFacts(late, [auditFact({ at: record.clock.now() })]);
  await record.record({});
  await record.seal();
  expect((await seals()).at(-1)).toBe('2 {[5,6)} 1');
  await late.commitTransaction();
  await late.release();
  // Until it is sealed it is a row that no seal covers: a transaction of five minutes is an alarm.
  expect(await record.broken()).toEqual(['1861 ROW_UNSEALED row 4']);
  await record.seal();
  expect((await seals()).at(-1)).toBe('3 {[4,5)} 1');
  expect(await record.broken()).toEqual([]);
});

test('who seals is one: another process does nothing meanwhile', async () => {
  await record.record({});
  const other = record.owner.createQueryRunner();
  await other.query('select pg_advisory_lock(186120, 0)');
  const before = await seals();
  await record.sealer.everything();
  expect(await seals()).toEqual(before);
  await other.query('select pg_advisory_unlock(186120, 0)');
  await other.release();
  await record.seal();
  expect(await seals()).toHaveLength(before.length + 1);
});

test('what was left unsealed while the program was away is sealed when it is back', async () => {
  await record.record({});
  record.clock.advance(40 * 86_400);
  expect(await record.broken()).toHaveLength(1);
  await record.seal();
  expect(await record.broken()).toEqual([]);
});

test('a row of five minutes without a seal is an alarm, a younger one is not', async () => {
  await record.record({ municipality: null });
  record.clock.advance(299);
  expect(await record.broken()).toEqual([]);
  record.clock.advance(2);
  expect((await record.broken())[0]).toMatch(/^ALL ROW_UNSEALED/);
  await record.seal();
});

test("the program's role can add and read, and take nothing away", async () => {
  const partitions = (await record.owner.query(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_entry'::regclass`,
  )) as readonly { name: string }[];
  expect(partitions.length).toBeGreaterThanOrEqual(3);
  const tables = ['audit_entry', 'audit_seal', ...partitions.map(({ name }) => name)];
  for (const table of tables)
    for (const statement of [
      `update ${table} set municipality_code = '1860'`,
      `delete from ${table}`,
      `truncate ${table}`,
      `drop table ${table}`,
      `alter table ${table} add column more text`,
    ])
      await expect(record.program.query(statement)).rejects.toMatchObject({ code: '42501' });
  expect(await record.program.query('select count(*)::int > 5 as many from audit_entry')).toEqual([
    { many: true },
  ]);
  // Beside the parent, where a fact could stand in a month that is not its own.
  for (const { name } of partitions)
    await expect(
      record.program.query(`insert into ${name} select * from audit_entry`),
    ).rejects.toMatchObject({ code: '42501' });
});

test('what the program may make is the partitions of a month and the next, and nothing by a name', async () => {
  const made = async () => {
    const [found] = (await record.owner.query(
      `select count(*)::int as count from pg_inherits where inhparent = 'audit_entry'::regclass`,
    )) as [{ count: number }];
    return found.count;
  };
  const before = await made();
  await record.program.query(`select audit_make_months('2031-12-31T23:59:59Z')`);
  await record.program.query(`select audit_make_months('2031-12-31T23:59:59Z')`);
  expect(await made()).toBe(before + 2);
  await record.record({ at: new Date('2032-01-01T00:00:00Z') });
  expect(
    await record.owner.query(
      `select tableoid::regclass::text as part from audit_entry where at > '2032-01-01'::timestamptz - interval '1 s'`,
    ),
  ).toEqual([{ part: 'audit_entry_2032_01' }]);
  // An operator that stands before the system's own would run as the owner.
  const [{ config }] = (await record.owner.query(
    `select proconfig as config from pg_proc where proname = 'audit_make_months'`,
  )) as [{ config: readonly string[] }];
  expect(config).toContain('search_path=pg_catalog, pg_temp');
});
