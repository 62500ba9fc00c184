import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { AppError } from '../../kernel/app-error.js';
import type { CallOrigin, ForwardingCondition, ForwardingLayer } from '../../kernel/phone-words.js';
import type { TargetRequest } from '../../changes/forwarding-target.js';
import type { E164, Extension } from '../../staff/phone-number.js';
import { CallOriginEnum, ForwardingConditionEnum, ForwardingLayerEnum } from '../phone-enums.js';
import { idOf } from '../global-id.js';
import { DateTimeScalar, E164Scalar, ExtensionScalar } from '../scalars.js';
import { idempotencyKey } from './idempotency-key.js';
import { PersonRefInput } from './person-ref.input.js';

@InputType('TargetInput', { isOneOf: true, description: 'Exactly one target.' })
export class TargetInput {
  @Field(() => E164Scalar, { nullable: true, description: 'A number.' })
  number?: E164;

  @Field(() => ExtensionScalar, {
    nullable: true,
    description: "An extension of the person's dial plan.",
  })
  extension?: Extension;

  @Field(() => ID, { nullable: true, description: 'A person.' })
  entryId?: string;

  @Field(() => Boolean, { nullable: true, description: 'Voicemail: true.' })
  voicemail?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'The switchboard: true.' })
  switchboard?: boolean;
}

@InputType('SetForwardingInput', {
  description:
    'Forwarding. Rings are refused, of whatever conditions, and so are more than five hops; and calls that would leave the telephone system while somebody is absent (P10), unless the municipality allows it.',
})
export class SetForwardingInput {
  @Field(() => PersonRefInput, { description: 'Whose calls.' })
  person!: PersonRefInput;

  @Field(() => ForwardingConditionEnum, { description: 'When it acts.' })
  condition!: ForwardingCondition;

  @Field(() => CallOriginEnum, {
    nullable: true,
    defaultValue: 'ANY',
    description: 'For which calls.',
  })
  origin?: CallOrigin | null;

  @Field(() => ForwardingLayerEnum, {
    nullable: true,
    defaultValue: 'DIRECTORY',
    description: 'Where it is set.',
  })
  layer?: ForwardingLayer | null;

  @Field(() => Int, {
    nullable: true,
    description: '5 to 60 seconds, for NO_ANSWER; none means 20.',
  })
  noAnswerSeconds?: number | null;

  @Field(() => TargetInput, { description: 'To what.' })
  target!: TargetInput;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Ends by itself.' })
  validUntil?: Date | null;

  @Field(() => String, { nullable: true, description: 'The version that you read, when changing.' })
  expectedVersion?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

@InputType('ClearForwardingInput', { description: 'Forwarding to stop.' })
export class ClearForwardingInput {
  @Field(() => ID, { description: 'The forwarding.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The version that you read.' })
  expectedVersion?: string | null;

  @Field(() => String, idempotencyKey)
  idempotencyKey?: string | null;
}

/** The target that an input names. Throws BAD_USER_INPUT for an id of another type, or a false flag. */
export function targetRequest(input: TargetInput): TargetRequest {
  if (input.number !== undefined) return { kind: 'NUMBER', e164: input.number };
  if (input.extension !== undefined) return { kind: 'EXTENSION', extension: input.extension };
  if (input.entryId !== undefined)
    return { kind: 'PERSON', personId: idOf('PERSON', input.entryId, 'entryId') };
  if (input.voicemail) return { kind: 'VOICEMAIL' };
  if (input.switchboard) return { kind: 'SWITCHBOARD' };
  throw new AppError('BAD_USER_INPUT', 'Name exactly one target; a flag must be true.');
}
