import { Field, Int, ObjectType } from '@nestjs/graphql';
import type {
  CallOrigin,
  ForwardingCondition,
  ForwardingLayer,
  TargetKind,
} from '../../kernel/phone-words.js';
import type { FactSource } from '../../kernel/words.js';
import { SourceEnum } from '../enums.js';
import {
  CallOriginEnum,
  ForwardingConditionEnum,
  ForwardingLayerEnum,
  TargetKindEnum,
} from '../phone-enums.js';
import { DateTimeScalar, E164Scalar } from '../scalars.js';
import { DirectoryEntryType } from './directory-entry.type.js';
import { NodeType } from './node.type.js';

@ObjectType('ForwardingTarget', { description: 'Where a forwarding leads.' })
export class ForwardingTargetType {
  @Field(() => TargetKindEnum, { description: 'Kind.' })
  kind!: TargetKind;

  @Field(() => DirectoryEntryType, {
    nullable: true,
    description: 'Whose telephone, for PERSON and SHARED_LINE.',
  })
  entry!: DirectoryEntryType | null;

  @Field(() => E164Scalar, { nullable: true, description: 'The number, for NUMBER.' })
  number!: string | null;
}

@ObjectType('Forwarding', {
  implements: () => [NodeType],
  description:
    'One forwarding: condition × origin × layer. For OPERATOR, TECHNICIAN, PHONE_SYSTEM_KEY, SELF, and those who lead or answer for the unit.',
})
export class ForwardingType extends NodeType {
  @Field(() => ForwardingConditionEnum, { description: 'When it acts.' })
  condition!: ForwardingCondition;

  @Field(() => CallOriginEnum, { description: 'For which calls.' })
  origin!: CallOrigin;

  @Field(() => ForwardingLayerEnum, { description: 'Where it is set.' })
  layer!: ForwardingLayer;

  @Field(() => Int, { nullable: true, description: '5 to 60 seconds, for NO_ANSWER.' })
  noAnswerSeconds!: number | null;

  @Field(() => ForwardingTargetType, { description: 'To what.' })
  target!: ForwardingTargetType;

  @Field(() => Boolean, { description: 'In force now.' })
  active!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Ends by itself.' })
  validUntil!: Date | null;

  @Field(() => SourceEnum, { description: 'Who set it.' })
  source!: FactSource;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Last confirmed by its layer.' })
  observedAt!: Date | null;

  @Field(() => String, { description: 'For `expectedVersion` in changes.' })
  version!: string;
}
