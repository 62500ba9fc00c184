import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { DirectorySourceRow } from './directory-source.row.js';

/** A row of person. */
@Entity({ name: 'person' })
@ForeignKey(
  () => DirectorySourceRow,
  ['sourceId', 'municipalityCode'],
  ['id', 'municipalityCode'],
  {
    name: 'person_source_fkey',
  },
)
@Unique('person_source_key', ['sourceId', 'directoryKey'])
@Check(
  'person_employment_check',
  `employment in ('ACTIVE', 'LEFT', 'GONE', 'ERASED') and (employment = 'ACTIVE') = (left_at is null)`,
)
@Check(
  'person_alias_check',
  `case when source_id is null then alias_of is not null or employment = 'ERASED' else alias_of is null end`,
)
@Index('person_alias_index', ['aliasOf'], { unique: true, where: '"alias_of" IS NOT NULL' })
@Index('person_email_index', ['email'])
@Index('person_employee_index', ['municipalityCode', 'employeeId'])
@Index('person_manager_index', ['managerId'], { where: '"manager_id" IS NOT NULL' })
@Index('person_order_index', ['sortKey', 'id'])
@Index('person_shared_phone_index', ['unitId'], { where: `"kind" = 'SHARED_PHONE'` })
@Index('person_unit_index', ['unitId'])
export class PersonRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'person_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  /** Null for an alias card, which no directory has. */
  @Column({ type: 'text', name: 'source_id', nullable: true })
  sourceId!: string | null;

  @Column({ type: 'text', name: 'directory_key' })
  directoryKey!: string;

  @Column({ type: 'text', name: 'source_hash' })
  sourceHash!: string;

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

  @Column({ type: 'uuid', name: 'unit_id', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text', name: 'sort_key', collation: 'sv-x-icu' })
  sortKey!: string;

  @Column({ type: 'text', name: 'search_words' })
  searchWords!: string;

  @Column({ type: 'text', name: 'list_key', collation: 'C' })
  listKey!: string;

  @Column({ type: 'timestamptz', name: 'missing_since', nullable: true })
  missingSince!: Date | null;

  @Column({ type: 'timestamptz', name: 'left_at', nullable: true })
  leftAt!: Date | null;

  @Column({ type: 'text' })
  employment!: string;

  /** The watched fields that the directory fills, as the gate compares them. */
  @Column({ type: 'text' })
  filled!: string;

  @Column({ type: 'text', name: 'dn_digest', nullable: true })
  dnDigest!: string | null;

  @Column({ type: 'text', name: 'manager_digest', nullable: true })
  managerDigest!: string | null;

  @Column({ type: 'uuid', name: 'manager_id', nullable: true })
  managerId!: string | null;

  /** Of an alias card, the PROTECTED person who chose it; it never leaves the database. */
  @Column({ type: 'uuid', name: 'alias_of', nullable: true })
  aliasOf!: string | null;
}
