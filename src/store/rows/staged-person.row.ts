import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of staged_person: what a run has read and not yet carried out. */
@Entity({ name: 'staged_person' })
export class StagedPersonRow {
  @PrimaryColumn({
    type: 'text',
    name: 'source_id',
    primaryKeyConstraintName: 'staged_person_pkey',
  })
  sourceId!: string;

  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @PrimaryColumn({
    type: 'text',
    name: 'directory_key',
    primaryKeyConstraintName: 'staged_person_pkey',
  })
  directoryKey!: string;

  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'boolean' })
  known!: boolean;

  @Column({ type: 'text', name: 'source_hash' })
  sourceHash!: string;

  @Column({ type: 'text' })
  level!: string;

  @Column({ type: 'text', name: 'display_name' })
  displayName!: string;

  @Column({ type: 'text', name: 'given_name', nullable: true })
  givenName!: string | null;

  @Column({ type: 'text', name: 'family_name', nullable: true })
  familyName!: string | null;

  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', name: 'employee_id', nullable: true })
  employeeId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', name: 'account_state' })
  accountState!: string;

  @Column({ type: 'text' })
  filled!: string;

  @Column({ type: 'text', name: 'dn_digest' })
  dnDigest!: string;

  @Column({ type: 'text', name: 'unit_digest', nullable: true })
  unitDigest!: string | null;

  @Column({ type: 'text', name: 'manager_digest', nullable: true })
  managerDigest!: string | null;

  @Column({ type: 'text', name: 'sort_key' })
  sortKey!: string;

  @Column({ type: 'text', name: 'folded_text' })
  foldedText!: string;
}
