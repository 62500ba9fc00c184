import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a municipality decides for itself: how long things are kept, and where best-reached times are shown (P8). */
export class Settings1790000000012 implements MigrationInterface {
  readonly name = 'Settings1790000000012';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  // Nothing is erased without a decision, its reference and its date.
  `create table municipality_settings (
     municipality_code text not null constraint municipality_settings_pkey primary key
       constraint municipality_settings_municipality_fkey references municipality (code),
     decision_reference text,
     decided_on date,
     leavers_after_days integer,
     ended_absences_after_days integer,
     audit_months integer,
     version integer not null,
     constraint municipality_settings_decision_check check (
       (decision_reference is null) = (decided_on is null) and (decision_reference is not null
         or (leavers_after_days is null and ended_absences_after_days is null and audit_months is null)))
   )`,
  `insert into municipality_settings (municipality_code, version) select code, 1 from municipality`,
  `create table department_decision (
     unit_id uuid not null constraint department_decision_pkey primary key
       constraint department_decision_unit_fkey references unit (id),
     municipality_code text not null
       constraint department_decision_municipality_fkey references municipality (code),
     decision_reference text not null,
     decided_on date not null
   )`,
  `create index department_decision_municipality_index on department_decision (municipality_code)`,
  // What is erased is found without reading every absence.
  `create index absence_ended_index on absence (municipality_code, ends_at)`,
];
