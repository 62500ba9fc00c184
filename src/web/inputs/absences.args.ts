import { ArgsType, Field } from '@nestjs/graphql';
import { DateTimeScalar } from '../scalars.js';

@ArgsType()
export class AbsencesArgs {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Those that are not over then; none means now. What is over is not shown.',
  })
  from?: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Those that have begun by then; at most 92 days after `from`, which none means.',
  })
  to?: Date | null;
}
