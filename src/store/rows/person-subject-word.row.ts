import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { PersonRow } from './person.row.js';

const pkey = { primaryKeyConstraintName: 'person_subject_word_pkey' };

/** A row of person_subject_word: a word by which callers ask for what an entry handles (P14); of a subject's words its own has synonym 0. */
@Entity({ name: 'person_subject_word' })
@Unique('person_subject_word_folded_key', ['personId', 'folded'])
@Index('person_subject_word_folded_index', ['folded'])
export class PersonSubjectWordRow {
  @ForeignKey(() => PersonRow, { name: 'person_subject_word_person_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'person_id', ...pkey })
  personId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'person_subject_word_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @PrimaryColumn({ type: 'integer', ...pkey })
  subject!: number;

  @PrimaryColumn({ type: 'integer', ...pkey })
  synonym!: number;

  @Column({ type: 'text' })
  word!: string;

  @Column({ type: 'text' })
  folded!: string;
}
