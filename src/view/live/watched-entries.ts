import { Injectable } from '@nestjs/common';
import type { PersonId } from '../../kernel/ids.js';
import type { Viewer } from '../../kernel/viewer.js';
import { isSomebody, streamClassOf } from '../../policy/stream-class.js';
import { PeopleStore } from '../../store/people.store.js';
import { DirectoryView } from '../directory.view.js';
import type { WatchFilter } from '../live.js';
import { PeopleView, type CardsRead } from '../people.view.js';
import type { EntryView } from '../person-view.js';

const atOnce = 100;
const mostNear = 1_000;

/** Whom a stream may be told of. */
@Injectable()
export class WatchedEntries {
  constructor(
    private readonly directory: DirectoryView,
    private readonly people: PeopleView,
    private readonly store: PeopleStore,
  ) {}

  /** One entry, or null: not there and not for the viewer are the same. */
  async one(viewer: Viewer, id: PersonId, cards: CardsRead): Promise<EntryView | null> {
    return this.people.byId(viewer, id, cards);
  }

  /** All entries of a filter that exist for the viewer, some at a time. */
  async *all(
    viewer: Viewer,
    { municipalityCodes, entryIds }: WatchFilter,
    cards: CardsRead,
  ): AsyncGenerator<readonly EntryView[]> {
    if (entryIds !== null) {
      for (let at = 0; at < entryIds.length; at += atOnce)
        yield await this.people.byIds(viewer, entryIds.slice(at, at + atOnce), cards);
      return;
    }
    let after: string | null = null;
    do {
      const within = { municipalityCodes, unitIds: null };
      const page = await this.page(viewer, { within, after, cards });
      yield page.edges.map(({ node }) => node);
      after = page.hasNextPage ? (page.edges.at(-1)?.cursor ?? null) : null;
    } while (after !== null);
  }

  /** Those to whom the viewer is more than others of the same role: self, and whom the viewer manages or answers for. */
  async nearIds(viewer: Viewer): Promise<readonly PersonId[]> {
    if (!isSomebody(viewer)) return [];
    const units = [...viewer.managed, ...viewer.answeredFor];
    return this.store.near(viewer.personId, units, mostNear);
  }

  /** Whether those near may be looked at ahead: that somebody PROTECTED is read is recorded. */
  hasNear(viewer: Viewer): boolean {
    return isSomebody(viewer) && viewer.named.size === 0 && !streamClassOf(viewer).recorded;
  }

  /** Those near, as the viewer sees them. */
  async near(viewer: Viewer, cards: CardsRead): Promise<readonly EntryView[]> {
    return this.people.byIds(viewer, await this.nearIds(viewer), cards);
  }

  /** A method of its own, since the type of `after` would be found by way of itself. */
  private page(
    viewer: Viewer,
    listing: Omit<Parameters<DirectoryView['list']>[1], 'first'>,
  ): ReturnType<DirectoryView['list']> {
    return this.directory.list(viewer, { ...listing, first: atOnce });
  }
}
