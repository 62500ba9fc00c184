import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { UnitRow } from './unit.row.js';

/** A row of department_decision. */
@Entity({ name: 'department_decision' })
@Index('department_decision_municipality_index', ['municipalityCode'])
export class DepartmentDecisionRow {
  @ForeignKey(() => UnitRow, { name: 'department_decision_unit_fkey' })
  @PrimaryColumn({
    type: 'uuid',
    name: 'unit_id',
    primaryKeyConstraintName: 'department_decision_pkey',
  })
  unitId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'department_decision_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'text', name: 'decision_reference' })
  decisionReference!: string;

  @Column({ type: 'date', name: 'decided_on' })
  decidedOn!: string;
}
