import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the stream of changes stands: the position of each entry's last change, and nothing of what it was or when. */
export class Positions1790000000019 implements MigrationInterface {
  readonly name = 'Positions1790000000019';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/** A change of so many entries of one municipality at once is told as one. */
const bulk = 200;
/** A statement that writes so many rows is not looked at row by row: its municipalities have changed as a whole. */
const load = 1_000;
/** Closes what a transaction has touched, so that its entries are moved once: one row of each transaction. */
const last = `'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`;

/** Stands for whoever may see what, among the entries that a transaction has touched. */
const rights = `'00000000-0000-0000-0000-000000000000'::uuid`;
const person = `select c.person_id from changed c`;
const peopleOf = (unit: string) => `
  with recursive below as (
    select c.${unit} as id from changed c
    union select u.id from public.unit u join below on u.parent_id = below.id
  ) select p.id from public.person p join below on below.id = p.unit_id`;
const municipality = `select m.id from public.municipality m join changed c on c.municipality_code = m.code`;

/**
 * Whom a changed row is about, by table; with the columns that count where not all do. That a report is heard
 * again changes nothing: what it says holds until its expiry, and that is when its entry moves.
 */
const touched: readonly {
  readonly table: string;
  readonly columns?: string;
  readonly touch?: string;
  /** The columns that decide who may see what. */
  readonly rights?: string;
}[] = [
  {
    table: 'person',
    columns: `id, municipality_code, display_name, given_name, family_name, title, email, employee_id, kind,
      account_state, employment, left_at, missing_since, unit_id, manager_id, alias_of`,
    touch: `select c.id from changed c
      union select a.id from public.person a join changed c on a.alias_of = c.id`,
    rights: `id, municipality_code, email, employee_id, directory_key, employment, unit_id, manager_id`,
  },
  {
    table: 'person_local',
    touch: `${person} union select a.id from public.person a join changed c on a.alias_of = c.person_id`,
    rights: 'person_id, protection_level',
  },
  {
    table: 'directory_number',
    columns: 'person_id, kind, e164, extension, original, position',
    touch: person,
  },
  { table: 'added_number', touch: person },
  { table: 'absence', touch: person },
  {
    table: 'forwarding',
    columns: `person_id, condition, origin, layer, no_answer_seconds, target_kind, target_number, target_person_id,
      active, valid_until, source`,
    touch: person,
  },
  { table: 'stand_in', touch: person },
  { table: 'best_reached', touch: person },
  { table: 'number_greeting', touch: person },
  {
    table: 'presence_session',
    columns: 'person_id, source, session_id, availability, activity',
    touch: person,
  },
  {
    table: 'line_state',
    columns: 'municipality_code, line, status',
    touch: `select n.person_id from changed c join public.municipality m on m.code = c.municipality_code
      join public.phone_number n on n.municipality_code = c.municipality_code
       and (n.e164 = c.line or m.dial_plan || '/' || n.extension = c.line)`,
  },
  {
    table: 'unit',
    columns: 'id, parent_id, name',
    touch: peopleOf('id'),
    rights: 'id, parent_id',
  },
  { table: 'answer_group_member', touch: peopleOf('unit_id') },
  { table: 'opening_hours', touch: peopleOf('unit_id') },
  { table: 'unit_contact', touch: peopleOf('unit_id') },
  { table: 'unit_duty', touch: peopleOf('unit_id'), rights: '*' },
  {
    table: 'municipality',
    columns: 'id, name, switchboard_number',
    touch: `select c.id from changed c`,
  },
  { table: 'municipality_settings', touch: municipality, rights: '*' },
  { table: 'absence_reason_setting', touch: municipality },
  { table: 'department_decision', touch: peopleOf('unit_id') },
  { table: 'role_grant', rights: '*' },
  { table: 'named_viewer', touch: person, rights: '*' },
  {
    table: 'api_key',
    rights: 'key_id, role, scopes, expires_at, revoked_at',
  },
];

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
  // The row that every change takes last, and holds until it is committed: positions are committed in their order.
  `create table stream_head (
     id integer not null constraint stream_head_pkey primary key,
     position bigint not null,
     rights bigint not null,
     oldest bigint not null,
     day_position bigint not null,
     day_at timestamptz
   )`,
  `insert into stream_head values (1, 0, 0, 0, 0, null)`,
  // left_from: the audiences that have lost sight of the entry, each with the position at which it last did.
  `create table stream_entry (
     entry_id uuid not null constraint stream_entry_pkey primary key,
     municipality_code text not null
       constraint stream_entry_municipality_fkey references municipality (code),
     position bigint not null,
     cell text not null,
     left_from jsonb not null
   )`,
  `create index stream_entry_position_index on stream_entry (position)`,
  `create index stream_entry_left_index on stream_entry (entry_id) where left_from <> '{}'`,
  // The last time that so much of a municipality changed that its clients list again.
  `create table stream_reset (
     municipality_code text not null constraint stream_reset_pkey primary key
       constraint stream_reset_municipality_fkey references municipality (code),
     position bigint not null
   )`,
  // Up to when, and at that instant to whom, the passing of time has been told.
  `create table stream_clock (
     id integer not null constraint stream_clock_pkey primary key,
     at timestamptz,
     entry_id uuid not null
   )`,
  `insert into stream_clock values (1, null, ${rights})`,
  `create index person_local_protected_index on person_local (person_id) where protection_level = 'PROTECTED'`,
  `create index absence_starts_index on absence (starts_at)`,
  `create index absence_ends_index on absence (ends_at)`,
  // What a transaction has touched so far: empty between transactions. Logged all the same: the index of an unlogged
  // table of a copied database was found broken after its server had been killed (test/long/postgres-killed.long.ts).
  `create table stream_touch (
     transaction xid8 not null,
     entry_id uuid not null,
     constraint stream_touch_pkey primary key (transaction, entry_id)
   )`,
  `insert into stream_entry
   select now.id, now.municipality_code, 0, now.cell, '{}' from (${current}) now`,
  ...touched.flatMap(({ table, columns = '*', touch, rights: deciding }) =>
    touching(table, [
      ...(touch === undefined ? [] : [{ columns, touch }]),
      ...(deciding === undefined
        ? []
        : [{ columns: deciding, touch: `select ${rights} from changed` }]),
    ]),
  ),
  // Rows in the order of their ids and then the head, always: nobody waits for each other in a circle, and whoever
  // carries out a batch holds the head no longer than it takes to commit.
  `create function stream_move() returns trigger language plpgsql security definer
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
       select municipality_code as code from public.person where id = any(mine)
        group by municipality_code having count(*) > ${bulk}
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
  `create constraint trigger stream_touch_move after insert on stream_touch
     deferrable initially deferred for each row when (new.entry_id = ${last}) execute function stream_move()`,
];

/** The triggers of a table: they note whom a statement's changed rows are about. */
function touching(
  table: string,
  notes: readonly { readonly columns: string; readonly touch: string }[],
): readonly string[] {
  const noted = (changed: (columns: string) => string) =>
    notes
      .map(
        ({ columns, touch }) => `
    with recursive changed as (${changed(columns)})
    , about(id) as (${touch})
    insert into public.stream_touch
    select distinct pg_current_xact_id(), about.id from about where about.id is not null
    union all select pg_current_xact_id(), ${last} where exists (select from about where about.id is not null)
    on conflict do nothing;`,
      )
      .join('');
  const rows = (of: string) => (columns: string) => `select ${columns} from ${of}`;
  const differing = (columns: string) => {
    const [before, after] = [rows('old_rows')(columns), rows('new_rows')(columns)];
    return `(${before} except ${after}) union all (${after} except ${before})`;
  };
  const trigger = (on: string, referencing: string) =>
    `create trigger stream_${table}_${on} after ${on} on ${table} referencing ${referencing}
       for each statement execute function stream_note_${table}()`;
  return [
    `create function stream_note_${table}() returns trigger language plpgsql security definer
       set search_path = pg_catalog, pg_temp as $note$
     begin
       if tg_op = 'DELETE' then ${noted(rows('old_rows'))}
         return null;
       end if;
       if (select count(*) from (select from new_rows limit ${load} + 1) as part) > ${load} then
         insert into public.stream_touch
         select pg_current_xact_id(), m.id from public.municipality m
          where m.code in (select municipality_code from new_rows)
         union all select pg_current_xact_id(), unnest(array[${rights}, ${last}])
         on conflict do nothing;
       elsif tg_op = 'INSERT' then ${noted(rows('new_rows'))}
       else ${noted(differing)}
       end if;
       return null;
     end
     $note$`,
    trigger('insert', 'new table as new_rows'),
    trigger('update', 'old table as old_rows new table as new_rows'),
    trigger('delete', 'old table as old_rows'),
  ];
}
