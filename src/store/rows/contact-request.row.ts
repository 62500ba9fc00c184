import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of contact_request: a wish for the officers of a municipality, tied to nobody's entry. */
@Entity({ name: 'contact_request' })
@Index('contact_request_order_index', ['municipalityCode', 'sentAt', 'id'])
export class ContactRequestRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'contact_request_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'contact_request_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'return_number' })
  returnNumber!: string;

  @Column({ type: 'text' })
  message!: string;

  @Column({ type: 'timestamptz', name: 'sent_at' })
  sentAt!: Date;

  @Column({ type: 'timestamptz', name: 'handled_at', nullable: true })
  handledAt!: Date | null;
}
