import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of audit_seal: append-only. */
@Entity({ name: 'audit_seal' })
export class AuditSealRow {
  @PrimaryColumn({
    type: 'text',
    name: 'municipality_code',
    primaryKeyConstraintName: 'audit_seal_pkey',
  })
  municipalityCode!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'audit_seal_pkey' })
  number!: number;

  @Column({ type: 'timestamptz', name: 'sealed_at' })
  sealedAt!: Date;

  /** The ids of the rows that it covers. */
  @Column({ type: 'int8multirange' })
  ids!: string;

  @Column({ type: 'integer' })
  rows!: number;

  @Column({ type: 'text' })
  previous!: string;

  @Column({ type: 'text' })
  hash!: string;
}
