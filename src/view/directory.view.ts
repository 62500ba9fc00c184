import { Injectable } from '@nestjs/common';
import { AppError } from '../kernel/app-error.js';
import type { Page } from '../kernel/page.js';
import type { Reach, Viewer } from '../kernel/viewer.js';
import { listReachOf } from '../policy/reach.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { PeopleStore, type Found, type PageWanted } from '../store/people.store.js';
import { Cursors } from './cursors.js';
import { PeopleView } from './people.view.js';
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
    private readonly store: PeopleStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly cursors: Cursors,
  ) {}

  /** A page of all entries at work that exist for the viewer, in Swedish order. Throws BAD_USER_INPUT. */
  async list(viewer: Viewer, { within, ...page }: Listing): Promise<Page<EntryView>> {
    return this.listed(viewer, page, [viewer, 'directory', within], (reach, wanted) =>
      this.store.everybody(reach, within, wanted),
    );
  }

  /** A page of those of them whom the viewer manages (P11) or answers for (P12), and the telephones of their units. Throws BAD_USER_INPUT. */
  async ledBy(viewer: Viewer, page: PageOfListing): Promise<Page<EntryView>> {
    const unitIds = [...new Set([...viewer.managed, ...viewer.answeredFor])];
    const within = { municipalityCodes: null, unitIds };
    return this.listed(viewer, page, [viewer, 'led'], (reach, wanted) =>
      this.store.everybody(reach, within, wanted, viewer.personId),
    );
  }

  private async listed(
    viewer: Viewer,
    { first, after, others }: PageOfListing,
    context: readonly unknown[],
    find: (reach: Reach, wanted: PageWanted) => Promise<readonly Found[]>,
  ): Promise<Page<EntryView>> {
    if (first < 1 || first > maxFirst)
      throw new AppError('BAD_USER_INPUT', `"first" must be from 1 to ${maxFirst}.`);
    const reach = listReachOf(viewer, this.municipalities.codes());
    const found = await find(reach, {
      first: first + 1,
      after: after === null ? null : this.cursors.read(after, context),
    });
    const page = found.slice(0, first);
    const seen = await this.people.byIds(
      viewer,
      page.map(({ id }) => id),
      others,
    );
    const edge = this.cursors.edges(context);
    const views = new Map<string, EntryView>(seen.map((view) => [view.id, view]));
    return {
      edges: page.flatMap((one) => {
        const node = views.get(one.id);
        return node ? [edge(one, node)] : [];
      }),
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
    };
  }
}
