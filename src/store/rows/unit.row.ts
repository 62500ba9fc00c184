import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { DirectorySourceRow } from './directory-source.row.js';
import { MunicipalityRow } from './municipality.row.js';

/** A row of unit. */
@Entity({ name: 'unit' })
@Unique('unit_source_key', ['sourceId', 'directoryKey'])
@Index('unit_dn_index', ['sourceId', 'dnDigest'])
@Index('unit_parent_index', ['parentId'], { where: '"parent_id" IS NOT NULL' })
export class UnitRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'unit_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'unit_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => DirectorySourceRow, { name: 'unit_source_fkey' })
  @Column({ type: 'text', name: 'source_id' })
  sourceId!: string;

  @Column({ type: 'text', name: 'directory_key' })
  directoryKey!: string;

  @ForeignKey(() => UnitRow, { name: 'unit_parent_fkey' })
  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'folded_name' })
  foldedName!: string;

  @Column({ type: 'text', name: 'dn_digest', nullable: true })
  dnDigest!: string | null;

  /** Itself and those above it, the topmost first; kept by the database (migrations/0024-unit-lines.ts). */
  @Column({ type: 'json' })
  line!: readonly (readonly [id: string, name: string])[];
}
