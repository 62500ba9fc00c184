import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ClearForwarding } from '../changes/clear-forwarding.js';
import { Receipts } from '../changes/receipts.js';
import { SetForwarding } from '../changes/set-forwarding.js';
import type { Viewer } from '../kernel/viewer.js';
import { Audience } from './audience.js';
import { idOf } from './global-id.js';
import {
  ClearForwardingInput,
  SetForwardingInput,
  targetRequest,
} from './inputs/forwarding.input.js';
import { personRef } from './inputs/person-ref.input.js';
import { Payloads } from './payloads.js';
import { ForwardingPayloadType } from './types/payload.type.js';
import { CurrentViewer } from './viewer.guard.js';

const input = { description: 'What to change.' };

/** Changes of forwardings: by the person (P15), and by operators and technicians. */
@Resolver()
export class ForwardingChangesResolver {
  constructor(
    private readonly forwarding: SetForwarding,
    private readonly forwardingEnd: ClearForwarding,
    private readonly receipts: Receipts,
    private readonly payloads: Payloads,
  ) {}

  @Mutation(() => ForwardingPayloadType, {
    description:
      'Forward. For SELF, OPERATOR, TECHNICIAN, and those who lead or answer for the unit.',
  })
  @Audience(['EMPLOYEE', 'OPERATOR', 'TECHNICIAN'])
  async setForwarding(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetForwardingInput, ...input }) request: SetForwardingInput,
  ) {
    const wanted = {
      person: personRef(request.person),
      condition: request.condition,
      origin: request.origin ?? 'ANY',
      layer: request.layer ?? 'DIRECTORY',
      noAnswerSeconds: request.noAnswerSeconds ?? null,
      target: targetRequest(request.target),
      validUntil: request.validUntil ?? null,
      expectedVersion: request.expectedVersion ?? null,
    };
    const { idempotencyKey } = request;
    const asked = { operation: 'setForwarding', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.forwarding.carryOut(viewer, wanted, retriable),
    );
    const { entry, person, value, userErrors } = await this.payloads.of(viewer, outcome);
    const forwarding = entry?.forwardings.find((one) => one.id === value?.forwardingId) ?? null;
    return { forwarding, person, userErrors };
  }

  @Mutation(() => ForwardingPayloadType, {
    description:
      'Stop a forwarding. For SELF, OPERATOR, TECHNICIAN, and those who lead or answer for the unit.',
  })
  @Audience(['EMPLOYEE', 'OPERATOR', 'TECHNICIAN'])
  async clearForwarding(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => ClearForwardingInput, ...input }) request: ClearForwardingInput,
  ) {
    const wanted = {
      id: idOf('FORWARDING', request.id, 'id'),
      expectedVersion: request.expectedVersion ?? null,
    };
    const { idempotencyKey } = request;
    const asked = { operation: 'clearForwarding', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.forwardingEnd.carryOut(viewer, wanted, retriable),
    );
    const { person, userErrors } = await this.payloads.of(viewer, outcome);
    return { forwarding: null, person, userErrors };
  }
}
