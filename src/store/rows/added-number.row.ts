import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';

/** A row of added_number. */
@Entity({ name: 'added_number' })
@Unique('added_number_person_key', ['personId', 'kind'])
@Index('added_number_e164_index', ['e164'])
@Index('added_number_extension_index', ['extension'])
export class AddedNumberRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'added_number_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'added_number_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => PersonRow, { name: 'added_number_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id' })
  personId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  e164!: string | null;

  @Column({ type: 'text', nullable: true })
  extension!: string | null;

  @Column({ type: 'text' })
  original!: string;
}
