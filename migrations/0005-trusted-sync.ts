import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs that stage what they read, managers, shared phones, the fast lane, and rises that can be undone. */
export class TrustedSync1790000000005 implements MigrationInterface {
  readonly name = 'TrustedSync1790000000005';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  // What the next run of a source has to know. A null mapping has every entry read anew.
  `alter table directory_source
     add column mapping text,
     add column marks jsonb not null default '{}',
     add column lane_server text,
     add column lane_position text,
     add column refused_binds integer not null default 0,
     add column refused_credentials text,
     add constraint directory_source_municipality_key unique (id, municipality_code)`,
  `alter table directory_source alter column marks drop default`,
  `alter table directory_source alter column refused_binds drop default`,
  // Computed otherwise from now on; unknown is not changed.
  `update directory_source set configuration = null`,
  `alter table unit add column dn_digest text`,
  `create index unit_dn_index on unit (source_id, dn_digest)`,
  // One reference instead of two: the source's municipality is the person's. Bulk loads pay for each.
  `alter table person
     drop constraint person_municipality_fkey,
     drop constraint person_source_fkey,
     add constraint person_source_fkey foreign key (source_id, municipality_code)
       references directory_source (id, municipality_code),
     add column filled text not null default '',
     add column dn_digest text,
     add column manager_digest text,
     add column manager_id uuid constraint person_manager_fkey references person (id),
     drop constraint person_employment_check,
     add constraint person_employment_check check (
       employment in ('ACTIVE', 'LEFT', 'GONE', 'ERASED') and (employment = 'ACTIVE') = (left_at is null))`,
  `update person set filled = concat_ws(' ',
     case when title is not null then 'title' end,
     case when email is not null then 'email' end,
     case when employee_id is not null then 'employeeId' end,
     case when exists (select 1 from directory_number n where n.person_id = person.id and n.kind = 'DIRECT')
       then 'direct' end,
     case when exists (select 1 from directory_number n where n.person_id = person.id and n.kind = 'MOBILE')
       then 'mobile' end,
     case when unit_id is not null then 'unit' end)`,
  `alter table person alter column filled drop default`,
  // Rows that live and die with their person need no reference of their own to the municipality.
  `alter table person_local drop constraint person_local_municipality_fkey`,
  `alter table directory_number
     drop constraint directory_number_municipality_fkey,
     drop column id,
     add constraint directory_number_pkey primary key (person_id, position)`,
  `drop index directory_number_person_index`,
  // Most numbers have no extension.
  `drop index directory_number_extension_index`,
  `create index directory_number_extension_index on directory_number (extension) where extension is not null`,
  // What a run has read and not yet carried out. Emptied by each run; a crash of the server empties it too.
  // Only ever read as a whole, so it has no index to pay for.
  `create unlogged table staged_person (
     source_id text not null,
     municipality_code text not null,
     directory_key text not null,
     person_id uuid not null,
     known boolean not null,
     source_hash text not null,
     level text not null,
     display_name text not null,
     given_name text,
     family_name text,
     title text,
     email text,
     employee_id text,
     kind text not null,
     account_state text not null,
     filled text not null,
     dn_digest text not null,
     unit_digest text,
     manager_digest text,
     sort_key text not null,
     folded_text text not null
   )`,
  `create unlogged table staged_number (
     source_id text not null,
     municipality_code text not null,
     directory_key text not null,
     person_id uuid not null,
     known boolean not null,
     position integer not null,
     kind text not null,
     e164 text,
     extension text,
     original text not null
   )`,
  `alter table sync_run
     add column kind text not null default 'COMPLETE',
     add column trigger text not null default 'SCHEDULE',
     add column server text,
     add column moved integer not null default 0,
     add column disabled integer not null default 0,
     add column reappeared integer not null default 0,
     add column left_scope integer not null default 0,
     add column removed integer not null default 0,
     add column raised integer not null default 0,
     add column rejected integer not null default 0,
     add column plan_hash text`,
  ...[
    'kind',
    'trigger',
    'moved',
    'disabled',
    'reappeared',
    'left_scope',
    'removed',
    'raised',
    'rejected',
  ].map((column) => `alter table sync_run alter column ${column} drop default`),
  `create index sync_run_order_index on sync_run (started_at, id)`,
  `create index sync_run_source_index on sync_run (source_id, status)`,
  // Levels that a run has raised, so that a faulty mark can be undone as one change.
  `create table level_rise (
     id uuid not null constraint level_rise_pkey primary key,
     municipality_code text not null
       constraint level_rise_municipality_fkey references municipality (code),
     run_id uuid not null constraint level_rise_run_fkey references sync_run (id),
     person_id uuid not null constraint level_rise_person_fkey references person (id),
     level_before text not null,
     level_after text not null,
     raised_at timestamptz not null,
     constraint level_rise_entry_key unique (run_id, person_id)
   )`,
  `create table rise_undo (
     run_id uuid not null constraint rise_undo_pkey primary key
       constraint rise_undo_run_fkey references sync_run (id),
     municipality_code text not null
       constraint rise_undo_municipality_fkey references municipality (code),
     requested_by text not null,
     requested_at timestamptz not null,
     confirmed_by text,
     confirmed_at timestamptz
   )`,
  `alter table held_plan add column decided_by text`,
];
