import { Injectable } from '@nestjs/common';
import { AppError } from '../kernel/app-error.js';
import type { Page } from '../kernel/page.js';
import type { Viewer } from '../kernel/viewer.js';
import { listReachOf } from '../policy/reach.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { PeopleStore } from '../store/people.store.js';
import { Cursors } from './cursors.js';
import type { Search } from './people.view.js';
import { PeopleView } from './people.view.js';
import type { EntryView } from './person-view.js';

/** A list as a client asks for it. */
export type Listing = Omit<Search, 'query'>;

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
  async list(viewer: Viewer, listing: Listing): Promise<Page<EntryView>> {
    const { municipalityCodes, first, after, managers } = listing;
    if (first < 1 || first > maxFirst)
      throw new AppError('BAD_USER_INPUT', `"first" must be from 1 to ${maxFirst}.`);
    const context = [viewer, 'directory', municipalityCodes];
    const reach = listReachOf(viewer, this.municipalities.codes());
    const found = await this.store.everybody(reach, municipalityCodes, {
      first: first + 1,
      after: after === null ? null : this.cursors.read(after, context),
    });
    const page = found.slice(0, first);
    const seen = await this.people.byIds(
      viewer,
      page.map(({ id }) => id),
      managers,
    );
    const views = new Map<string, EntryView>(seen.map((view) => [view.id, view]));
    return {
      edges: page.flatMap((one) => {
        const node = views.get(one.id);
        return node ? [{ cursor: this.cursors.write(one, context), node }] : [];
      }),
      hasNextPage: found.length > first,
      hasPreviousPage: after !== null,
    };
  }
}
