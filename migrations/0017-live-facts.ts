import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people's clients and the exchange say of who is there, when the exchange was last heard of (P7), and since when the policy is not followed (P11). */
export class LiveFacts1790000000017 implements MigrationInterface {
  readonly name = 'LiveFacts1790000000017';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  // Soft state: one row a session, overwritten; no since and no history. Each source counts its own reports.
  // No index on the expiry: rows are overwritten all the time, and there are never many.
  `create table presence_session (
     person_id uuid not null
       constraint presence_session_person_fkey references person (id),
     source text not null,
     session_id text not null,
     municipality_code text not null
       constraint presence_session_municipality_fkey references municipality (code),
     availability text not null,
     activity text not null,
     report_seq numeric(20) not null,
     expires_at timestamptz not null,
     constraint presence_session_pkey primary key (person_id, source, session_id)
   )`,
  // A full report says of every line that it does not name that it is unknown: up to full_seq, until full_until.
  `create table exchange_state (
     municipality_code text not null
       constraint exchange_state_municipality_fkey references municipality (code),
     dial_plan text not null,
     last_report_at timestamptz not null,
     full_seq numeric(20),
     full_until timestamptz,
     constraint exchange_state_pkey primary key (municipality_code, dial_plan),
     constraint exchange_state_full_check check ((full_seq is null) = (full_until is null))
   )`,
  // Since when a finding has held; whether it holds is computed when it is read. It is about a person or a unit, as its rule says.
  `create table finding (
     municipality_code text not null
       constraint finding_municipality_fkey references municipality (code),
     rule text not null,
     about uuid not null,
     since timestamptz not null,
     constraint finding_pkey primary key (municipality_code, rule, about)
   )`,
  `create index finding_about_index on finding (about)`,
];
