import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of person_local. */
@Entity({ name: 'person_local' })
@Check('person_local_level_check', `protection_level in ('OPEN', 'RESTRICTED', 'PROTECTED')`)
export class PersonLocalRow {
  @PrimaryColumn({ type: 'uuid', name: 'person_id', primaryKeyConstraintName: 'person_local_pkey' })
  personId!: string;

  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'text', name: 'protection_level' })
  protectionLevel!: string;

  /** The run that raised the level to what it is; null when an officer set it, or nobody since the first read. */
  @Column({ type: 'uuid', name: 'level_run_id', nullable: true })
  levelRunId!: string | null;

  @Column({ type: 'text', name: 'mobile_audience', nullable: true })
  mobileAudience!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
