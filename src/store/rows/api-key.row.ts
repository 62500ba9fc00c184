import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of api_key. */
@Entity({ name: 'api_key' })
@Unique('api_key_key_id_key', ['keyId'])
export class ApiKeyRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'api_key_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'key_id' })
  keyId!: string;

  @Column({ type: 'text', name: 'secret_hmac' })
  secretHmac!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'text' })
  label!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'api_key_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code', nullable: true })
  municipalityCode!: string | null;

  @Column({ type: 'text', array: true })
  scopes!: string[];

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'date', name: 'created_on', nullable: true })
  createdOn!: string | null;

  @Column({ type: 'date', name: 'last_used_on', nullable: true })
  lastUsedOn!: string | null;
}
