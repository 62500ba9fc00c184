import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words by which callers ask for what a unit or an entry handles (ämnesord, P14). */
export class SubjectWords1790000000021 implements MigrationInterface {
  readonly name = 'SubjectWords1790000000021';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/**
 * A row a word. The words of a subject share its number, and the subject's own is the one whose synonym is 0.
 * One index serves a whole word and the beginning of one, whatever the collation.
 */
const words = (owner: 'person' | 'unit') => [
  `create table ${owner}_subject_word (
     ${owner}_id uuid not null
       constraint ${owner}_subject_word_${owner}_fkey references ${owner} (id),
     municipality_code text not null
       constraint ${owner}_subject_word_municipality_fkey references municipality (code),
     subject integer not null,
     synonym integer not null,
     word text not null,
     folded text not null,
     constraint ${owner}_subject_word_pkey primary key (${owner}_id, subject, synonym),
     constraint ${owner}_subject_word_folded_key unique (${owner}_id, folded)
   )`,
  `create index ${owner}_subject_word_folded_index on ${owner}_subject_word (folded text_pattern_ops)`,
];

/** Closes what a transaction has touched, as in 0019. */
const last = `'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`;
const note = (changed: string) => `
  with changed as (select distinct person_id as id from (${changed}) words)
  insert into public.stream_touch
  select pg_current_xact_id(), changed.id from changed
  union all select pg_current_xact_id(), ${last} where exists (select from changed)
  on conflict do nothing;`;
const [before, after] = ['select * from old_rows', 'select * from new_rows'];
const trigger = (on: string, referencing: string) =>
  `create trigger stream_person_subject_word_${on} after ${on} on person_subject_word referencing ${referencing}
     for each statement execute function stream_note_person_subject_word()`;

const statements = [
  ...words('person'),
  ...words('unit'),
  // Whose words change, changes as an entry. A unit's belong to no entry, and cannot be asked for in a subscription.
  // No statement is too large to be looked at: one person has up to a thousand words, and is one entry all the same.
  `create function stream_note_person_subject_word() returns trigger language plpgsql security definer
     set search_path = pg_catalog, pg_temp as $note$
   begin
     if tg_op = 'DELETE' then ${note(before)}
     elsif tg_op = 'INSERT' then ${note(after)}
     else ${note(`(${before} except ${after}) union all (${after} except ${before})`)}
     end if;
     return null;
   end
   $note$`,
  trigger('insert', 'new table as new_rows'),
  trigger('update', 'old table as old_rows new table as new_rows'),
  trigger('delete', 'old table as old_rows'),
];
