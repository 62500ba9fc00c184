import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';

/** A row of number_greeting: what the voicemail of somebody's number says (P6, P19). */
@Entity({ name: 'number_greeting' })
@Check('number_greeting_kind_check', `kind in ('PERSONAL', 'STANDARD', 'OFF')`)
export class NumberGreetingRow {
  @ForeignKey(() => PersonRow, { name: 'number_greeting_person_fkey' })
  @PrimaryColumn({
    type: 'uuid',
    name: 'person_id',
    primaryKeyConstraintName: 'number_greeting_pkey',
  })
  personId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'number_greeting_pkey' })
  e164!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'number_greeting_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'boolean', name: 'names_alternative' })
  namesAlternative!: boolean;

  @Column({ type: 'timestamptz', name: 'confirmed_at' })
  confirmedAt!: Date;
}
