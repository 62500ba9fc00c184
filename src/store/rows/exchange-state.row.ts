import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of exchange_state. */
@Entity({ name: 'exchange_state' })
@Check('exchange_state_full_check', '(full_seq IS NULL) = (full_until IS NULL)')
export class ExchangeStateRow {
  @ForeignKey(() => MunicipalityRow, 'code', { name: 'exchange_state_municipality_fkey' })
  @PrimaryColumn({
    type: 'text',
    name: 'municipality_code',
    primaryKeyConstraintName: 'exchange_state_pkey',
  })
  municipalityCode!: string;

  @PrimaryColumn({
    type: 'text',
    name: 'dial_plan',
    primaryKeyConstraintName: 'exchange_state_pkey',
  })
  dialPlan!: string;

  @Column({ type: 'timestamptz', name: 'last_report_at' })
  lastReportAt!: Date;

  @Column({ type: 'numeric', name: 'full_seq', precision: 20, nullable: true })
  fullSeq!: string | null;

  @Column({ type: 'timestamptz', name: 'full_until', nullable: true })
  fullUntil!: Date | null;
}
