import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';
import { UnitRow } from './unit.row.js';

/** How an absence repeats, as it is kept; when it ends is a column of its own. */
export type RecurrenceJson = {
  readonly rule: string;
  readonly exceptHolidays: boolean;
  readonly endedEarly: readonly { readonly startsAt: string; readonly endsAt: string }[];
};

/** A row of absence. */
@Entity({ name: 'absence' })
@Check('absence_order_check', `ends_at is null or ends_at > starts_at`)
@Check(
  'absence_referral_check',
  `(substitute_id is not null) = (coalesce(referral_kind, '') = 'PERSON')
     and (referral_unit_id is not null) = (coalesce(referral_kind, '') = 'ANSWER_GROUP')`,
)
@Check(
  'absence_series_check',
  `case when recurrence is null then series_ends_at is null else ends_at is not null end`,
)
@Index('absence_person_index', ['personId', 'endsAt'])
@Index('absence_starts_index', ['startsAt'])
@Index('absence_ends_index', ['endsAt'])
@Index('absence_ended_index', ['municipalityCode', 'endsAt'])
@Index('absence_event_index', ['personId', 'eventKey'], { unique: true })
@Index('absence_substitute_index', ['substituteId'], { where: '"substitute_id" IS NOT NULL' })
@Index('absence_referral_unit_index', ['referralUnitId'], {
  where: '"referral_unit_id" IS NOT NULL',
})
export class AbsenceRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'absence_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'absence_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => PersonRow, { name: 'absence_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt!: Date;

  @Column({ type: 'timestamptz', name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  @Column({ type: 'text', name: 'ends_at_precision' })
  endsAtPrecision!: string;

  @Column({ type: 'boolean', name: 'phone_rings' })
  phoneRings!: boolean;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @ForeignKey(() => PersonRow, { name: 'absence_substitute_fkey' })
  @Column({ type: 'uuid', name: 'substitute_id', nullable: true })
  substituteId!: string | null;

  @Column({ type: 'text', name: 'referral_kind', nullable: true })
  referralKind!: string | null;

  @ForeignKey(() => UnitRow, { name: 'absence_referral_unit_fkey' })
  @Column({ type: 'uuid', name: 'referral_unit_id', nullable: true })
  referralUnitId!: string | null;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'jsonb', nullable: true })
  recurrence!: RecurrenceJson | null;

  @Column({ type: 'timestamptz', name: 'series_ends_at', nullable: true })
  seriesEndsAt!: Date | null;

  /** Which event of a calendar it comes from: a digest, and null for what was reported here. */
  @Column({ type: 'text', name: 'event_key', nullable: true })
  eventKey!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
