import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of directory_source. */
@Entity({ name: 'directory_source' })
export class DirectorySourceRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'directory_source_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'directory_source_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'timestamptz', name: 'last_complete_at', nullable: true })
  lastCompleteAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  configuration!: string | null;
}
