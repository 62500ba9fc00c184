import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of stream_entry. */
@Entity({ name: 'stream_entry' })
@Index('stream_entry_left_index', ['entryId'], { where: `(left_from <> '{}'::jsonb)` })
export class StreamEntryRow {
  @PrimaryColumn({
    type: 'uuid',
    name: 'entry_id',
    primaryKeyConstraintName: 'stream_entry_pkey',
  })
  entryId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'stream_entry_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Index('stream_entry_position_index')
  @Column({ type: 'bigint' })
  position!: string;

  @Column({ type: 'text' })
  cell!: string;

  @Column({ type: 'jsonb', name: 'left_from' })
  leftFrom!: Readonly<Record<string, number>>;
}
