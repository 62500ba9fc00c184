import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';

/** A row of stand_in: who usually stands in for somebody. */
@Entity({ name: 'stand_in' })
@Index('stand_in_stand_in_index', ['standInId'])
export class StandInRow {
  @ForeignKey(() => PersonRow, { name: 'stand_in_person_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'person_id', primaryKeyConstraintName: 'stand_in_pkey' })
  personId!: string;

  @ForeignKey(() => PersonRow, { name: 'stand_in_stand_in_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'stand_in_id', primaryKeyConstraintName: 'stand_in_pkey' })
  standInId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'stand_in_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'integer' })
  position!: number;
}
