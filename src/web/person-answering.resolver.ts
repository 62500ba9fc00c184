import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Receipts } from '../changes/receipts.js';
import { SetBestReached } from '../changes/set-best-reached.js';
import { SetGreeting } from '../changes/set-greeting.js';
import { SetStandIns } from '../changes/set-stand-ins.js';
import type { Viewer } from '../kernel/viewer.js';
import type { PersonView } from '../view/person-view.js';
import { Audience } from './audience.js';
import { idsOf } from './global-id.js';
import {
  SetBestReachedInput,
  SetGreetingInput,
  SetStandInsInput,
} from './inputs/answering.input.js';
import { personRef } from './inputs/person-ref.input.js';
import { Payloads } from './payloads.js';
import { DirectoryEntryType } from './types/directory-entry.type.js';
import { PersonPayloadType } from './types/payload.type.js';
import { PersonType } from './types/person.type.js';
import { CurrentViewer } from './viewer.guard.js';

const input = { description: 'What to change.' };

/** Who stands in for somebody, when somebody is best reached, what the voicemail says, and who is responsible for a shared telephone (P6, P8, P16, P19). */
@Resolver(() => PersonType)
export class PersonAnsweringResolver {
  constructor(
    private readonly standInsChange: SetStandIns,
    private readonly bestReachedChange: SetBestReached,
    private readonly greetingChange: SetGreeting,
    private readonly receipts: Receipts,
    private readonly payloads: Payloads,
  ) {}

  @ResolveField(() => [DirectoryEntryType], {
    description:
      'Who usually stands in, the first first, as far as you can see them; of whoever was asked for, and empty on those to whom one leads. For EMPLOYEE, OPERATOR, PHONE_SYSTEM_KEY, SELF, and those who lead or answer for the unit.',
  })
  standIns(person: PersonView) {
    return person.standIns();
  }

  @Mutation(() => PersonPayloadType, {
    description:
      'Say who usually stands in for somebody. Whom you cannot see keeps the place. For SELF, OPERATOR, and those who lead or answer for the unit.',
  })
  @Audience(['EMPLOYEE', 'OPERATOR'])
  async setStandIns(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetStandInsInput, ...input }) request: SetStandInsInput,
  ) {
    const wanted = {
      person: personRef(request.person),
      standInIds: idsOf('PERSON', request.standInIds, 'standInIds'),
      expectedVersion: request.expectedVersion,
    };
    const { idempotencyKey } = request;
    const asked = { operation: 'setStandIns', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.standInsChange.carryOut(viewer, wanted, retriable),
    );
    return this.payloads.of(viewer, outcome);
  }

  @Mutation(() => PersonPayloadType, {
    description:
      'Say when somebody is best reached (träffas säkrast, P8), where the department has decided so. For SELF, and those who lead or answer for the unit.',
  })
  @Audience(['EMPLOYEE'])
  async setBestReached(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetBestReachedInput, ...input }) request: SetBestReachedInput,
  ) {
    const { windows, expectedVersion } = request;
    const wanted = { person: personRef(request.person), windows, expectedVersion };
    const { idempotencyKey } = request;
    const asked = { operation: 'setBestReached', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.bestReachedChange.carryOut(viewer, wanted, retriable),
    );
    return this.payloads.of(viewer, outcome);
  }

  @Mutation(() => PersonPayloadType, {
    description:
      "Say what a number's voicemail says (P6, P19). For SELF, TECHNICIAN, and those who lead or answer for the unit.",
  })
  @Audience(['EMPLOYEE', 'TECHNICIAN'])
  async setGreeting(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetGreetingInput, ...input }) request: SetGreetingInput,
  ) {
    const { number, kind, namesAlternative, expectedVersion } = request;
    const person = personRef(request.person);
    const wanted = { person, number, kind, namesAlternative, expectedVersion };
    const { idempotencyKey } = request;
    const asked = { operation: 'setGreeting', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.greetingChange.carryOut(viewer, wanted, retriable),
    );
    return this.payloads.of(viewer, outcome);
  }
}
