import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person is to others: granted roles, duties in units, and for whom an officer has named somebody. */
export class Relations1790000000008 implements MigrationInterface {
  readonly name = 'Relations1790000000008';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  `create table role_grant (
     id uuid not null constraint role_grant_pkey primary key,
     municipality_code text not null
       constraint role_grant_municipality_fkey references municipality (code),
     person_id uuid not null constraint role_grant_person_fkey references person (id),
     role text not null
       constraint role_grant_role_check check (role in ('OPERATOR', 'TECHNICIAN', 'OFFICER', 'AUDITOR')),
     granted_by text not null,
     granted_at timestamptz not null,
     revoked_by text,
     revoked_at timestamptz
   )`,
  `create unique index role_grant_standing_index on role_grant (person_id, role) where revoked_at is null`,
  `create table unit_duty (
     unit_id uuid not null constraint unit_duty_unit_fkey references unit (id),
     person_id uuid not null constraint unit_duty_person_fkey references person (id),
     duty text not null
       constraint unit_duty_duty_check check (duty in ('MANAGER', 'PHONE_RESPONSIBLE')),
     municipality_code text not null
       constraint unit_duty_municipality_fkey references municipality (code),
     constraint unit_duty_pkey primary key (unit_id, person_id, duty)
   )`,
  `create index unit_duty_person_index on unit_duty (person_id)`,
  `create table named_viewer (
     person_id uuid not null constraint named_viewer_person_fkey references person (id),
     viewer_id uuid not null constraint named_viewer_viewer_fkey references person (id),
     municipality_code text not null
       constraint named_viewer_municipality_fkey references municipality (code),
     named_by text not null,
     named_at timestamptz not null,
     constraint named_viewer_pkey primary key (person_id, viewer_id)
   )`,
  `create index named_viewer_viewer_index on named_viewer (viewer_id)`,
];
