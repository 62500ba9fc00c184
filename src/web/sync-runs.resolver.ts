import {
  Args,
  ArgsType,
  Field,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { RequestSync } from '../changes/request-sync.js';
import { globalId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import type { SyncRunView } from '../view/sync-run-view.js';
import { SyncRunsView } from '../view/sync-runs.view.js';
import { Audience } from './audience.js';
import { connectionOf } from './connection.js';
import { StartSyncInput } from './inputs/start-sync.input.js';
import {
  StartSyncPayloadType,
  SyncRejectionType,
  SyncRunConnectionType,
  SyncRunType,
} from './types/sync-run.type.js';
import { CurrentViewer } from './viewer.guard.js';

@ArgsType()
class SyncRunsArgs {
  @Field(() => String, { nullable: true, description: "Only of this municipality (SCB's code)." })
  municipalityCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Only of this directory, by its name.' })
  source?: string | null;

  @Field(() => Int, { defaultValue: 20, description: 'Page size, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last page.' })
  after?: string | null;
}

/** The record of the syncs, and the requests for more. */
@Resolver(() => SyncRunType)
export class SyncRunsResolver {
  constructor(
    private readonly runs: SyncRunsView,
    private readonly request: RequestSync,
  ) {}

  @Query(() => SyncRunConnectionType, {
    nullable: true,
    description: 'The syncs of the last 90 days, the newest first. For TECHNICIAN.',
  })
  @Audience(['TECHNICIAN'])
  async syncRuns(
    @CurrentViewer() viewer: Viewer,
    @Args() { municipalityCode, source, first, after }: SyncRunsArgs,
  ) {
    const page = await this.runs.page(viewer, {
      municipalityCode: municipalityCode ?? null,
      source: source ?? null,
      first,
      after: after ?? null,
    });
    return connectionOf(page);
  }

  @Mutation(() => StartSyncPayloadType, {
    description:
      'Ask for a sync now, of a municipality or of one of its directories; it begins as soon as a process is free. For TECHNICIAN.',
  })
  @Audience(['TECHNICIAN'])
  async startSync(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => StartSyncInput, description: 'What to read.' })
    { municipalityCode, source, dryRun }: StartSyncInput,
  ) {
    const wanted = { municipalityCode, source: source ?? null, dryRun };
    const outcome = await this.request.carryOut(viewer, wanted);
    if (!outcome.ok) return { syncRuns: [], userErrors: outcome.errors };
    return { syncRuns: await this.runs.byIds(viewer, outcome.value), userErrors: [] };
  }

  @ResolveField(() => ID, { description: 'Global id: opaque, unguessable, and of one type.' })
  id(@Parent() run: SyncRunView) {
    return globalId('SYNC_RUN', run.id);
  }

  @ResolveField(() => [SyncRejectionType], {
    description:
      "What was not taken, by the directory's key; at most 1000 are kept. Nothing about PROTECTED people is listed.",
  })
  rejections(
    @Parent() run: SyncRunView,
    @Args('first', { type: () => Int, defaultValue: 100, description: 'How many, 1 to 1000.' })
    first: number,
  ) {
    return run.rejections(first);
  }
}
