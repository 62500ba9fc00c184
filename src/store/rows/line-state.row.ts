import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of line_state. */
@Entity({ name: 'line_state' })
export class LineStateRow {
  @ForeignKey(() => MunicipalityRow, 'code', { name: 'line_state_municipality_fkey' })
  @PrimaryColumn({
    type: 'text',
    name: 'municipality_code',
    primaryKeyConstraintName: 'line_state_pkey',
  })
  municipalityCode!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'line_state_pkey' })
  line!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'numeric', name: 'report_seq', precision: 20 })
  reportSeq!: string;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
