import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans that the gate held, and the losses that runs have carried out without being asked. */
export class SourcesAndHeldPlans1790000000002 implements MigrationInterface {
  readonly name = 'SourcesAndHeldPlans1790000000002';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  `create table held_plan (
     id uuid not null constraint held_plan_pkey primary key,
     municipality_code text not null
       constraint held_plan_municipality_fkey references municipality (code),
     source_id text not null constraint held_plan_source_fkey references directory_source (id),
     hash text not null,
     rules text[] not null,
     held text[] not null,
     held_at timestamptz not null,
     decision text,
     decided_at timestamptz,
     constraint held_plan_hash_key unique (source_id, hash)
   )`,
  `create table sync_loss (
     id uuid not null constraint sync_loss_pkey primary key,
     municipality_code text not null
       constraint sync_loss_municipality_fkey references municipality (code),
     source_id text not null constraint sync_loss_source_fkey references directory_source (id),
     directory_key text not null,
     kind text not null,
     lost_at timestamptz not null,
     constraint sync_loss_entry_key unique (source_id, directory_key, kind)
   )`,
];
