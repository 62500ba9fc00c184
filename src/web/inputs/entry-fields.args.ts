import { ArgsType, Field } from '@nestjs/graphql';
import type { Language } from '../../kernel/absence-words.js';
import type { CallOrigin } from '../../kernel/phone-words.js';
import type { NumberKind } from '../../kernel/words.js';
import { defaultOrigin } from '../../staff/reachability.js';
import { LanguageEnum } from '../absence-enums.js';
import { NumberKindEnum } from '../enums.js';
import { CallOriginEnum } from '../phone-enums.js';

@ArgsType()
export class NumbersArgs {
  @Field(() => [NumberKindEnum], { nullable: true, description: 'Only these.' })
  kinds?: NumberKind[] | null;
}

@ArgsType()
export class ReachabilityArgs {
  @Field(() => CallOriginEnum, {
    nullable: true,
    defaultValue: defaultOrigin,
    description: 'Where the call comes from.',
  })
  origin?: CallOrigin | null;
}

@ArgsType()
export class ReasonLabelArgs {
  @Field(() => LanguageEnum, {
    nullable: true,
    defaultValue: 'SV',
    description: 'In which language.',
  })
  language?: Language | null;
}
