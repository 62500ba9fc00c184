import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of finding. */
@Entity({ name: 'finding' })
@Index('finding_about_index', ['about'])
export class FindingRow {
  @ForeignKey(() => MunicipalityRow, 'code', { name: 'finding_municipality_fkey' })
  @PrimaryColumn({
    type: 'text',
    name: 'municipality_code',
    primaryKeyConstraintName: 'finding_pkey',
  })
  municipalityCode!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'finding_pkey' })
  rule!: string;

  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'finding_pkey' })
  about!: string;

  @Column({ type: 'timestamptz' })
  since!: Date;
}
