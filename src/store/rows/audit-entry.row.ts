import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of audit_entry: append-only, with a partition a month. */
@Entity({ name: 'audit_entry' })
@Index('audit_entry_municipality_index', ['municipalityCode', 'at', 'id'])
@Index('audit_entry_about_index', ['about', 'at', 'id'], { where: '"about" IS NOT NULL' })
export class AuditEntryRow {
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'audit_entry_pkey' })
  id!: string;

  @PrimaryColumn({ type: 'timestamptz', primaryKeyConstraintName: 'audit_entry_pkey' })
  at!: Date;

  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  roles!: string;

  @Column({ type: 'text', nullable: true })
  organisation!: string | null;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text' })
  origin!: string;

  @Column({ type: 'uuid', nullable: true })
  about!: string | null;

  @Column({ type: 'text', nullable: true })
  object!: string | null;

  @Column({ type: 'text', array: true })
  fields!: string[];

  @Column({ type: 'text', nullable: true })
  purpose!: string | null;
}
