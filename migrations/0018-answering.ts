import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who answers for whom and when (P6 to P9, P16, P19), and receipts for clients that retry. */
export class Answering1790000000018 implements MigrationInterface {
  readonly name = 'Answering1790000000018';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  `create table answer_group_member (
     unit_id uuid not null constraint answer_group_member_unit_fkey references unit (id),
     person_id uuid not null constraint answer_group_member_person_fkey references person (id),
     municipality_code text not null
       constraint answer_group_member_municipality_fkey references municipality (code),
     position integer not null,
     constraint answer_group_member_pkey primary key (unit_id, person_id)
   )`,
  `create index answer_group_member_person_index on answer_group_member (person_id)`,
  // Times of day as "HH:MM": texts of that form are in order.
  `create table opening_hours (
     unit_id uuid not null constraint opening_hours_unit_fkey references unit (id),
     municipality_code text not null
       constraint opening_hours_municipality_fkey references municipality (code),
     weekday integer not null,
     opens_at text not null,
     closes_at text not null,
     constraint opening_hours_pkey primary key (unit_id, weekday, opens_at),
     constraint opening_hours_order_check check (weekday between 1 and 7 and opens_at < closes_at)
   )`,
  `create table unit_contact (
     unit_id uuid not null constraint unit_contact_pkey primary key
       constraint unit_contact_unit_fkey references unit (id),
     municipality_code text not null
       constraint unit_contact_municipality_fkey references municipality (code),
     fault_entry_id uuid constraint unit_contact_entry_fkey references person (id),
     fault_number text,
     fault_instruction text
   )`,
  `create index unit_contact_entry_index on unit_contact (fault_entry_id)`,
  `create table stand_in (
     person_id uuid not null constraint stand_in_person_fkey references person (id),
     stand_in_id uuid not null constraint stand_in_stand_in_fkey references person (id),
     municipality_code text not null
       constraint stand_in_municipality_fkey references municipality (code),
     position integer not null,
     constraint stand_in_pkey primary key (person_id, stand_in_id)
   )`,
  `create index stand_in_stand_in_index on stand_in (stand_in_id)`,
  `create table best_reached (
     person_id uuid not null constraint best_reached_person_fkey references person (id),
     municipality_code text not null
       constraint best_reached_municipality_fkey references municipality (code),
     weekday integer not null,
     from_time text not null,
     to_time text not null,
     constraint best_reached_pkey primary key (person_id, weekday, from_time),
     constraint best_reached_order_check check (weekday between 1 and 7 and from_time < to_time)
   )`,
  // By the number and not by its row: a sync replaces the rows of a directory's numbers.
  `create table number_greeting (
     person_id uuid not null constraint number_greeting_person_fkey references person (id),
     e164 text not null,
     municipality_code text not null
       constraint number_greeting_municipality_fkey references municipality (code),
     kind text not null
       constraint number_greeting_kind_check check (kind in ('PERSONAL', 'STANDARD', 'OFF')),
     names_alternative boolean not null,
     confirmed_at timestamptz not null,
     constraint number_greeting_pkey primary key (person_id, e164)
   )`,
  `alter table person_local add column responsible_id uuid
     constraint person_local_responsible_fkey references person (id)`,
  `create index person_local_responsible_index on person_local (responsible_id)
     where responsible_id is not null`,
  // A team's shared telephones are found without reading everybody in the unit.
  `create index person_shared_phone_index on person (unit_id) where kind = 'SHARED_PHONE'`,
  `create table receipt (
     actor text not null,
     key text not null,
     municipality_code text not null
       constraint receipt_municipality_fkey references municipality (code),
     digest text not null,
     result jsonb not null,
     at timestamptz not null,
     constraint receipt_pkey primary key (actor, key)
   )`,
  `create index receipt_at_index on receipt (at)`,
];
