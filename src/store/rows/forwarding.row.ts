import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';

/** A row of forwarding. */
@Entity({ name: 'forwarding' })
@Unique('forwarding_slot_key', ['personId', 'condition', 'origin', 'layer'])
@Index('forwarding_target_index', ['targetPersonId'], {
  where: '"target_person_id" IS NOT NULL',
})
export class ForwardingRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'forwarding_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'forwarding_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => PersonRow, { name: 'forwarding_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text' })
  condition!: string;

  @Column({ type: 'text' })
  origin!: string;

  @Column({ type: 'text' })
  layer!: string;

  @Column({ type: 'integer', name: 'no_answer_seconds', nullable: true })
  noAnswerSeconds!: number | null;

  @Column({ type: 'text', name: 'target_kind' })
  targetKind!: string;

  @Column({ type: 'text', name: 'target_number', nullable: true })
  targetNumber!: string | null;

  @ForeignKey(() => PersonRow, { name: 'forwarding_target_fkey' })
  @Column({ type: 'uuid', name: 'target_person_id', nullable: true })
  targetPersonId!: string | null;

  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ type: 'timestamptz', name: 'valid_until', nullable: true })
  validUntil!: Date | null;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'timestamptz', name: 'observed_at', nullable: true })
  observedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  line!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
