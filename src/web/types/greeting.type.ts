import { Field, ObjectType } from '@nestjs/graphql';
import type { GreetingKind } from '../../kernel/phone-words.js';
import { GreetingKindEnum } from '../phone-enums.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('Greeting', {
  description: "What a caller hears at a number's voicemail (P6, P19), as was last told.",
})
export class GreetingType {
  @Field(() => GreetingKindEnum, { description: 'Whose greeting it is.' })
  kind!: GreetingKind;

  @Field(() => Boolean, { description: 'Whether it says whom to turn to instead (P6).' })
  namesAlternative!: boolean;

  @Field(() => DateTimeScalar, { description: 'When that was last told.' })
  confirmedAt!: Date;
}
