import { Field, ID, InputType } from '@nestjs/graphql';
import type { ProtectionPresentation, RevealPurpose } from '../../kernel/words.js';
import type { E164 } from '../../staff/phone-number.js';
import { ProtectionPresentationEnum, RevealPurposeEnum } from '../level-enums.js';
import { E164Scalar } from '../scalars.js';

@InputType('SetMyPresentationInput', { description: 'How you want to appear to others.' })
export class SetMyPresentationInput {
  @Field(() => ProtectionPresentationEnum, { description: 'How.' })
  presentation!: ProtectionPresentation;

  @Field(() => String, {
    nullable: true,
    description: 'The name on the card, with ALIAS only; letters, at most 80, and not your own.',
  })
  alias?: string | null;
}

@InputType('SetPresentationInput', {
  description: 'How a PROTECTED person has asked an officer to appear.',
})
export class SetPresentationInput extends SetMyPresentationInput {
  @Field(() => ID, { description: 'Who.' })
  personId!: string;

  @Field(() => String, { description: 'The case that says why, at most 100 characters; no name.' })
  caseReference!: string;
}

@InputType('NameViewerInput', { description: 'Who may see a PROTECTED person by name.' })
export class NameViewerInput {
  @Field(() => ID, { description: 'The PROTECTED person.' })
  personId!: string;

  @Field(() => ID, { description: 'Who may see that person: somebody of the same municipality.' })
  viewerId!: string;

  @Field(() => String, { description: 'The case that says why, at most 100 characters; no name.' })
  caseReference!: string;
}

@InputType('RevealNumbersInput', { description: 'Whose numbers, and why.' })
export class RevealNumbersInput {
  @Field(() => ID, { description: 'Whose.' })
  personId!: string;

  @Field(() => RevealPurposeEnum, { description: 'Why; it is recorded.' })
  purpose!: RevealPurpose;

  @Field(() => String, {
    nullable: true,
    description: 'With OTHER, and only then: the case, at most 100 characters; no name.',
  })
  caseReference?: string | null;
}

@InputType('BlindContactInput', { description: 'Wish of a caller.' })
export class BlindContactInput {
  @Field(() => String, {
    description: 'Whom the caller asks for, at most 100 characters; nobody is looked up.',
  })
  name!: string;

  @Field(() => String, { description: 'The municipality whose officers get it, such as "1861".' })
  municipalityCode!: string;

  @Field(() => E164Scalar, { description: 'Where the caller wants to be reached.' })
  callerNumber!: E164;

  @Field(() => String, {
    description: 'What to pass on, at most 500 characters; no personnummer.',
  })
  message!: string;
}

@InputType('HandleContactRequestInput', { description: 'A wish that has been dealt with.' })
export class HandleContactRequestInput {
  @Field(() => ID, { description: 'From contactRequests.' })
  id!: string;
}
