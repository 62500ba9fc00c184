import type { Client } from 'pg';

/**
 * So many people more, like somebody of each municipality in turn, each with an absence that has begun and ends at an
 * instant. Nobody's directory has them.
 */
export async function manyAbsent(db: Client, count: number, until: Date): Promise<void> {
  await db.query('begin');
  await db.query(
    `insert into person select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'email', null,
         'employee_id', null, 'directory_key', 'many-' || n, 'display_name', p.display_name || ' ' || n,
         'sort_key', p.sort_key || ' ' || n))).*
       from generate_series(1, $1::int) n join person p on p.id = (
         select id from person where kind = 'EMPLOYEE' and employment = 'ACTIVE' and directory_key not like 'many-%'
            and municipality_code = (array['1860', '1861', '1882'])[1 + n % 3] order by id limit 1)`,
    [count],
  );
  await db.query(
    `insert into person_local select (jsonb_populate_record(l, jsonb_build_object('person_id', p.id,
         'municipality_code', p.municipality_code, 'protection_level', 'OPEN'))).*
       from person p join person_local l on l.person_id = (select min(person_id::text)::uuid from person_local)
      where p.directory_key like 'many-%'`,
  );
  await db.query(
    `insert into absence (id, municipality_code, person_id, reason, starts_at, ends_at, ends_at_precision, phone_rings, source, version)
     select gen_random_uuid(), municipality_code, id, 'MEETING', $1::timestamptz - interval '1 hour', $1, 'EXACT', false, 'SELF', 1
       from person where directory_key like 'many-%'`,
    [until],
  );
  await db.query('commit');
}
