import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';

/** A row of level_lowering: an officer's request to lower somebody, and the other officer's word. */
@Entity({ name: 'level_lowering' })
@Check('level_lowering_level_check', `level in ('OPEN', 'RESTRICTED')`)
@Index('level_lowering_person_index', ['personId'])
export class LevelLoweringRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'level_lowering_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'level_lowering_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => PersonRow, { name: 'level_lowering_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  /** The version of person_local when it was asked for: whatever has changed since voids the request. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  level!: string;

  @Column({ type: 'text', name: 'case_reference' })
  caseReference!: string;

  @Column({ type: 'text', name: 'requested_by' })
  requestedBy!: string;

  @ForeignKey(() => PersonRow, { name: 'level_lowering_requester_fkey' })
  @Column({ type: 'uuid', name: 'requester_id' })
  requesterId!: string;

  @Column({ type: 'timestamptz', name: 'requested_at' })
  requestedAt!: Date;

  @Column({ type: 'text', name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;
}
