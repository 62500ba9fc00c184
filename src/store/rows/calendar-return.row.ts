import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of calendar_return: since when somebody is back from an event, whatever the calendar says. */
@Entity({ name: 'calendar_return' })
@Index('calendar_return_forget_index', ['forgetAt'])
export class CalendarReturnRow {
  @PrimaryColumn({
    type: 'uuid',
    name: 'person_id',
    primaryKeyConstraintName: 'calendar_return_pkey',
  })
  personId!: string;

  @PrimaryColumn({
    type: 'text',
    name: 'event_key',
    primaryKeyConstraintName: 'calendar_return_pkey',
  })
  eventKey!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'calendar_return_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'timestamptz', name: 'back_at' })
  backAt!: Date;

  /** The event's own end: what is over needs no memory. */
  @Column({ type: 'timestamptz', name: 'forget_at' })
  forgetAt!: Date;
}
