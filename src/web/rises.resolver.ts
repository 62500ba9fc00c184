import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { UndoRises } from '../changes/undo-rises.js';
import { globalId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import { RisesView, type LevelRisesView } from '../view/rises.view.js';
import { Audience } from './audience.js';
import { idOf } from './global-id.js';
import { UndoLevelRisesInput } from './inputs/rises.input.js';
import { LevelRisesType, UndoLevelRisesPayloadType } from './types/rises.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** Levels that syncs have raised, and how two officers undo those of one run. */
@Resolver(() => LevelRisesType)
export class RisesResolver {
  constructor(
    private readonly view: RisesView,
    private readonly rises: UndoRises,
  ) {}

  @ResolveField(() => ID, { description: 'The run that raised them.' })
  runId(@Parent() rises: LevelRisesView) {
    return globalId('SYNC_RUN', rises.runId);
  }

  @Query(() => [LevelRisesType], {
    nullable: true,
    description:
      "The own municipality's syncs of the last 90 days that raised anybody's level, the newest first, at most 100. For OFFICER.",
  })
  @Audience(['OFFICER'])
  levelRises(@CurrentViewer() viewer: Viewer) {
    return this.view.ofOwnMunicipality(viewer);
  }

  @Mutation(() => UndoLevelRisesPayloadType, {
    description:
      'Undo the levels that one sync raised, as one change: the first officer asks, and another one of the municipality confirms with the same mutation within seven days. Only those whose level nobody has set since are lowered. First mend the directory or its mapping: a mark that still stands raises again at the next sync. And first set by hand (setProtection) the level of those who are to keep it: until that sync, everybody else has the level from before. For OFFICER.',
  })
  @Audience(['OFFICER'])
  async undoLevelRises(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => UndoLevelRisesInput, description: 'Which run, and why.' })
    { runId, caseReference }: UndoLevelRisesInput,
  ): Promise<UndoLevelRisesPayloadType> {
    const id = idOf('SYNC_RUN', runId, 'runId');
    const outcome = await this.rises.carryOut(viewer, { runId: id, caseReference });
    if (!outcome.ok) return { step: null, lowered: null, left: null, userErrors: outcome.errors };
    const { value } = outcome;
    const { lowered, left } = value.kind === 'UNDONE' ? value : { lowered: null, left: null };
    return { step: value.kind, lowered, left, userErrors: [] };
  }
}
