import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { RiseUndoState, RiseUndoStep } from '../../kernel/sync-words.js';
import { RiseUndoStateEnum, RiseUndoStepEnum } from '../sync-enums.js';
import { DateTimeScalar } from '../scalars.js';
import { UserErrorType } from './payload.type.js';

@ObjectType('LevelRises', {
  description: 'Levels that one sync raised, because of marks in the directory. Numbers, no names.',
})
export class LevelRisesType {
  @Field(() => String, { description: "The directory's name in the configuration." })
  source!: string;

  @Field(() => DateTimeScalar, { description: 'When the first of them was raised.' })
  raisedAt!: Date;

  @Field(() => Int, { description: 'People raised.' })
  people!: number;

  @Field(() => Int, { description: 'Of them, raised to RESTRICTED.' })
  toRestricted!: number;

  @Field(() => Int, { description: 'Of them, raised to PROTECTED.' })
  toProtected!: number;

  @Field(() => Int, {
    description:
      'Of them, whom an undo would lower now: those who work here and whose level nobody has set since.',
  })
  standing!: number;

  @Field(() => RiseUndoStateEnum, { description: 'How far the undoing has come.' })
  undo!: RiseUndoState;
}

@ObjectType('UndoLevelRisesPayload', { description: "Result of an officer's word on a run." })
export class UndoLevelRisesPayloadType {
  @Field(() => RiseUndoStepEnum, {
    nullable: true,
    description: 'What it came to; null when it was refused.',
  })
  step!: RiseUndoStep | null;

  @Field(() => Int, {
    nullable: true,
    description: 'People lowered to the level that they had before the run; null unless UNDONE.',
  })
  lowered!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'People of the run who are still higher than before it: their level was set since, by an officer or a later run, or they have left. Null unless UNDONE.',
  })
  left!: number | null;

  @Field(() => [UserErrorType], { description: 'Expected refusals; empty when it was taken.' })
  userErrors!: readonly UserErrorType[];
}
