import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { SetNumbers } from '../changes/set-numbers.js';
import { ReportLines } from '../intake/report-lines.js';
import type { Viewer } from '../kernel/viewer.js';
import { Audience } from './audience.js';
import { SetNumbersInput } from './inputs/person-changes.input.js';
import { personRef } from './inputs/person-ref.input.js';
import { ReportLinesInput } from './inputs/report-lines.input.js';
import { Payloads } from './payloads.js';
import { AcknowledgePayloadType, PersonPayloadType } from './types/payload.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** What technicians and the telephone system write. */
@Resolver()
export class AdministrationResolver {
  constructor(
    private readonly numbers: SetNumbers,
    private readonly lines: ReportLines,
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
    const outcome = await this.numbers.carryOut(viewer, {
      person: personRef(person),
      direct: request.direct,
      mobile: request.mobile,
      extension: request.extension,
      mobileAudience: request.mobileAudience,
      expectedVersion: request.expectedVersion,
    });
    return this.payloads.of(viewer, outcome);
  }

  @Mutation(() => AcknowledgePayloadType, {
    description:
      'Line states, at most 500; late or repeated reports are dropped by reportSeq. For PHONE_SYSTEM_KEY with LINE_WRITE.',
  })
  @Audience(['PHONE_SYSTEM_KEY'], 'LINE_WRITE')
  async reportLines(
    @Args('input', { type: () => ReportLinesInput, description: 'The batch.' })
    { dialPlan, lines }: ReportLinesInput,
  ) {
    const outcome = await this.lines.take(
      dialPlan,
      lines.map(({ number, extension, status, observedAt, reportSeq, ttlSeconds }) => {
        const line = { e164: number ?? null, extension: extension ?? null };
        return { ...line, status, observedAt, reportSeq, ttlSeconds };
      }),
    );
    return outcome.ok
      ? { accepted: true, acceptedCount: outcome.value, userErrors: [] }
      : { accepted: false, acceptedCount: 0, userErrors: outcome.errors };
  }
}
