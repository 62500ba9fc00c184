import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DirectorySourceRow } from './directory-source.row.js';
import { MunicipalityRow } from './municipality.row.js';

/** A row of sync_run. */
@Entity({ name: 'sync_run' })
@Index('sync_run_order_index', ['startedAt', 'id'])
@Index('sync_run_source_index', ['sourceId', 'status'])
export class SyncRunRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'sync_run_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'sync_run_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => DirectorySourceRow, { name: 'sync_run_source_fkey' })
  @Column({ type: 'text', name: 'source_id' })
  sourceId!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt!: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'integer' })
  seen!: number;

  @Column({ type: 'integer' })
  created!: number;

  @Column({ type: 'integer' })
  updated!: number;

  @Column({ type: 'integer' })
  missing!: number;

  @Column({ type: 'text', nullable: true })
  message!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  trigger!: string;

  @Column({ type: 'text', nullable: true })
  server!: string | null;

  @Column({ type: 'integer' })
  moved!: number;

  @Column({ type: 'integer' })
  disabled!: number;

  @Column({ type: 'integer' })
  reappeared!: number;

  @Column({ type: 'integer', name: 'left_scope' })
  leftScope!: number;

  @Column({ type: 'integer' })
  removed!: number;

  @Column({ type: 'integer' })
  raised!: number;

  @Column({ type: 'integer' })
  rejected!: number;

  @Column({ type: 'text', name: 'plan_hash', nullable: true })
  planHash!: string | null;
}
