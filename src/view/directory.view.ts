import { Injectable } from '@nestjs/common';
import { AppError } from '../kernel/app-error.js';
import type { Page } from '../kernel/page.js';
import type { Viewer } from '../kernel/viewer.js';
import { listReachOf } from '../policy/reach.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { ListsStore, type WhoIsListed } from '../store/lists.store.js';
import type { PageWanted } from '../store/people.store.js';
import { Cursors } from './cursors.js';
import { PeopleView, type CardsRead } from './people.view.js';
import type { EntryView } from './person-view.js';
import type { Search } from './search.view.js';

/** A list as a client asks for it. */
export type Listing = Omit<Search, 'query' | 'near'>;
type PageOfListing = Omit<Listing, 'within'>;

const maxFirst = 100;

/** The directory without search words: what a client's picture begins with. */
@Injectable()
export class DirectoryView {
  constructor(
    private readonly people: PeopleView,
    private readonly lists: ListsStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly cursors: Cursors,
  ) {}

  /** A page of all entries at work that exist for the viewer, in Swedish order. Throws BAD_USER_INPUT. */
  async list(viewer: Viewer, { within, ...page }: Listing): Promise<Page<EntryView>> {
    return this.listed(viewer, page, [viewer, 'directory', within], { within, managedBy: null });
  }

  /** A page of those of them whom the viewer manages (P11) or answers for (P12), and the telephones of their units. Throws BAD_USER_INPUT. */
  async ledBy(viewer: Viewer, page: PageOfListing): Promise<Page<EntryView>> {
    const unitIds = [...new Set([...viewer.managed, ...viewer.answeredFor])];
    const within = { municipalityCodes: null, unitIds };
    return this.listed(viewer, page, [viewer, 'led'], { within, managedBy: viewer.personId });
  }

  private async listed(
    viewer: Viewer,
    { first, after, cards }: PageOfListing,
    context: readonly unknown[],
    who: WhoIsListed,
  ): Promise<Page<EntryView>> {
    if (first < 1 || first > maxFirst)
      throw new AppError('BAD_USER_INPUT', `"first" must be from 1 to ${maxFirst}.`);
    const position = after === null ? null : this.cursors.read(after, context);
    const wanted = { first: first + 1, after: position };
    const { found, views } = await this.read(viewer, who, wanted, cards);
    const edge = this.cursors.edges(context);
    return {
      edges: found.slice(0, first).flatMap((one) => {
        const node = views.get(one.id);
        return node ? [edge(one, node)] : [];
      }),
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
    };
  }

  /** In one statement where nobody asks for more than what a list shows. Whoever is but the sign of a next page is read with the others, and not looked at. */
  private async read(viewer: Viewer, who: WhoIsListed, wanted: PageWanted, cards: CardsRead) {
    const reach = listReachOf(viewer, this.municipalities.codes());
    if (cards === 'LISTED') {
      const found = await this.lists.undisclosed(reach, who, wanted);
      const people = found.slice(0, wanted.first - 1).map(({ person }) => person);
      return { found, views: byId(await this.people.listed(viewer, people)) };
    }
    const found = await this.lists.ids(reach, who, wanted);
    const ids = found.slice(0, wanted.first - 1).map(({ id }) => id);
    return { found, views: byId(await this.people.byIds(viewer, ids, cards)) };
  }
}

function byId(views: readonly EntryView[]): ReadonlyMap<string, EntryView> {
  return new Map(views.map((view) => [view.id, view]));
}
