import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { SyncRunRow } from './sync-run.row.js';

/** A row of rise_undo. */
@Entity({ name: 'rise_undo' })
export class RiseUndoRow {
  @ForeignKey(() => SyncRunRow, { name: 'rise_undo_run_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'run_id', primaryKeyConstraintName: 'rise_undo_pkey' })
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
