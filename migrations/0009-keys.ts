import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a key exists, and the last day on which it was used: what somebody needs to see before revoking one. */
export class Keys1790000000009 implements MigrationInterface {
  readonly name = 'Keys1790000000009';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  // Days in Sweden. Of keys that are older than this migration nobody knows the first.
  `alter table api_key add column created_on date, add column last_used_on date`,
];
