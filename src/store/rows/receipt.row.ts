import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of receipt: what a request with an idempotency key came to, for a day. */
@Entity({ name: 'receipt' })
@Index('receipt_at_index', ['at'])
export class ReceiptRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'receipt_pkey' })
  actor!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'receipt_pkey' })
  key!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'receipt_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  /** Of the request, with the server's secret: it tells nothing of what was asked. */
  @Column({ type: 'text' })
  digest!: string;

  /** Ids only. */
  @Column({ type: 'jsonb' })
  result!: Readonly<Record<string, string>>;

  @Column({ type: 'timestamptz' })
  at!: Date;
}
