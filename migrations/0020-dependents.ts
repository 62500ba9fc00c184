import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who refers, forwards or answers to somebody is found quickly: their entries change with that one's. */
export class Dependents1790000000020 implements MigrationInterface {
  readonly name = 'Dependents1790000000020';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  `create index absence_substitute_index on absence (substitute_id) where substitute_id is not null`,
  `create index absence_referral_unit_index on absence (referral_unit_id) where referral_unit_id is not null`,
  `create index forwarding_target_index on forwarding (target_person_id) where target_person_id is not null`,
  `create index person_manager_index on person (manager_id) where manager_id is not null`,
  `create index person_unit_index on person (unit_id)`,
  `create index unit_parent_index on unit (parent_id) where parent_id is not null`,
];
