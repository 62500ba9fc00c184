import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who did and who read what: rows that the program can add and read, and nobody but the owner can take away. */
export class Audit1790000000007 implements MigrationInterface {
  readonly name = 'Audit1790000000007';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  `create sequence audit_entry_number as bigint`,
  // A partition a month, so that a closed month is dropped whole. Nothing is refused for want of one.
  `create table audit_entry (
     id bigint not null,
     at timestamptz not null,
     municipality_code text not null,
     actor text not null,
     roles text not null,
     organisation text,
     action text not null,
     origin text not null,
     about uuid,
     object text,
     fields text[] not null,
     purpose text,
     constraint audit_entry_pkey primary key (id, at)
   ) partition by range (at)`,
  `create table audit_entry_other partition of audit_entry default`,
  `create index audit_entry_municipality_index on audit_entry (municipality_code, id)`,
  `create index audit_entry_about_index on audit_entry (about, id) where about is not null`,
  // Each minute's rows of a municipality, and the seal before: whoever alters one must alter all after it.
  `create table audit_seal (
     number integer not null,
     municipality_code text not null,
     sealed_at timestamptz not null,
     ids int8multirange not null,
     rows integer not null,
     previous text not null,
     hash text not null,
     constraint audit_seal_pkey primary key (municipality_code, number)
   )`,
];
