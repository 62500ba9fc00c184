import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { SyncRunRow } from './sync-run.row.js';

/** A row of sync_rejection. */
@Entity({ name: 'sync_rejection' })
@Index('sync_rejection_run_index', ['runId'])
export class SyncRejectionRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'sync_rejection_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'sync_rejection_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => SyncRunRow, { name: 'sync_rejection_run_fkey' })
  @Column({ type: 'uuid', name: 'run_id' })
  runId!: string;

  @Column({ type: 'text', name: 'directory_key' })
  directoryKey!: string;

  @Column({ type: 'text', nullable: true })
  field!: string | null;

  @Column({ type: 'text' })
  code!: string;
}
