import { Args, ArgsType, Field, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ContactRequests } from '../changes/contact-requests.js';
import type { Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { ContactRequestsView } from '../view/contact-requests.view.js';
import { RevealNumbers } from '../view/reveal-numbers.js';
import { Audience } from './audience.js';
import { connectionOf } from './connection.js';
import { contactRequestId, idOf } from './global-id.js';
import {
  BlindContactInput,
  HandleContactRequestInput,
  RevealNumbersInput,
} from './inputs/levels.input.js';
import { ContactRequestConnectionType, RevealNumbersPayloadType } from './types/levels.type.js';
import { AcknowledgePayloadType } from './types/payload.type.js';
import { CurrentViewer } from './viewer.guard.js';

@ArgsType()
class ContactRequestsArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'Cursor of the last page.' })
  after?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Also those dealt with.' })
  includeHandled!: boolean;
}

/** How those are reached whose numbers nobody is shown: numbers by asking, and wishes passed on blindly. */
@Resolver()
export class ContactResolver {
  constructor(
    private readonly numbers: RevealNumbers,
    private readonly requests: ContactRequests,
    private readonly inbox: ContactRequestsView,
  ) {}

  @Mutation(() => RevealNumbersPayloadType, {
    description:
      "A RESTRICTED person's numbers, for a purpose that is recorded; what cannot be recorded is not answered. Of an OPEN person the numbers that you see anyway. For OPERATOR, TECHNICIAN, OFFICER, and those who lead or answer for the unit.",
  })
  @Audience(['EMPLOYEE', 'OFFICER', 'OPERATOR', 'TECHNICIAN'])
  async revealNumbers(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => RevealNumbersInput, description: 'Whose, and why.' })
    { personId, purpose, caseReference }: RevealNumbersInput,
  ) {
    const id = idOf('PERSON', personId, 'personId');
    const request = { personId: id, purpose, caseReference: caseReference ?? null };
    const outcome = await this.numbers.ask(viewer, request);
    return outcome.ok
      ? { numbers: outcome.value, userErrors: [] }
      : { numbers: null, userErrors: outcome.errors };
  }

  @Mutation(() => AcknowledgePayloadType, {
    description:
      "Pass a caller's wish on to the confidentiality officers of a municipality, for somebody who may not exist: nobody is looked up, and the answer is always the same. For OPERATOR.",
  })
  @Audience(['OPERATOR'])
  async blindContactRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => BlindContactInput, description: 'What to pass on, and to whom.' })
    { name, municipalityCode, callerNumber, message }: BlindContactInput,
  ) {
    const words = { name, municipalityCode, returnNumber: callerNumber, message };
    return receipt(await this.requests.send(viewer, words));
  }

  @Query(() => ContactRequestConnectionType, {
    nullable: true,
    description: "The own municipality's wishes of callers, the newest first. For OFFICER.",
  })
  @Audience(['OFFICER'])
  async contactRequests(
    @CurrentViewer() viewer: Viewer,
    @Args() { first, after, includeHandled }: ContactRequestsArgs,
  ) {
    return connectionOf(
      await this.inbox.page(viewer, { first, after: after ?? null, includeHandled }),
    );
  }

  @Mutation(() => AcknowledgePayloadType, {
    description: 'A wish has been dealt with; it is deleted 30 days later. For OFFICER.',
  })
  @Audience(['OFFICER'])
  async handleContactRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => HandleContactRequestInput, description: 'Which.' })
    { id }: HandleContactRequestInput,
  ) {
    return receipt(await this.requests.handle(viewer, contactRequestId(id)));
  }
}

function receipt(outcome: Outcome<null>) {
  return outcome.ok
    ? { accepted: true, acceptedCount: 1, userErrors: [] }
    : { accepted: false, acceptedCount: 0, userErrors: outcome.errors };
}
