import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forwardings as the exchange reports them, what is dialled on telephones, and whether a municipality lets calls out (P10). */
export class ForwardingReports1790000000016 implements MigrationInterface {
  readonly name = 'ForwardingReports1790000000016';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  // The line that a reported forwarding belongs to; null for one that somebody has set here.
  `alter table forwarding add column line text`,
  // An extension that nobody known has is a NUMBER without one.
  `alter table municipality_settings add column outside_forwarding boolean`,
  `update municipality_settings set outside_forwarding = false`,
  `alter table municipality_settings alter column outside_forwarding set not null`,
  // How far each line has counted, by what it reports: late and repeated reports are known by it. No state, no
  // dialled digits, and no time but that of a forwarding (P22).
  `create table phone_report (
     municipality_code text not null
       constraint phone_report_municipality_fkey references municipality (code),
     line text not null,
     topic text not null,
     report_seq numeric(20) not null,
     observed_at timestamptz,
     constraint phone_report_pkey primary key (municipality_code, line, topic)
   )`,
];
