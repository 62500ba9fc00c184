import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of staged_number: what a run has read and not yet carried out. */
@Entity({ name: 'staged_number' })
export class StagedNumberRow {
  @PrimaryColumn({
    type: 'text',
    name: 'source_id',
    primaryKeyConstraintName: 'staged_number_pkey',
  })
  sourceId!: string;

  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @PrimaryColumn({
    type: 'text',
    name: 'directory_key',
    primaryKeyConstraintName: 'staged_number_pkey',
  })
  directoryKey!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'staged_number_pkey' })
  position!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  e164!: string | null;

  @Column({ type: 'text', nullable: true })
  extension!: string | null;

  @Column({ type: 'text' })
  original!: string;
}
