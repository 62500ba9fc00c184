import { Field, ID, InputType } from '@nestjs/graphql';

@InputType('UndoLevelRisesInput', { description: "A run's rises to undo, with the case." })
export class UndoLevelRisesInput {
  @Field(() => ID, { description: 'The run, from levelRises.' })
  runId!: string;

  @Field(() => String, { description: 'The case that says why, at most 100 characters; no name.' })
  caseReference!: string;
}
