import { Field, InputType } from '@nestjs/graphql';

@InputType('PlanDecisionInput', { description: 'A held plan to decide.' })
export class PlanDecisionInput {
  @Field(() => String, { description: 'The hash of the plan that you have seen.' })
  hash!: string;
}
