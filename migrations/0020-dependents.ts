import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who refers, forwards or answers to somebody is found quickly: their entries change with that one's. And whether so
 * many have changed that clients list again does not depend on anybody PROTECTED.
 */
export class Dependents1790000000020 implements MigrationInterface {
  readonly name = 'Dependents1790000000020';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/** A change of so many entries of one municipality at once is told as one. */
const bulk = 200;
const last = `'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`;
const rights = `'00000000-0000-0000-0000-000000000000'::uuid`;

const current = `
  select p.id, p.municipality_code,
         case when p.alias_of is null or exists (
                select from public.person o join public.person_local ol on ol.person_id = o.id
                 where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')
              then l.protection_level || ':' || p.municipality_code
                || case p.employment when 'ACTIVE' then '' else ':' || p.employment end
              else 'NONE' end as cell
    from public.person p join public.person_local l on l.person_id = p.id`;

const statements = [
  `create index absence_substitute_index on absence (substitute_id) where substitute_id is not null`,
  `create index absence_referral_unit_index on absence (referral_unit_id) where referral_unit_id is not null`,
  `create index forwarding_target_index on forwarding (target_person_id) where target_person_id is not null`,
  `create index person_manager_index on person (manager_id) where manager_id is not null`,
  `create index person_unit_index on person (unit_id)`,
  `create index unit_parent_index on unit (parent_id) where parent_id is not null`,
  // As it was (0019), but for those who are counted.
  `create or replace function stream_move() returns trigger language plpgsql security definer
     set search_path = pg_catalog, pg_temp as $move$
   declare
     mine uuid[];
     whole text[];
     single uuid[];
     base bigint;
   begin
     with taken as (
       delete from public.stream_touch where transaction = pg_current_xact_id() returning entry_id
     ) select array_agg(entry_id) into mine from taken;
     if mine is null then return null; end if;
     mine := array_remove(mine, ${last});
     perform from public.stream_entry where entry_id = any(mine) order by entry_id for update;
     select coalesce(array_agg(code), '{}') into whole from (
       select p.municipality_code as code
         from public.person p join public.person_local l on l.person_id = p.id
         left join public.stream_entry e on e.entry_id = p.id
        where p.id = any(mine) and (l.protection_level <> 'PROTECTED' or e.cell not like 'PROTECTED:%')
        group by p.municipality_code having count(*) > ${bulk}
       union select code from public.municipality where id = any(mine)) bulk;
     insert into public.stream_entry as known
     select now.id, now.municipality_code, 0, now.cell, '{}' from (${current}) now
      where now.municipality_code = any(whole) order by now.id
     on conflict on constraint stream_entry_pkey do update
        set municipality_code = excluded.municipality_code, cell = excluded.cell, left_from = '{}'
      where known.cell <> excluded.cell;
     select coalesce(array_agg(now.id), '{}') into single from (${current}) now
      where now.id = any(mine) and now.municipality_code <> all(whole);
     update public.stream_head set position = position + cardinality(single) + cardinality(whole),
            rights = rights + (case when ${rights} = any(mine) then 1 else 0 end)
      where id = 1 returning position - cardinality(single) - cardinality(whole) into base;
     insert into public.stream_entry as known
     select now.id, now.municipality_code, base + row_number() over (order by now.id), now.cell, '{}'
       from (${current}) now where now.id = any(single)
     on conflict on constraint stream_entry_pkey do update
        set municipality_code = excluded.municipality_code, position = excluded.position, cell = excluded.cell,
            left_from = case when known.cell = excluded.cell then known.left_from
              else (known.left_from - excluded.cell) || jsonb_build_object(known.cell, excluded.position) end;
     insert into public.stream_reset
     select code, base + cardinality(single) + row_number() over (order by code) from unnest(whole) as code
     on conflict on constraint stream_reset_pkey do update set position = excluded.position;
     perform pg_notify('stream', '');
     return null;
   end
   $move$`,
];
