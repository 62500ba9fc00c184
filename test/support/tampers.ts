import type { EntityManager } from 'typeorm';
import type { MunicipalityCode, PersonId } from '../../src/kernel/ids.js';
import { sealedRecord, type SealedRecord } from './sealed-record.js';
import { randomBytesOf } from './seeded-random.js';

/** A sealed record of 24 rows under two codes, four seals each. */
export async function recordToTamperWith(): Promise<SealedRecord> {
  const record = await sealedRecord();
  for (let minute = 0; minute < 4; minute += 1) {
    for (const municipality of ['1861', null] as (MunicipalityCode | null)[])
      await record.record(
        ...[1, 2, 3].map((n) => ({
          municipality,
          actor: `key:${minute}${n}`,
          roles: `OPERATOR ${n}`,
          organisation: '1861' as MunicipalityCode,
          about: `00000000-0000-4000-8000-00000000000${n}` as PersonId,
          object: `object ${minute}${n}`,
          fields: ['note', `field ${n}`],
          purpose: `purpose ${minute}${n}`,
        })),
      );
    await record.seal();
  }
  return record;
}

const texts = ['actor', 'roles', 'organisation', 'action', 'origin', 'object', 'purpose'];
const rowValues = [
  `id = id + 1000000`,
  `at = at + interval '1 microsecond'`,
  `at = at - interval '400 days'`,
  `municipality_code = '1860'`,
  `municipality_code = 'nobody'`,
  `about = gen_random_uuid()`,
  `about = null`,
  `fields = fields || 'more'::text`,
  `fields = '{}'`,
  `fields = array[array_to_string(fields, ',')]`,
  ...texts.flatMap((column) => [`${column} = ${column} || ' '`, `${column} = ''`]),
  ...['organisation', 'object', 'purpose'].map((column) => `${column} = null`),
];
const sealValues = [
  'number = number + 100',
  'number = -number',
  `municipality_code = 'nobody'`,
  `sealed_at = sealed_at + interval '1 microsecond'`,
  `month = '2020-01'`,
  'dropped = not dropped',
  `ids = '{}'`,
  `ids = ids + '{[900000,900001)}'`,
  `ids = ids * int8multirange(int8range(lower(ids), lower(ids) + 1))`,
  'rows = rows + 1',
  `content = ''`,
  `previous = 'a' || previous`,
  'hash = reverse(hash)',
];

type Tamper = (tx: EntityManager, pick: <T>(list: readonly T[]) => T) => Promise<void>;

async function one(tx: EntityManager, sql: string): Promise<void> {
  const [, count] = (await tx.query(sql)) as [unknown, number];
  if (count === 0) throw new Error(`This alters nothing: ${sql}`);
}

const row = (pick: <T>(list: readonly T[]) => T) =>
  `(id, at) = (select id, at from audit_entry order by id offset ${pick([...Array(24).keys()])} limit 1)`;
const seal = (pick: <T>(list: readonly T[]) => T) =>
  `municipality_code = '${pick(['1861', 'ALL'])}' and number = ${pick([1, 2, 3, 4])}`;

const tampers: readonly Tamper[] = [
  async (tx, pick) => one(tx, `update audit_entry set ${pick(rowValues)} where ${row(pick)}`),
  async (tx, pick) => {
    const first = pick(texts);
    const second = pick(texts.filter((name) => name !== first));
    const set = `${first} = coalesce(${second}, ''), ${second} = coalesce(${first}, '')`;
    await one(tx, `update audit_entry set ${set} where ${row(pick)}`);
  },
  async (tx, pick) =>
    one(
      tx,
      `with gone as (delete from audit_entry where ${row(pick)} returning *)
      insert into audit_entry select id, at, municipality_code, actor || 'x', roles, organisation, action,
        origin, about, object, fields, purpose from gone returning 1`,
    ),
  async (tx, pick) => one(tx, `delete from audit_entry where ${row(pick)}`),
  async (tx, pick) => {
    const [id, at] = pick([
      ['id + 500000', 'at'],
      ['id', `at - interval '1 hour'`],
      ['id + 1', `at - interval '1 second'`],
      ['-id', 'at'],
    ]);
    await tx.query(`insert into audit_entry select ${id}, ${at}, municipality_code, actor, roles,
      organisation, action, origin, about, object, fields, purpose from audit_entry where ${row(pick)}`);
  },
  async (tx, pick) => one(tx, `update audit_seal set ${pick(sealValues)} where ${seal(pick)}`),
  async (tx, pick) => one(tx, `delete from audit_seal where ${seal(pick)}`),
  async (tx, pick) => {
    const number = pick(['number + 4', '-number', '0', '2147483647', '-2147483648']);
    const code = pick(['municipality_code', `'nobody'`]);
    await tx.query(`insert into audit_seal select ${number}, ${code}, sealed_at, month, dropped, ids, rows,
      content, previous, hash from audit_seal where ${seal(pick)}`);
  },
  async (tx, pick) => {
    const column = pick(['content', 'ids', 'hash', 'previous', 'sealed_at']);
    const code = pick(['1861', 'ALL']);
    await one(
      tx,
      `update audit_seal s set ${column} = o.${column} from audit_seal o
      where s.municipality_code = '${code}' and o.municipality_code = '${code}'
        and (s.number, o.number) in ((1, 3), (3, 1))`,
    );
  },
];

/** Alters the record so many times, each at random and undone again, and gives those that the check did not notice. */
export async function unnoticed(record: SealedRecord, times: number): Promise<readonly string[]> {
  let drawn = 0;
  const pick = <T>(list: readonly T[]): T => {
    const found = list[randomBytesOf(4, String((drawn += 1))).readUInt32BE(0) % list.length];
    if (found === undefined) throw new Error('Nothing to pick from.');
    return found;
  };
  const silent: string[] = [];
  for (let n = 0; n < times; n += 1) {
    const sent: string[] = [];
    const faults = await record.brokenBy(async (tx) => {
      const query = async (sql: string) => {
        sent.push(sql);
        return tx.query(sql) as Promise<unknown>;
      };
      await pick(tampers)({ query } as EntityManager, pick);
    });
    if (faults.length === 0) silent.push(sent.join(';'));
  }
  return silent;
}
