import { Field, InputType, Int } from '@nestjs/graphql';
import type { CallOrigin, ForwardingCondition, ForwardingLayer } from '../../kernel/phone-words.js';
import type { E164, Extension } from '../../staff/phone-number.js';
import { CallOriginEnum, ForwardingConditionEnum, ForwardingLayerEnum } from '../phone-enums.js';
import { DateTimeScalar, E164Scalar, ExtensionScalar } from '../scalars.js';
import { DroppedOfCalls } from './dropped-of-calls.input.js';
import { TargetInput } from './forwarding.input.js';

@InputType('ForwardingReport', {
  description: 'One forwarding of one line as the exchange has it.',
})
export class ForwardingReportInput extends DroppedOfCalls {
  @Field(() => ExtensionScalar, { nullable: true, description: 'Extension in the dial plan.' })
  extension?: Extension | null;

  @Field(() => E164Scalar, { nullable: true, description: 'Number.' })
  number?: E164 | null;

  @Field(() => ForwardingConditionEnum, { description: 'When it acts.' })
  condition!: ForwardingCondition;

  @Field(() => CallOriginEnum, { defaultValue: 'ANY', description: 'For which calls.' })
  origin!: CallOrigin;

  @Field(() => Boolean, {
    description: 'In force; a registered one that is not keeps where it leads.',
  })
  active!: boolean;

  @Field(() => TargetInput, {
    nullable: true,
    description: 'To what, but no entryId; without it none is registered any more.',
  })
  target?: TargetInput | null;

  @Field(() => Int, { nullable: true, description: '5 to 60 seconds, for NO_ANSWER.' })
  noAnswerSeconds?: number | null;

  @Field(() => DateTimeScalar, { description: 'When the exchange saw it.' })
  observedAt!: Date;

  @Field(() => String, {
    description:
      'Rises with every report of this forwarding, 1 to 18 digits; late and repeated ones are dropped.',
  })
  reportSeq!: string;
}

@InputType('ReportForwardingsInput', { description: 'Batch of forwardings.' })
export class ReportForwardingsInput {
  @Field(() => String, { description: 'The dial plan that the extensions belong to.' })
  dialPlan!: string;

  @Field(() => ForwardingLayerEnum, {
    description: 'Where they are set: PBX or MOBILE_NETWORK.',
  })
  layer!: ForwardingLayer;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether these are all that the layer has in the dial plan: what is not among them is gone.',
  })
  full!: boolean;

  @Field(() => [ForwardingReportInput], { description: 'At most 500.' })
  forwardings!: ForwardingReportInput[];
}
