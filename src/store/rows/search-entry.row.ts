import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MunicipalityRow } from './municipality.row.js';

/** A row of search_entry: the rows of an entry or a unit in search_word, side by side. Triggers write it. */
@Entity({ name: 'search_entry' })
@Index('search_entry_words_index', { synchronize: false })
@Index('search_entry_hidden_index', ['entryId'], { where: 'hidden' })
export class SearchEntryRow {
  @PrimaryColumn({
    type: 'uuid',
    name: 'entry_id',
    primaryKeyConstraintName: 'search_entry_pkey',
  })
  entryId!: string;

  @Column({ type: 'boolean', name: 'is_unit' })
  isUnit!: boolean;

  /** Of somebody PROTECTED. */
  @Column({ type: 'boolean' })
  hidden!: boolean;

  @ForeignKey(() => MunicipalityRow, 'code', { name: 'search_entry_municipality_fkey' })
  @Column({ type: 'text', name: 'municipality_code' })
  municipalityCode!: string;

  @Column({ type: 'text', name: 'list_key', collation: 'C' })
  listKey!: string;

  @Column({ type: 'smallint', array: true })
  fields!: number[];

  @Column({ type: 'text', array: true, collation: 'C' })
  folded!: string[];

  @Column({ type: 'text', array: true, collation: 'C' })
  written!: string[];
}
