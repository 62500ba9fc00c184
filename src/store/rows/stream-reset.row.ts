import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of stream_reset. */
@Entity({ name: 'stream_reset' })
export class StreamResetRow {
  @ForeignKey(() => MunicipalityRow, 'code', { name: 'stream_reset_municipality_fkey' })
  @PrimaryColumn({
    type: 'text',
    name: 'municipality_code',
    primaryKeyConstraintName: 'stream_reset_pkey',
  })
  municipalityCode!: string;

  @Column({ type: 'bigint' })
  position!: string;
}
