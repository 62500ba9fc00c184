import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';
import { UnitRow } from './unit.row.js';

/** A row of answer_group_member: who answers in a unit for all of it (P9). */
@Entity({ name: 'answer_group_member' })
@Index('answer_group_member_person_index', ['personId'])
export class AnswerGroupMemberRow {
  @ForeignKey(() => UnitRow, { name: 'answer_group_member_unit_fkey' })
  @PrimaryColumn({
    type: 'uuid',
    name: 'unit_id',
    primaryKeyConstraintName: 'answer_group_member_pkey',
  })
  unitId!: string;

  @ForeignKey(() => PersonRow, { name: 'answer_group_member_person_fkey' })
  @PrimaryColumn({
    type: 'uuid',
    name: 'person_id',
    primaryKeyConstraintName: 'answer_group_member_pkey',
  })
  personId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'answer_group_member_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'integer' })
  position!: number;
}
