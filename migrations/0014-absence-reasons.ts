import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A municipality's own reasons for absence, and referrals to more than a person (P10). */
export class AbsenceReasons1790000000014 implements MigrationInterface {
  readonly name = 'AbsenceReasons1790000000014';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const statements = [
  // A municipality without rows has the standard list, which stands in the code.
  `create table absence_reason_setting (
     municipality_code text not null
       constraint absence_reason_setting_municipality_fkey references municipality (code),
     reason text not null,
     in_use boolean not null,
     label_sv text not null,
     label_en text not null,
     digit text,
     letter_code text,
     constraint absence_reason_setting_pkey primary key (municipality_code, reason),
     constraint absence_reason_setting_other_check check (in_use or reason <> 'OTHER')
   )`,
  // What is dialled or written in a calendar means one thing.
  `create unique index absence_reason_setting_digit_index
     on absence_reason_setting (municipality_code, digit) where in_use`,
  `create unique index absence_reason_setting_letter_code_index
     on absence_reason_setting (municipality_code, letter_code) where in_use`,
  `alter table absence
     add column referral_kind text,
     add column referral_unit_id uuid constraint absence_referral_unit_fkey references unit (id)`,
  `update absence set referral_kind = 'PERSON' where substitute_id is not null`,
  `alter table absence add constraint absence_referral_check check (
     (substitute_id is not null) = (coalesce(referral_kind, '') = 'PERSON')
       and (referral_unit_id is not null) = (coalesce(referral_kind, '') = 'ANSWER_GROUP'))`,
];
