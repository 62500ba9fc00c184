import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rows of people and units are never deleted by the program, so what a sync writes needs no reference to them. */
export class PeopleStay1790000000013 implements MigrationInterface {
  readonly name = 'PeopleStay1790000000013';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/**
 * Each of these is written by one statement that joins what it refers to, and the program may delete
 * neither a person nor a unit (see the grants). Checking them, row by row, cost a sixth of a first sync.
 * The reference that stays is the one to the source and its municipality: it keeps municipalities apart.
 */
const statements = [
  `alter table person_local drop constraint person_local_person_fkey`,
  `alter table directory_number drop constraint directory_number_person_fkey`,
  `alter table person
     drop constraint person_unit_fkey,
     drop constraint person_manager_fkey,
     drop constraint person_alias_fkey`,
];
