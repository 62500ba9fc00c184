import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PersonId } from '../kernel/ids.js';
import type { Reach } from '../kernel/viewer.js';
import { protectedNow } from './protected-people.js';
import { visibleParameters, visiblePeople } from './visible-people.js';

/** Who is known by which key of a source. */
@Injectable()
export class SourcePeopleStore {
  constructor(private readonly database: DataSource) {}

  /**
   * The keys of everybody PROTECTED in these sources, for leaving them out of what is told. Never for
   * showing.
   */
  async undisclosedProtectedKeys(
    sources: readonly string[],
  ): Promise<readonly { readonly source: string; readonly key: string }[]> {
    return this.database.query(
      `select p.source_id as source, p.directory_key as key
         from person p left join person_local l on l.person_id = p.id
        where p.source_id = any($1) and ${protectedNow}`,
      [sources],
    );
  }

  /** The visible people whom a source knows by these keys, by key. */
  async byKeys(
    reach: Reach,
    source: string,
    keys: readonly string[],
  ): Promise<ReadonlyMap<string, PersonId>> {
    const rows = (await this.database.query(
      `select p.directory_key as key, p.id
         from person p join person_local l on l.person_id = p.id
        where ${visiblePeople(1, 2)} and p.source_id = $3 and p.directory_key = any($4)`,
      [...visibleParameters(reach), source, keys],
    )) as { readonly key: string; readonly id: PersonId }[];
    return new Map(rows.map(({ key, id }) => [key, id]));
  }
}
