import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row of stream_head. */
@Entity({ name: 'stream_head' })
export class StreamHeadRow {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'stream_head_pkey' })
  id!: number;

  @Column({ type: 'bigint' })
  position!: string;

  @Column({ type: 'bigint' })
  rights!: string;

  @Column({ type: 'bigint' })
  oldest!: string;

  @Column({ type: 'bigint', name: 'day_position' })
  dayPosition!: string;

  @Column({ type: 'timestamptz', name: 'day_at', nullable: true })
  dayAt!: Date | null;
}
