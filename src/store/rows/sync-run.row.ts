import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DirectorySourceRow } from './directory-source.row.js';
import { MunicipalityRow } from './municipality.row.js';

/** A row of sync_run. */
@Entity({ name: 'sync_run' })
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
}
