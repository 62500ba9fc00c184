import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const pkey = { primaryKeyConstraintName: 'search_term_pkey' };

/** A row of search_term: a word that there is, whose ever, how it sounds, and the keys by which slips of the finger lead to it. */
@Entity({ name: 'search_term' })
@Index('search_term_keys_index', { synchronize: false })
@Index('search_term_sound_index', ['sound', 'folded'])
export class SearchTermRow {
  @PrimaryColumn({ type: 'text', collation: 'C', ...pkey })
  folded!: string;

  /** Empty for a word that is in no name. */
  @PrimaryColumn({ type: 'text', collation: 'C', ...pkey })
  sound!: string;

  @Column({ type: 'text', array: true })
  keys!: string[];
}
