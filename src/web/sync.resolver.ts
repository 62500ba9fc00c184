import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DecidePlan } from '../changes/decide-plan.js';
import type { Viewer } from '../kernel/viewer.js';
import { HeldPlansView } from '../view/held-plans.view.js';
import type { MunicipalityView } from '../view/person-view.js';
import { SourcesView } from '../view/sources.view.js';
import { Audience } from './audience.js';
import { PlanDecisionInput } from './inputs/plan.input.js';
import { DateTimeScalar } from './scalars.js';
import { MunicipalityType } from './types/municipality.type.js';
import { HeldPlanType, PlanPayloadType, SourceStateType } from './types/source.type.js';
import { CurrentViewer } from './viewer.guard.js';

const input = { type: () => PlanDecisionInput, description: 'Which plan.' };

/** How the directories and exchanges are doing: their age for everybody, held plans for technicians. */
@Resolver(() => MunicipalityType)
export class SyncResolver {
  constructor(
    private readonly view: SourcesView,
    private readonly plans: HeldPlansView,
    private readonly plan: DecidePlan,
  ) {}

  @ResolveField(() => [SourceStateType], {
    description: 'Its directories and its exchange, and how old what they gave is.',
  })
  sources(@Parent() municipality: MunicipalityView) {
    return this.view.ofMunicipality(municipality.code);
  }

  @ResolveField(() => DateTimeScalar, {
    nullable: true,
    description:
      'When all of its directories had last been read to their ends; null before one of them has been (P7).',
  })
  lastCompleteSyncAt(@Parent() municipality: MunicipalityView) {
    return this.view.lastCompleteOf(municipality.code);
  }

  @Query(() => [HeldPlanType], {
    nullable: true,
    description: 'Plans that wait to be approved or rejected, the newest first. For TECHNICIAN.',
  })
  @Audience(['TECHNICIAN'])
  heldPlans(@CurrentViewer() viewer: Viewer) {
    return this.plans.waiting(viewer);
  }

  @Mutation(() => PlanPayloadType, {
    description:
      'Approve a held plan: the next runs of its source may carry out what it holds, or any part of it, for seven days. For TECHNICIAN.',
  })
  @Audience(['TECHNICIAN'])
  async approvePlan(
    @CurrentViewer() viewer: Viewer,
    @Args('input', input) { hash }: PlanDecisionInput,
  ) {
    return payload(await this.plan.carryOut(viewer, hash, 'APPROVED'));
  }

  @Mutation(() => PlanPayloadType, {
    description:
      'Reject a held plan: its source stays as it is until its directory is mended. For TECHNICIAN.',
  })
  @Audience(['TECHNICIAN'])
  async rejectPlan(
    @CurrentViewer() viewer: Viewer,
    @Args('input', input) { hash }: PlanDecisionInput,
  ) {
    return payload(await this.plan.carryOut(viewer, hash, 'REJECTED'));
  }
}

function payload(outcome: Awaited<ReturnType<DecidePlan['carryOut']>>): PlanPayloadType {
  return { decided: outcome.ok, userErrors: outcome.ok ? [] : outcome.errors };
}
