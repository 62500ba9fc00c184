import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

const primaryKeyConstraintName = 'absence_reason_setting_pkey';

/** A row of absence_reason_setting: what a municipality calls a reason, and how it is dialled. */
@Entity({ name: 'absence_reason_setting' })
@Check('absence_reason_setting_other_check', `in_use or reason <> 'OTHER'`)
@Index('absence_reason_setting_digit_index', ['municipalityCode', 'digit'], {
  unique: true,
  where: 'in_use',
})
@Index('absence_reason_setting_letter_code_index', ['municipalityCode', 'letterCode'], {
  unique: true,
  where: 'in_use',
})
export class AbsenceReasonSettingRow {
  @ForeignKey(() => MunicipalityRow, 'code', { name: 'absence_reason_setting_municipality_fkey' })
  @PrimaryColumn({ type: 'text', name: 'municipality_code', primaryKeyConstraintName })
  municipalityCode!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName })
  reason!: string;

  @Column({ type: 'boolean', name: 'in_use' })
  inUse!: boolean;

  @Column({ type: 'text', name: 'label_sv' })
  labelSv!: string;

  @Column({ type: 'text', name: 'label_en' })
  labelEn!: string;

  @Column({ type: 'text', nullable: true })
  digit!: string | null;

  @Column({ type: 'text', name: 'letter_code', nullable: true })
  letterCode!: string | null;
}
