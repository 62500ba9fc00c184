import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each unit has its line, itself and those above it: a list of twenty people asked for twenty of them, which took a third
 * of all that it took. Kept by the database itself, whoever writes units.
 */
export class UnitLines1790000000024 implements MigrationInterface {
  readonly name = 'UnitLines1790000000024';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/** Pairs of id and name, the topmost first; no line is longer than this. */
const most = 20;
const keep = (units: string) => `
  with recursive below as (
    ${units}
    union
    select u.id from public.unit u join below on u.parent_id = below.id
  ), up as (
    select below.id, u.id as at, u.name, u.parent_id, 0 as above from below join public.unit u on u.id = below.id
    union all
    select up.id, u.id, u.name, u.parent_id, up.above + 1 from up join public.unit u on u.id = up.parent_id where up.above < ${most}
  )
  update public.unit set line = made.line
    from (select up.id, json_agg(json_build_array(at, name) order by above desc) as line from up group by up.id) made
   where unit.id = made.id and unit.line::text <> made.line::text`;

const trigger = (on: string, rows: string) =>
  `create trigger unit_line_${on} after ${on} on unit referencing ${rows}
     for each statement execute function unit_keep_lines()`;

const statements = [
  `alter table unit add column line json not null default '[]'`,
  `alter table unit alter column line drop default`,
  keep('select id from unit'),
  // It writes units itself, and is then called again, with nothing to do.
  `create function unit_keep_lines() returns trigger language plpgsql security definer
     set search_path = pg_catalog, pg_temp as $keep$
   declare
     those uuid[];
   begin
     if tg_op = 'INSERT' then
       select array_agg(id) into those from new_rows;
     else
       select array_agg(id) into those from (
         select id, name, parent_id from new_rows except select id, name, parent_id from old_rows) changed;
     end if;
     if those is null then return null; end if;
     ${keep('select unnest(those) as id')};
     return null;
   end
   $keep$`,
  trigger('insert', 'new table as new_rows'),
  trigger('update', 'old table as old_rows new table as new_rows'),
];
