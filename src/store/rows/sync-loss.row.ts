import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { DirectorySourceRow } from './directory-source.row.js';
import { MunicipalityRow } from './municipality.row.js';

/** A row of sync_loss. */
@Entity({ name: 'sync_loss' })
@Unique('sync_loss_entry_key', ['sourceId', 'directoryKey', 'kind'])
export class SyncLossRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'sync_loss_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'sync_loss_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => DirectorySourceRow, { name: 'sync_loss_source_fkey' })
  @Column({ type: 'text', name: 'source_id' })
  sourceId!: string;

  @Column({ type: 'text', name: 'directory_key' })
  directoryKey!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'timestamptz', name: 'lost_at' })
  lostAt!: Date;
}
