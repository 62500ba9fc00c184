import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { DirectorySourceRow } from './directory-source.row.js';
import { MunicipalityRow } from './municipality.row.js';

/** A row of held_plan. */
@Entity({ name: 'held_plan' })
@Unique('held_plan_hash_key', ['sourceId', 'hash'])
export class HeldPlanRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'held_plan_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'held_plan_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => DirectorySourceRow, { name: 'held_plan_source_fkey' })
  @Column({ type: 'text', name: 'source_id' })
  sourceId!: string;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text', array: true })
  rules!: string[];

  @Column({ type: 'text', array: true })
  held!: string[];

  @Column({ type: 'timestamptz', name: 'held_at' })
  heldAt!: Date;

  @Column({ type: 'text', nullable: true })
  decision!: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'text', name: 'decided_by', nullable: true })
  decidedBy!: string | null;
}
