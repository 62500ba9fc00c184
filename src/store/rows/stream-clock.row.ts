import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row of stream_clock. */
@Entity({ name: 'stream_clock' })
export class StreamClockRow {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'stream_clock_pkey' })
  id!: number;

  @Column({ type: 'timestamptz', nullable: true })
  at!: Date | null;

  @Column({ type: 'uuid', name: 'entry_id' })
  entryId!: string;
}
