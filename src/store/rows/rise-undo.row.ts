import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { SyncRunRow } from './sync-run.row.js';

/** A row of rise_undo. */
@Entity({ name: 'rise_undo' })
@Index('rise_undo_run_index', ['runId'])
export class RiseUndoRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'rise_undo_pkey' })
  id!: string;

  @ForeignKey(() => SyncRunRow, { name: 'rise_undo_run_fkey' })
  @Column({ type: 'uuid', name: 'run_id' })
  runId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'rise_undo_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'text', name: 'requested_by' })
  requestedBy!: string;

  @Column({ type: 'timestamptz', name: 'requested_at' })
  requestedAt!: Date;

  @Column({ type: 'text', name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;
}
