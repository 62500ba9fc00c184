import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';
import { UnitRow } from './unit.row.js';

/** A row of unit_duty: who manages a unit, and who is its telefonansvarig. */
@Entity({ name: 'unit_duty' })
@Index('unit_duty_person_index', ['personId'])
@Check('unit_duty_duty_check', `duty in ('MANAGER', 'PHONE_RESPONSIBLE')`)
export class UnitDutyRow {
  @ForeignKey(() => UnitRow, { name: 'unit_duty_unit_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'unit_id', primaryKeyConstraintName: 'unit_duty_pkey' })
  unitId!: string;

  @ForeignKey(() => PersonRow, { name: 'unit_duty_person_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'person_id', primaryKeyConstraintName: 'unit_duty_pkey' })
  personId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'unit_duty_pkey' })
  duty!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'unit_duty_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;
}
