import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Receipts } from '../changes/receipts.js';
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
      lines.map(({ number, extension, ...line }) => {
        return { ...line, e164: number ?? null, extension: extension ?? null };
      }),
    );
    return outcome.ok
      ? { accepted: true, acceptedCount: outcome.value, userErrors: [] }
      : { accepted: false, acceptedCount: 0, userErrors: outcome.errors };
  }
}
