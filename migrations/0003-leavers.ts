import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who have left: hidden, kept with their local facts, and shown to operators for a while. */
export class Leavers1790000000003 implements MigrationInterface {
  readonly name = 'Leavers1790000000003';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  `alter table person add column left_at timestamptz`,
  `alter table person add column employment text not null default 'ACTIVE'`,
  `alter table person alter column employment drop default`,
  `alter table person add constraint person_employment_check
     check (employment in ('ACTIVE', 'LEFT', 'GONE') and (employment = 'ACTIVE') = (left_at is null))`,
];
