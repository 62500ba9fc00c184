import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Levels that two officers lower, alias cards, and the wishes of callers that officers pass on. */
export class Levels1790000000011 implements MigrationInterface {
  readonly name = 'Levels1790000000011';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  // An alias card is an entry that no directory has: no sync, which asks by source, ever meets it.
  `alter table person
     alter column source_id drop not null,
     add column alias_of uuid constraint person_alias_fkey references person (id),
     add constraint person_alias_check check (
       case when source_id is null then alias_of is not null or employment = 'ERASED' else alias_of is null end)`,
  `create unique index person_alias_index on person (alias_of) where alias_of is not null`,
  // The version is that of person_local when it was asked for: whatever has changed since voids the request.
  `create table level_lowering (
     id uuid not null constraint level_lowering_pkey primary key,
     municipality_code text not null
       constraint level_lowering_municipality_fkey references municipality (code),
     person_id uuid not null constraint level_lowering_person_fkey references person (id),
     version integer not null,
     level text not null
       constraint level_lowering_level_check check (level in ('OPEN', 'RESTRICTED')),
     case_reference text not null,
     requested_by text not null,
     requester_id uuid not null constraint level_lowering_requester_fkey references person (id),
     requested_at timestamptz not null,
     confirmed_by text,
     confirmed_at timestamptz
   )`,
  `create index level_lowering_person_index on level_lowering (person_id)`,
  `create table contact_request (
     id uuid not null constraint contact_request_pkey primary key,
     municipality_code text not null
       constraint contact_request_municipality_fkey references municipality (code),
     name text not null,
     return_number text not null,
     message text not null,
     sent_at timestamptz not null,
     handled_at timestamptz
   )`,
  `create index contact_request_order_index on contact_request (municipality_code, sent_at, id)`,
];
