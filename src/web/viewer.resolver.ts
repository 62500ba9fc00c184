import { Args, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../kernel/viewer.js';
import { DirectoryView } from '../view/directory.view.js';
import { OpenStream } from '../view/live/open-stream.js';
import { PeopleView, type CardsRead } from '../view/people.view.js';
import { connectionOf } from './connection.js';
import { PageArgs } from './inputs/search.args.js';
import { CardsAsked } from './cards-read.js';
import { PositionAsked } from './position-asked.js';
import { DirectoryEntryConnectionType, ViewerType } from './types/lists.type.js';
import { UnitType } from './types/unit.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** For which units and people whoever asks may act. */
@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(
    private readonly people: PeopleView,
    private readonly entries: DirectoryView,
    private readonly streams: OpenStream,
  ) {}

  @ResolveField(() => [UnitType], {
    description:
      'Units that the identity leads or answers for (P11, P12), those below them among them, by name.',
  })
  units(@CurrentViewer() viewer: Viewer) {
    return this.people.unitsLedBy(viewer);
  }

  @ResolveField(() => DirectoryEntryConnectionType, {
    description:
      'Whom the identity manages (P11) or answers for (P12), and the telephones of their units, in Swedish order; oneself is among the people of a unit.',
  })
  async responsibleFor(
    @CurrentViewer() viewer: Viewer,
    @CardsAsked() cards: CardsRead,
    @PositionAsked() position: boolean,
    @Args() { first, after = null }: PageArgs,
  ) {
    // Before the list: what changes in between is told, not missed.
    const everything = { municipalityCodes: null, entryIds: null };
    const eventCursor = position ? await this.streams.cursorOf(viewer, everything) : null;
    return {
      ...connectionOf(await this.entries.ledBy(viewer, { first, after, cards })),
      eventCursor,
    };
  }
}
