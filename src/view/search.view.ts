import { Injectable } from '@nestjs/common';
import { AppError } from '../kernel/app-error.js';
import type { Page, Within } from '../kernel/page.js';
import type { SearchMatch } from '../kernel/search-fields.js';
import type { Viewer } from '../kernel/viewer.js';
import { typedSearch } from '../staff/typed-search.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { SearchStore, type Hit, type SearchWanted } from '../store/search.store.js';
import { Cursors } from './cursors.js';
import { PeopleView, type CardsRead } from './people.view.js';
import type { EntryView, UnitView } from './person-view.js';
import { unitView } from './place-view.js';

/** A search as a client asks for it. */
export type Search = {
  readonly query: string;
  readonly within: Within;
  /** The municipality whose hits come first, among those that fit as well; null for none. */
  readonly near: string | null;
  readonly first: number;
  readonly after: string | null;
  /** How much is asked for of the hits and beside them. */
  readonly cards: CardsRead;
};

/** An entry or a unit that was found, and by what. */
export type HitView = {
  readonly hit: EntryView | UnitView;
  readonly matchedOn: readonly SearchMatch[];
};

const maxFirst = 100;
const [shortest, longest] = [2, 80];

/** The one search box: entries and units by whatever the caller says. */
@Injectable()
export class SearchView {
  constructor(
    private readonly store: SearchStore,
    private readonly people: PeopleView,
    private readonly municipalities: MunicipalitiesStore,
    private readonly cursors: Cursors,
  ) {}

  /** A page of what every word of the query leads to, the best first. Throws BAD_USER_INPUT. */
  async search(viewer: Viewer, search: Search): Promise<Page<HitView>> {
    const { query, within, near, first, after, cards } = search;
    if (first < 1 || first > maxFirst)
      throw new AppError('BAD_USER_INPUT', `"first" must be from 1 to ${maxFirst}.`);
    const length = Array.from(query.trim()).length;
    if (length < shortest || length > longest)
      throw new AppError(
        'BAD_USER_INPUT',
        `"query" must have ${shortest} to ${longest} characters.`,
      );
    const context = [viewer, query, within, near];
    const wanted: SearchWanted = {
      typed: typedSearch(query, this.municipalities.all()),
      within,
      near,
      first: first + 1,
      after: after === null ? null : this.cursors.read(after, context),
    };
    const { found, entries } = await this.read(viewer, wanted, cards);
    const edge = this.cursors.edges(context);
    const views = new Map<string, EntryView>(entries.map((view) => [view.id, view]));
    return {
      edges: found.slice(0, first).flatMap((one) => {
        const hit = viewOf(one, views);
        const node = hit && { hit, matchedOn: one.matches };
        return node ? [edge(one, node)] : [];
      }),
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
    };
  }

  /** What was found, the first of the next page too, and the entries on this one: in one statement where a list is all that is asked for. */
  private async read(viewer: Viewer, wanted: SearchWanted, cards: CardsRead): Promise<Read> {
    const reach = this.people.reach(viewer);
    const onPage = wanted.first - 1;
    if (cards === 'LISTED') {
      const found = await this.store.undisclosed(reach, wanted);
      const people = found.slice(0, onPage).flatMap(({ person }) => person ?? []);
      return { found, entries: await this.people.listed(viewer, people) };
    }
    const found = await this.store.find(reach, wanted);
    const ids = found.slice(0, onPage).flatMap(({ entry }) => entry ?? []);
    return { found, entries: await this.people.byIds(viewer, ids, cards) };
  }
}

type Read = { readonly found: readonly Hit[]; readonly entries: readonly EntryView[] };

function viewOf(
  { entry, unit }: Hit,
  views: ReadonlyMap<string, EntryView>,
): EntryView | UnitView | null {
  return unit ? unitView(unit) : ((entry && views.get(entry)) ?? null);
}
