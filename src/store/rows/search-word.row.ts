import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

const pkey = { primaryKeyConstraintName: 'search_word_pkey' };

/** A row of search_word: a word by which an entry or a unit is found. Triggers write it. */
@Entity({ name: 'search_word' })
@Index('search_word_folded_index', { synchronize: false })
@Index('search_word_unit_index', { synchronize: false })
@Index('search_word_hidden_index', ['folded'], { where: 'hidden' })
export class SearchWordRow {
  @PrimaryColumn({ type: 'uuid', name: 'entry_id', ...pkey })
  entryId!: string;

  @Column({ type: 'boolean', name: 'is_unit' })
  isUnit!: boolean;

  /** Of somebody PROTECTED. */
  @Column({ type: 'boolean' })
  hidden!: boolean;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'search_word_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'text', name: 'list_key', collation: 'C' })
  listKey!: string;

  @PrimaryColumn({ type: 'smallint', ...pkey })
  field!: number;

  @PrimaryColumn({ type: 'text', collation: 'C', ...pkey })
  folded!: string;

  @Column({ type: 'text', collation: 'C' })
  written!: string;

  /** The letters with which the entry's names begin, and its words of one letter. */
  @Column({ type: 'text', collation: 'C' })
  initials!: string;

  /** How the entry's words begin, each a bit by its first two letters (`search_bit`). */
  @Column({ type: 'bigint', name: 'begins_two' })
  beginsTwo!: string;

  /** The same by their first three. */
  @Column({ type: 'bigint', name: 'begins_three' })
  beginsThree!: string;

  /** Where somebody works; null for a unit. */
  @Column({ type: 'uuid', name: 'unit_id', nullable: true })
  unitId!: string | null;
}
