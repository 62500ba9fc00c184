import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of municipality_settings. */
@Entity({ name: 'municipality_settings' })
@Check(
  'municipality_settings_decision_check',
  `(decision_reference is null) = (decided_on is null) and (decision_reference is not null
     or (leavers_after_days is null and ended_absences_after_days is null and audit_months is null))`,
)
export class MunicipalitySettingsRow {
  @ForeignKey(() => MunicipalityRow, 'code', { name: 'municipality_settings_municipality_fkey' })
  @PrimaryColumn({
    type: 'text',
    name: 'municipality_code',
    primaryKeyConstraintName: 'municipality_settings_pkey',
  })
  municipalityCode!: string;

  @Column({ type: 'text', name: 'decision_reference', nullable: true })
  decisionReference!: string | null;

  @Column({ type: 'date', name: 'decided_on', nullable: true })
  decidedOn!: string | null;

  @Column({ type: 'integer', name: 'leavers_after_days', nullable: true })
  leaversAfterDays!: number | null;

  @Column({ type: 'integer', name: 'ended_absences_after_days', nullable: true })
  endedAbsencesAfterDays!: number | null;

  @Column({ type: 'integer', name: 'audit_months', nullable: true })
  auditMonths!: number | null;

  @Column({ type: 'boolean', name: 'outside_forwarding' })
  outsideForwarding!: boolean;

  @Column({ type: 'integer' })
  version!: number;
}
