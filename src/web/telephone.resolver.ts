import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ApplyDialString } from '../intake/apply-dial-string.js';
import { ReportForwardings } from '../intake/report-forwardings.js';
import type { Viewer } from '../kernel/viewer.js';
import { Audience } from './audience.js';
import { ApplyDialStringInput } from './inputs/apply-dial-string.input.js';
import { targetRequest } from './inputs/forwarding.input.js';
import { ReportForwardingsInput } from './inputs/report-forwardings.input.js';
import { DialPayloadType } from './types/dial-payload.type.js';
import { AcknowledgePayloadType } from './types/payload.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** What the telephone system says of forwardings, and what people dial on their telephones. */
@Resolver()
export class TelephoneResolver {
  constructor(
    private readonly forwardings: ReportForwardings,
    private readonly dialling: ApplyDialString,
  ) {}

  @Mutation(() => AcknowledgePayloadType, {
    description:
      'Forwardings as the exchange or the mobile network has them, at most 500; late or repeated reports are dropped by reportSeq. For PHONE_SYSTEM_KEY with FORWARDING_WRITE.',
  })
  @Audience(['PHONE_SYSTEM_KEY'], 'FORWARDING_WRITE')
  async reportForwardings(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => ReportForwardingsInput, description: 'The batch.' })
    { dialPlan, layer, full, forwardings }: ReportForwardingsInput,
  ) {
    const outcome = await this.forwardings.take(viewer, {
      dialPlan,
      layer,
      full,
      forwardings: forwardings.map((one) => ({
        e164: one.number ?? null,
        extension: one.extension ?? null,
        condition: one.condition,
        origin: one.origin,
        active: one.active,
        target: one.target ? targetRequest(one.target) : null,
        noAnswerSeconds: one.noAnswerSeconds ?? null,
        observedAt: one.observedAt,
        reportSeq: one.reportSeq,
      })),
    });
    return outcome.ok
      ? { accepted: true, acceptedCount: outcome.value, userErrors: [] }
      : { accepted: false, acceptedCount: 0, userErrors: outcome.errors };
  }

  @Mutation(() => DialPayloadType, {
    description:
      'Do what was dialled on a telephone, with the rights of whose telephone it is: absence and forwarding. The digits are kept nowhere. For PHONE_SYSTEM_KEY with DIAL_WRITE.',
  })
  @Audience(['PHONE_SYSTEM_KEY'], 'DIAL_WRITE')
  async applyDialString(
    @CurrentViewer() viewer: Viewer,
    @Args('input', {
      type: () => ApplyDialStringInput,
      description: 'What was dialled, and where.',
    })
    { dialPlan, number, extension, dialled, reportSeq }: ApplyDialStringInput,
  ) {
    const outcome = await this.dialling.apply(viewer, {
      dialPlan,
      e164: number ?? null,
      extension: extension ?? null,
      dialled,
      reportSeq: reportSeq ?? null,
    });
    return outcome.ok
      ? { ...outcome.value, userErrors: [] }
      : { applied: false, spoken: null, userErrors: outcome.errors };
  }
}
