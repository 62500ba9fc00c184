import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';
import { SyncRunRow } from './sync-run.row.js';

/** A row of level_rise. */
@Entity({ name: 'level_rise' })
@Unique('level_rise_entry_key', ['runId', 'personId'])
export class LevelRiseRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'level_rise_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'level_rise_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => SyncRunRow, { name: 'level_rise_run_fkey' })
  @Column({ type: 'uuid', name: 'run_id' })
  runId!: string;

  @ForeignKey(() => PersonRow, { name: 'level_rise_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text', name: 'level_before' })
  levelBefore!: string;

  @Column({ type: 'text', name: 'level_after' })
  levelAfter!: string;

  /** The run that had set the level before, or null. */
  @Column({ type: 'uuid', name: 'level_run_before', nullable: true })
  levelRunBefore!: string | null;

  @Column({ type: 'timestamptz', name: 'raised_at' })
  raisedAt!: Date;
}
