import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';

/** A row of directory_number. */
@Entity({ name: 'directory_number' })
@Index('directory_number_person_index', ['personId'])
@Index('directory_number_e164_index', ['e164'])
@Index('directory_number_extension_index', ['extension'])
export class DirectoryNumberRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'directory_number_pkey' })
  id!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'directory_number_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @ForeignKey(() => PersonRow, { name: 'directory_number_person_fkey' })
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

  @Column({ type: 'integer' })
  position!: number;
}
