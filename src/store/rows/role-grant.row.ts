import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';

/** A row of role_grant; one that is revoked stays, as a record of who had the role when. */
@Entity({ name: 'role_grant' })
@Index('role_grant_standing_index', ['personId', 'role'], {
  unique: true,
  where: '"revoked_at" IS NULL',
})
@Check('role_grant_role_check', `role in ('OPERATOR', 'TECHNICIAN', 'OFFICER', 'AUDITOR')`)
export class RoleGrantRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'role_grant_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'role_grant_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => PersonRow, { name: 'role_grant_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'text', name: 'granted_by' })
  grantedBy!: string;

  @Column({ type: 'timestamptz', name: 'granted_at' })
  grantedAt!: Date;

  @Column({ type: 'text', name: 'revoked_by', nullable: true })
  revokedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
