import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of directory_source. */
@Entity({ name: 'directory_source' })
@Unique('directory_source_municipality_key', ['id', 'municipalityCode'])
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

  /** Names the mapping under which the digests of its entries were taken. */
  @Column({ type: 'text', nullable: true })
  mapping!: string | null;

  /** How many entries each confidentiality mark was on, at the last complete read. */
  @Column({ type: 'jsonb' })
  marks!: Record<string, number>;

  @Column({ type: 'text', name: 'lane_server', nullable: true })
  laneServer!: string | null;

  @Column({ type: 'text', name: 'lane_position', nullable: true })
  lanePosition!: string | null;

  @Column({ type: 'integer', name: 'refused_binds' })
  refusedBinds!: number;

  @Column({ type: 'text', name: 'refused_credentials', nullable: true })
  refusedCredentials!: string | null;
}
