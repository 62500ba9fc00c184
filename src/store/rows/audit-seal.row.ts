import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of audit_seal: append-only. */
@Entity({ name: 'audit_seal' })
@Index('audit_seal_time_index', ['municipalityCode', 'sealedAt'])
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

  /** The month (UTC) that its rows are of, `2026-11`, or that it says was dropped. */
  @Column({ type: 'text' })
  month!: string;

  /** Whether it covers no rows, and says that those of the month were dropped. */
  @Column({ type: 'boolean' })
  dropped!: boolean;

  /** The ids of the rows that it covers. */
  @Column({ type: 'int8multirange' })
  ids!: string;

  @Column({ type: 'integer' })
  rows!: number;

  /** The hash of the rows. */
  @Column({ type: 'text' })
  content!: string;

  @Column({ type: 'text' })
  previous!: string;

  @Column({ type: 'text' })
  hash!: string;
}
