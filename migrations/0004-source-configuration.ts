import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The configuration under which a source was last read to its end: what people are missing from. */
export class SourceConfiguration1790000000004 implements MigrationInterface {
  readonly name = 'SourceConfiguration1790000000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table directory_source add column configuration text`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
