import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of phone_report. */
@Entity({ name: 'phone_report' })
export class PhoneReportRow {
  @ForeignKey(() => MunicipalityRow, 'code', { name: 'phone_report_municipality_fkey' })
  @PrimaryColumn({
    type: 'text',
    name: 'municipality_code',
    primaryKeyConstraintName: 'phone_report_pkey',
  })
  municipalityCode!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'phone_report_pkey' })
  line!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'phone_report_pkey' })
  topic!: string;

  @Column({ type: 'numeric', name: 'report_seq', precision: 20 })
  reportSeq!: string;

  @Column({ type: 'timestamptz', name: 'observed_at', nullable: true })
  observedAt!: Date | null;
}
