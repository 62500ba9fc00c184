import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';
import { UnitRow } from './unit.row.js';

/** A row of unit_contact: whom a workplace turns to when telephones fail (P7). */
@Entity({ name: 'unit_contact' })
@Index('unit_contact_entry_index', ['faultEntryId'])
export class UnitContactRow {
  @ForeignKey(() => UnitRow, { name: 'unit_contact_unit_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'unit_id', primaryKeyConstraintName: 'unit_contact_pkey' })
  unitId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'unit_contact_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => PersonRow, { name: 'unit_contact_entry_fkey' })
  @Column({ type: 'uuid', name: 'fault_entry_id', nullable: true })
  faultEntryId!: string | null;

  @Column({ type: 'text', name: 'fault_number', nullable: true })
  faultNumber!: string | null;

  @Column({ type: 'text', name: 'fault_instruction', nullable: true })
  faultInstruction!: string | null;
}
