import { Injectable } from '@nestjs/common';
import type { PersonId } from '../kernel/ids.js';
import type { PagePosition, Within } from '../kernel/page.js';
import type { Reach } from '../kernel/viewer.js';
import type { Person } from '../staff/person.js';
import { ListedPerson, type ListedRow } from './listed-person.js';
import { listOfCards, listOfIds, type ListParameters } from './lists.sql.js';
import { MunicipalitiesStore } from './municipalities.store.js';
import type { Found, PageWanted } from './people.store.js';
import { listedByIds } from './person-card.sql.js';
import { QuickReads } from './quick-reads.js';
import { visibleParameters } from './visible-people.js';

/** Who is listed: everybody, of all municipalities and units or of some, and whom somebody manages beside those of the units. */
export type WhoIsListed = { readonly within: Within; readonly managedBy: PersonId | null };

/** A person on a list, with where it stands. */
export type Listed = PagePosition & { readonly person: Person };

/** Reads lists of people in Swedish order, and what a list shows of somebody, only those whom a reach lets out. What of them may be shown is for `view` to decide. */
@Injectable()
export class ListsStore {
  constructor(
    private readonly reads: QuickReads,
    private readonly municipalities: MunicipalitiesStore,
  ) {}

  /** One page of a list after a position: who stands on it. */
  async ids(reach: Reach, who: WhoIsListed, page: PageWanted): Promise<readonly Found[]> {
    const { list, given } = parametersOf(reach, who, page);
    return this.reads.read<Found>('LOOKED_UP', listOfIds(list), given);
  }

  /** The same with what a list shows of each; nothing else of these people has been read. */
  async undisclosed(reach: Reach, who: WhoIsListed, page: PageWanted): Promise<readonly Listed[]> {
    const { list, given } = parametersOf(reach, who, page);
    const rows = await this.reads.read<ListedRow & PagePosition>(
      'LOOKED_UP',
      listOfCards(list),
      given,
    );
    return rows.flatMap((row) => {
      const person = this.personFrom(row);
      return person === null ? [] : [{ sortKey: row.sortKey, id: row.id, person }];
    });
  }

  /** What a list shows of the people with these ids, in any order; nothing else of them has been read. */
  async undisclosedByIds(reach: Reach, ids: readonly PersonId[]): Promise<readonly Person[]> {
    if (ids.length === 0) return [];
    const parameters = [...visibleParameters(reach), ids];
    const rows = await this.reads.read<ListedRow>('LOOKED_UP', listedByIds, parameters);
    return rows.flatMap((row) => (ids.includes(row.id) ? (this.personFrom(row) ?? []) : []));
  }

  private personFrom(row: ListedRow): Person | null {
    const municipality = this.municipalities.byCode(row.municipality_code);
    return municipality && new ListedPerson(row, municipality);
  }
}

function parametersOf(reach: Reach, { within, managedBy }: WhoIsListed, page: PageWanted) {
  const given: unknown[] = visibleParameters(reach);
  const give = (value: unknown) => `$${given.push(value)}`;
  const { municipalityCodes, unitIds } = within;
  const { after, first } = page;
  const list: ListParameters = {
    codes: municipalityCodes && give(municipalityCodes),
    units: unitIds && { ids: give(unitIds), managedBy: give(managedBy) },
    after: after && { sortKey: give(after.sortKey), id: give(after.id) },
    first: give(first),
  };
  return { list, given };
}
