import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A row of directory_number. */
@Entity({ name: 'directory_number' })
@Index('directory_number_e164_index', ['e164'])
@Index('directory_number_extension_index', ['extension'], { where: 'extension is not null' })
export class DirectoryNumberRow {
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @PrimaryColumn({
    type: 'uuid',
    name: 'person_id',
    primaryKeyConstraintName: 'directory_number_pkey',
  })
  personId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', nullable: true })
  e164!: string | null;

  @Column({ type: 'text', nullable: true })
  extension!: string | null;

  @Column({ type: 'text' })
  original!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'directory_number_pkey' })
  position!: number;
}
