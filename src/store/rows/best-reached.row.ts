import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';

/** A row of best_reached: a time of the week at which somebody is best reached (P8). */
@Entity({ name: 'best_reached' })
@Check('best_reached_order_check', 'weekday between 1 and 7 and from_time < to_time')
export class BestReachedRow {
  @ForeignKey(() => PersonRow, { name: 'best_reached_person_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'person_id', primaryKeyConstraintName: 'best_reached_pkey' })
  personId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'best_reached_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'best_reached_pkey' })
  weekday!: number;

  @PrimaryColumn({ type: 'text', name: 'from_time', primaryKeyConstraintName: 'best_reached_pkey' })
  fromTime!: string;

  @Column({ type: 'text', name: 'to_time' })
  toTime!: string;
}
