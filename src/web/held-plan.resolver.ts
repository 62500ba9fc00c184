import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { HeldPlanView } from '../view/held-plans.view.js';
import { HeldPlanSampleType, HeldPlanType } from './types/source.type.js';

/** Whom a held plan is about. */
@Resolver(() => HeldPlanType)
export class HeldPlanResolver {
  @ResolveField(() => [HeldPlanSampleType], {
    description:
      'Some of the people whom it is about, of each change in turns; those who would be created are only counted.',
  })
  samples(
    @Parent() plan: HeldPlanView,
    @Args('first', { type: () => Int, defaultValue: 10, description: 'How many, 1 to 100.' })
    first: number,
  ) {
    return plan.samples(first);
  }
}
