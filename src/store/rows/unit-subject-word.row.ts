import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';
import { UnitRow } from './unit.row.js';

const pkey = { primaryKeyConstraintName: 'unit_subject_word_pkey' };

/** A row of unit_subject_word: a word by which callers ask for what a unit handles (P14); of a subject's words its own has synonym 0. */
@Entity({ name: 'unit_subject_word' })
@Unique('unit_subject_word_folded_key', ['unitId', 'folded'])
@Index('unit_subject_word_folded_index', ['folded'])
export class UnitSubjectWordRow {
  @ForeignKey(() => UnitRow, { name: 'unit_subject_word_unit_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'unit_id', ...pkey })
  unitId!: string;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'unit_subject_word_municipality_fkey' })
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
