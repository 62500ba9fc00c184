import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';

/** A row of named_viewer: who may see a PROTECTED person because an officer has said so. */
@Entity({ name: 'named_viewer' })
@Index('named_viewer_viewer_index', ['viewerId'])
export class NamedViewerRow {
  @ForeignKey(() => PersonRow, { name: 'named_viewer_person_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'person_id', primaryKeyConstraintName: 'named_viewer_pkey' })
  personId!: string;

  @ForeignKey(() => PersonRow, { name: 'named_viewer_viewer_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'viewer_id', primaryKeyConstraintName: 'named_viewer_pkey' })
  viewerId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'named_viewer_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'text', name: 'named_by' })
  namedBy!: string;

  @Column({ type: 'timestamptz', name: 'named_at' })
  namedAt!: Date;
}
