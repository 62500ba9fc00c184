import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Municipalities, directory facts, local facts, live facts, keys and sync runs. */
export class FirstFacts1790000000001 implements MigrationInterface {
  readonly name = 'FirstFacts1790000000001';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead.');
  }
}

const statements = [
  `create table municipality (
     code text not null constraint municipality_pkey primary key,
     id uuid not null constraint municipality_id_key unique,
     name text not null,
     switchboard_number text not null,
     area_code text not null,
     extension_digits integer not null,
     dial_plan text not null,
     number_series text[] not null,
     mobile_visibility text not null
   )`,
  `create table directory_source (
     id text not null constraint directory_source_pkey primary key,
     municipality_code text not null
       constraint directory_source_municipality_fkey references municipality (code),
     last_complete_at timestamptz
   )`,
  // Directory facts: replaced by every sync, never edited here.
  `create table unit (
     id uuid not null constraint unit_pkey primary key,
     municipality_code text not null constraint unit_municipality_fkey references municipality (code),
     source_id text not null constraint unit_source_fkey references directory_source (id),
     directory_key text not null,
     parent_id uuid constraint unit_parent_fkey references unit (id),
     name text not null,
     folded_name text not null,
     constraint unit_source_key unique (source_id, directory_key)
   )`,
  `create table person (
     id uuid not null constraint person_pkey primary key,
     municipality_code text not null constraint person_municipality_fkey references municipality (code),
     source_id text not null constraint person_source_fkey references directory_source (id),
     directory_key text not null,
     source_hash text not null,
     display_name text not null,
     given_name text,
     family_name text,
     title text,
     email text,
     employee_id text,
     kind text not null,
     account_state text not null,
     unit_id uuid constraint person_unit_fkey references unit (id),
     sort_key text collate "sv-x-icu" not null,
     folded_text text not null,
     missing_since timestamptz,
     constraint person_source_key unique (source_id, directory_key)
   )`,
  `create index person_email_index on person (email)`,
  `create index person_employee_index on person (municipality_code, employee_id)`,
  `create index person_order_index on person (sort_key, id)`,
  `create table directory_number (
     id uuid not null constraint directory_number_pkey primary key,
     municipality_code text not null
       constraint directory_number_municipality_fkey references municipality (code),
     person_id uuid not null constraint directory_number_person_fkey references person (id),
     kind text not null,
     e164 text,
     extension text,
     original text not null,
     position integer not null
   )`,
  `create index directory_number_person_index on directory_number (person_id)`,
  `create index directory_number_e164_index on directory_number (e164)`,
  `create index directory_number_extension_index on directory_number (extension)`,
  // Local facts: no sync touches them, except that a directory may raise a level.
  `create table person_local (
     person_id uuid not null constraint person_local_pkey primary key
       constraint person_local_person_fkey references person (id),
     municipality_code text not null
       constraint person_local_municipality_fkey references municipality (code),
     protection_level text not null
       constraint person_local_level_check check (protection_level in ('OPEN', 'RESTRICTED', 'PROTECTED')),
     mobile_audience text,
     version integer not null
   )`,
  `create table added_number (
     id uuid not null constraint added_number_pkey primary key,
     municipality_code text not null
       constraint added_number_municipality_fkey references municipality (code),
     person_id uuid not null constraint added_number_person_fkey references person (id),
     kind text not null,
     e164 text,
     extension text,
     original text not null,
     constraint added_number_person_key unique (person_id, kind)
   )`,
  `create index added_number_e164_index on added_number (e164)`,
  `create index added_number_extension_index on added_number (extension)`,
  `create table absence (
     id uuid not null constraint absence_pkey primary key,
     municipality_code text not null constraint absence_municipality_fkey references municipality (code),
     person_id uuid not null constraint absence_person_fkey references person (id),
     reason text not null,
     starts_at timestamptz not null,
     ends_at timestamptz,
     ends_at_precision text not null,
     phone_rings boolean not null,
     note text,
     substitute_id uuid constraint absence_substitute_fkey references person (id),
     source text not null,
     version integer not null,
     constraint absence_order_check check (ends_at is null or ends_at > starts_at)
   )`,
  `create index absence_person_index on absence (person_id, ends_at)`,
  `create table forwarding (
     id uuid not null constraint forwarding_pkey primary key,
     municipality_code text not null
       constraint forwarding_municipality_fkey references municipality (code),
     person_id uuid not null constraint forwarding_person_fkey references person (id),
     condition text not null,
     origin text not null,
     layer text not null,
     no_answer_seconds integer,
     target_kind text not null,
     target_number text,
     target_person_id uuid constraint forwarding_target_fkey references person (id),
     active boolean not null,
     valid_until timestamptz,
     source text not null,
     observed_at timestamptz,
     version integer not null,
     constraint forwarding_slot_key unique (person_id, condition, origin, layer)
   )`,
  // Live facts: one row a line, overwritten; no counterpart, direction or history (P22).
  `create table line_state (
     municipality_code text not null
       constraint line_state_municipality_fkey references municipality (code),
     line text not null,
     status text not null,
     report_seq numeric(20) not null,
     expires_at timestamptz not null,
     constraint line_state_pkey primary key (municipality_code, line)
   )`,
  `create table api_key (
     id uuid not null constraint api_key_pkey primary key,
     key_id text not null constraint api_key_key_id_key unique,
     secret_hmac text not null,
     role text not null,
     label text not null,
     municipality_code text constraint api_key_municipality_fkey references municipality (code),
     scopes text[] not null,
     expires_at timestamptz not null,
     revoked_at timestamptz
   )`,
  `create table sync_run (
     id uuid not null constraint sync_run_pkey primary key,
     municipality_code text not null
       constraint sync_run_municipality_fkey references municipality (code),
     source_id text not null constraint sync_run_source_fkey references directory_source (id),
     status text not null,
     started_at timestamptz not null,
     finished_at timestamptz,
     seen integer not null,
     created integer not null,
     updated integer not null,
     missing integer not null,
     message text
   )`,
  `create table sync_rejection (
     id uuid not null constraint sync_rejection_pkey primary key,
     municipality_code text not null
       constraint sync_rejection_municipality_fkey references municipality (code),
     run_id uuid not null constraint sync_rejection_run_fkey references sync_run (id),
     directory_key text not null,
     field text,
     code text not null
   )`,
  `create index sync_rejection_run_index on sync_rejection (run_id)`,
  // One list of a person's numbers; the two kinds of facts stay in tables of their own.
  `create view phone_number as
     select person_id, municipality_code, kind, e164, extension, 'LOCAL' as source, -1 as position
       from added_number
     union all
     select person_id, municipality_code, kind, e164, extension, 'LDAP' as source, position
       from directory_number`,
];
