import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Edge, Page, Within } from '../kernel/page.js';
import type { Viewer } from '../kernel/viewer.js';
import { DirectoryView } from '../view/directory.view.js';
import { OpenStream } from '../view/live/open-stream.js';
import { SearchView, type HitView } from '../view/search.view.js';
import type { CardsRead } from '../view/people.view.js';
import { Audience, everybodyButPhoneSystem } from './audience.js';
import { connectionOf } from './connection.js';
import { DirectoryArgs, SearchArgs, withinOf } from './inputs/search.args.js';
import { CardsAsked } from './cards-read.js';
import { PositionAsked } from './position-asked.js';
import { DirectoryEntryConnectionType } from './types/lists.type.js';
import { SearchHitConnectionType } from './types/search-hit.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** Lists of entries, each with the position that its client can watch from. */
@Resolver()
export class ListsResolver {
  constructor(
    private readonly found: SearchView,
    private readonly entries: DirectoryView,
    private readonly streams: OpenStream,
  ) {}

  @Query(() => SearchHitConnectionType, {
    nullable: true,
    description:
      'Finds people, functions, shared telephones and units by whatever a caller says, each word of it: names in any order, begun, as they sound or with a slip of the finger, titles, units, municipalities, subjects and their synonyms, mail addresses, employee ids, and numbers, extensions or their last digits; 2 to 80 characters. Not for PHONE_SYSTEM_KEY.',
  })
  @Audience(everybodyButPhoneSystem)
  searchDirectory(
    @CurrentViewer() viewer: Viewer,
    @CardsAsked() cards: CardsRead,
    @PositionAsked() position: boolean,
    @Args() { query, filter, near = null, first, after = null }: SearchArgs,
  ) {
    const within = withinOf(filter);
    const search = { query, within, near, first, after, cards };
    return this.listed(viewer, position, within, async () => {
      const { edges, ...page } = await this.found.search(viewer, search);
      return { edges: edges.map((edge) => new HitEdge(edge)), ...page };
    });
  }

  @Query(() => DirectoryEntryConnectionType, {
    nullable: true,
    description:
      'Everybody at work and all shared telephones, in Swedish order: what the picture of a client begins with. Not for PHONE_SYSTEM_KEY.',
  })
  @Audience(everybodyButPhoneSystem)
  directory(
    @CurrentViewer() viewer: Viewer,
    @CardsAsked() cards: CardsRead,
    @PositionAsked() position: boolean,
    @Args() { filter, first, after = null }: DirectoryArgs,
  ) {
    const within = withinOf(filter);
    const listing = { within, first, after, cards };
    return this.listed(viewer, position, within, () => this.entries.list(viewer, listing));
  }

  /** The position, that of all of the municipalities, is read before the list: what changes in between is told, not missed. */
  private async listed<T extends Page<unknown>>(
    viewer: Viewer,
    position: boolean,
    { municipalityCodes }: Within,
    list: () => Promise<T>,
  ) {
    const filter = { municipalityCodes, entryIds: null };
    const eventCursor = position ? await this.streams.cursorOf(viewer, filter) : null;
    return { ...connectionOf(await list()), eventCursor };
  }
}

/** A hit as its type has it: what it was found by stands beside it. A cursor is written where somebody asks for it. */
class HitEdge {
  readonly #edge: Edge<HitView>;

  constructor(edge: Edge<HitView>) {
    this.#edge = edge;
  }

  get cursor() {
    return this.#edge.cursor;
  }

  get node() {
    return this.#edge.node.hit;
  }

  get matchedOn() {
    return this.#edge.node.matchedOn;
  }
}
