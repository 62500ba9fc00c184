import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Receipts } from '../changes/receipts.js';
import { SetSharedLine } from '../changes/set-shared-line.js';
import type { Viewer } from '../kernel/viewer.js';
import { Audience } from './audience.js';
import { idOf, idOrNull } from './global-id.js';
import { SetSharedLineInput } from './inputs/answering.input.js';
import { Payloads } from './payloads.js';
import { SharedLinePayloadType } from './types/shared-line.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** Changes of who is responsible for a shared telephone (P16). */
@Resolver()
export class SharedLineChangesResolver {
  constructor(
    private readonly lineChange: SetSharedLine,
    private readonly receipts: Receipts,
    private readonly payloads: Payloads,
  ) {}

  @Mutation(() => SharedLinePayloadType, {
    description:
      'Say who is responsible for a shared telephone (P16). For TECHNICIAN, and those who lead or answer for the unit.',
  })
  @Audience(['EMPLOYEE', 'TECHNICIAN'])
  async setSharedLine(
    @CurrentViewer() viewer: Viewer,
    @Args('input', {
      type: () => SetSharedLineInput,
      description: 'Which shared telephone, and who.',
    })
    request: SetSharedLineInput,
  ) {
    const wanted = {
      id: idOf('PERSON', request.id, 'id'),
      responsibleId: idOrNull('PERSON', request.responsibleId, 'responsibleId'),
      expectedVersion: request.expectedVersion,
    };
    const { idempotencyKey } = request;
    const asked = { operation: 'setSharedLine', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.lineChange.carryOut(viewer, wanted, retriable),
    );
    const { entry, userErrors } = await this.payloads.of(viewer, outcome);
    return { sharedLine: entry, userErrors };
  }
}
