import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Receipts } from '../changes/receipts.js';
import { SetNumbers } from '../changes/set-numbers.js';
import type { Viewer } from '../kernel/viewer.js';
import { Audience } from './audience.js';
import { SetNumbersInput } from './inputs/person-changes.input.js';
import { personRef } from './inputs/person-ref.input.js';
import { Payloads } from './payloads.js';
import { PersonPayloadType } from './types/payload.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** What technicians write. */
@Resolver()
export class AdministrationResolver {
  constructor(
    private readonly numbers: SetNumbers,
    private readonly receipts: Receipts,
    private readonly payloads: Payloads,
  ) {}

  @Mutation(() => PersonPayloadType, {
    description:
      "Direct and mobile numbers beside the directory's. For TECHNICIAN, and those who lead or answer for the unit.",
  })
  @Audience(['TECHNICIAN', 'EMPLOYEE'])
  async setNumbers(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetNumbersInput, description: 'What to change.' })
    { person, ...request }: SetNumbersInput,
  ) {
    const wanted = {
      person: personRef(person),
      direct: request.direct,
      mobile: request.mobile,
      extension: request.extension,
      mobileAudience: request.mobileAudience,
      expectedVersion: request.expectedVersion,
    };
    const { idempotencyKey } = request;
    const asked = { operation: 'setNumbers', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.numbers.carryOut(viewer, wanted, retriable),
    );
    return this.payloads.of(viewer, outcome);
  }
}
