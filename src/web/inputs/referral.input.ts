import { Field, ID, InputType } from '@nestjs/graphql';
import { AppError } from '../../kernel/app-error.js';
import type { Referral } from '../../staff/referral.js';
import { idOf } from '../global-id.js';

@InputType('ReferralInput', {
  isOneOf: true,
  description: 'Exactly one who answers instead (hänvisning).',
})
export class ReferralInput {
  @Field(() => ID, { nullable: true, description: 'A person, or a shared telephone.' })
  entryId?: string;

  @Field(() => ID, { nullable: true, description: 'The answer group of this unit (svarsgrupp).' })
  answerGroupOf?: string;

  @Field(() => Boolean, { nullable: true, description: 'The switchboard: true.' })
  switchboard?: boolean;

  @Field(() => Boolean, { nullable: true, description: "The person's own voicemail: true." })
  voicemail?: boolean;
}

/** The referral that an input names, or null. Throws BAD_USER_INPUT for an id of another type, or a false flag. */
export function referralOrNull(input: ReferralInput | null | undefined): Referral | null {
  if (!input) return null;
  if (input.entryId !== undefined)
    return { kind: 'PERSON', personId: idOf('PERSON', input.entryId, 'entryId') };
  if (input.answerGroupOf !== undefined)
    return { kind: 'ANSWER_GROUP', unitId: idOf('UNIT', input.answerGroupOf, 'answerGroupOf') };
  if (input.switchboard) return { kind: 'SWITCHBOARD' };
  if (input.voicemail) return { kind: 'VOICEMAIL' };
  throw new AppError('BAD_USER_INPUT', 'Name exactly one referral; a flag must be true.');
}
