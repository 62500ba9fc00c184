import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which run set a level, so that undoing the run touches no level that somebody has set since. */
export class UndoneRises1790000000006 implements MigrationInterface {
  readonly name = 'UndoneRises1790000000006';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  // No references to the run: it is forgotten one day, and the level stays.
  `alter table person_local add column level_run_id uuid`,
  `alter table level_rise add column level_run_before uuid`,
  // One row a request, so that a later one does not overwrite who asked and who confirmed. Nothing wrote here before.
  `alter table rise_undo
     drop constraint rise_undo_pkey,
     add column id uuid not null constraint rise_undo_pkey primary key`,
  `create index rise_undo_run_index on rise_undo (run_id)`,
];
