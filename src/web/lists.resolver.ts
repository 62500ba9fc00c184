import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Page } from '../kernel/page.js';
import type { Viewer } from '../kernel/viewer.js';
import { DirectoryView } from '../view/directory.view.js';
import { OpenStream } from '../view/live/open-stream.js';
import { PeopleView } from '../view/people.view.js';
import type { EntryView } from '../view/person-view.js';
import { Audience, everybodyButPhoneSystem } from './audience.js';
import { connectionOf } from './connection.js';
import { DirectoryArgs, SearchArgs, type DirectoryFilterInput } from './inputs/search.args.js';
import { ManagersAsked } from './managers-asked.js';
import { PositionAsked } from './position-asked.js';
import { DirectoryEntryConnectionType } from './types/lists.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** Lists of entries, each with the position that its client can watch from. */
@Resolver()
export class ListsResolver {
  constructor(
    private readonly people: PeopleView,
    private readonly entries: DirectoryView,
    private readonly streams: OpenStream,
  ) {}

  @Query(() => DirectoryEntryConnectionType, {
    nullable: true,
    description:
      'Finds people and shared telephones whose name, title, unit or mail address begins with the words, or whose number ends with the digits, in Swedish order; 2 to 80 characters. Not for PHONE_SYSTEM_KEY.',
  })
  @Audience(everybodyButPhoneSystem)
  searchDirectory(
    @CurrentViewer() viewer: Viewer,
    @ManagersAsked() managers: boolean,
    @PositionAsked() position: boolean,
    @Args() { query, filter, first, after = null }: SearchArgs,
  ) {
    const municipalityCodes = codesOf(filter);
    const search = { query, municipalityCodes, first, after, managers };
    return this.listed(viewer, position, municipalityCodes, () =>
      this.people.search(viewer, search),
    );
  }

  @Query(() => DirectoryEntryConnectionType, {
    nullable: true,
    description:
      'Everybody at work and all shared telephones, in Swedish order: what the picture of a client begins with. Not for PHONE_SYSTEM_KEY.',
  })
  @Audience(everybodyButPhoneSystem)
  directory(
    @CurrentViewer() viewer: Viewer,
    @ManagersAsked() managers: boolean,
    @PositionAsked() position: boolean,
    @Args() { filter, first, after = null }: DirectoryArgs,
  ) {
    const municipalityCodes = codesOf(filter);
    const listing = { municipalityCodes, first, after, managers };
    return this.listed(viewer, position, municipalityCodes, () =>
      this.entries.list(viewer, listing),
    );
  }

  /** The position is read before the list: what changes in between is told, not missed. */
  private async listed(
    viewer: Viewer,
    position: boolean,
    municipalityCodes: readonly string[] | null,
    list: () => Promise<Page<EntryView>>,
  ) {
    const filter = { municipalityCodes, entryIds: null };
    const eventCursor = position ? await this.streams.cursorOf(viewer, filter) : null;
    return { ...connectionOf(await list()), eventCursor };
  }
}

function codesOf(filter: DirectoryFilterInput | null | undefined): readonly string[] | null {
  return filter?.municipalityCodes ? [...new Set(filter.municipalityCodes)].toSorted() : null;
}
