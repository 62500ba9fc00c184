import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person.row.js';

/** A row of person_local. */
@Entity({ name: 'person_local' })
@Check('person_local_level_check', `protection_level in ('OPEN', 'RESTRICTED', 'PROTECTED')`)
@Index('person_local_protected_index', ['personId'], {
  where: `(protection_level = 'PROTECTED'::text)`,
})
@Index('person_local_responsible_index', ['responsibleId'], {
  where: '"responsible_id" IS NOT NULL',
})
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

  /** Of a shared telephone, who is responsible for it (P16); null for the directory's nearest supervisor. */
  @ForeignKey(() => PersonRow, { name: 'person_local_responsible_fkey' })
  @Column({ type: 'uuid', name: 'responsible_id', nullable: true })
  responsibleId!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
