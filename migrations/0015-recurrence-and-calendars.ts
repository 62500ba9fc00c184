import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Absences repeat, and come from calendars; who has come back from an event of one is remembered. */
export class RecurrenceAndCalendars1790000000015 implements MigrationInterface {
  readonly name = 'RecurrenceAndCalendars1790000000015';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/**
 * An absence that repeats has the start and end of its first occurrence; `series_ends_at` is when the last
 * one is over, null for never. `event_key` is a digest of what a calendar calls its event, never that itself.
 */
const statements = [
  `alter table absence
     add column recurrence jsonb,
     add column series_ends_at timestamptz,
     add column event_key text,
     add constraint absence_series_check
       check (case when recurrence is null then series_ends_at is null else ends_at is not null end)`,
  `create unique index absence_event_index on absence (person_id, event_key)`,
  `create table calendar_return (
     person_id uuid not null,
     event_key text not null,
     municipality_code text not null,
     back_at timestamptz not null,
     forget_at timestamptz not null,
     constraint calendar_return_pkey primary key (person_id, event_key),
     constraint calendar_return_municipality_fkey foreign key (municipality_code)
       references municipality (code)
   )`,
  `create index calendar_return_forget_index on calendar_return (forget_at)`,
];
