import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { UnitRow } from './unit.row.js';

/** A row of opening_hours: a time of the week at which a unit answers. */
@Entity({ name: 'opening_hours' })
@Check('opening_hours_order_check', 'weekday between 1 and 7 and opens_at < closes_at')
export class OpeningHoursRow {
  @ForeignKey(() => UnitRow, { name: 'opening_hours_unit_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'unit_id', primaryKeyConstraintName: 'opening_hours_pkey' })
  unitId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'opening_hours_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'opening_hours_pkey' })
  weekday!: number;

  @PrimaryColumn({ type: 'text', name: 'opens_at', primaryKeyConstraintName: 'opening_hours_pkey' })
  opensAt!: string;

  @Column({ type: 'text', name: 'closes_at' })
  closesAt!: string;
}
