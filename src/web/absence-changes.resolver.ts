import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { EndAbsence } from '../changes/end-absence.js';
import { Receipts } from '../changes/receipts.js';
import { SetAbsence } from '../changes/set-absence.js';
import type { Viewer } from '../kernel/viewer.js';
import { Audience } from './audience.js';
import { idOf, idOrNull } from './global-id.js';
import { EndAbsenceInput, recurrenceRequest, SetAbsenceInput } from './inputs/absence.input.js';
import { personRef } from './inputs/person-ref.input.js';
import { referralOrNull } from './inputs/referral.input.js';
import { Payloads } from './payloads.js';
import { AbsencePayloadType } from './types/payload.type.js';
import { CurrentViewer } from './viewer.guard.js';

const input = { description: 'What to change.' };

/** Changes of absences: by the person (P15), and by operators (P17). */
@Resolver()
export class AbsenceChangesResolver {
  constructor(
    private readonly absence: SetAbsence,
    private readonly absenceEnd: EndAbsence,
    private readonly receipts: Receipts,
    private readonly payloads: Payloads,
  ) {}

  @Mutation(() => AbsencePayloadType, {
    description:
      'Report or change an absence. For SELF, OPERATOR, and those who lead or answer for the unit.',
  })
  @Audience(['EMPLOYEE', 'OPERATOR'])
  async setAbsence(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetAbsenceInput, ...input }) request: SetAbsenceInput,
  ) {
    const wanted = {
      person: personRef(request.person),
      id: idOrNull('ABSENCE', request.id, 'id'),
      reason: request.reason,
      startsAt: request.startsAt ?? null,
      endsAt: request.endsAt ?? null,
      openEnded: request.openEnded ?? false,
      endsAtPrecision: request.endsAtPrecision ?? 'EXACT',
      phoneRings: request.phoneRings ?? null,
      note: request.note ?? null,
      recurrence: recurrenceRequest(request.recurrence),
      referral: referralOrNull(request.referral),
      expectedVersion: request.expectedVersion ?? null,
    };
    const { idempotencyKey } = request;
    const asked = { operation: 'setAbsence', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.absence.carryOut(viewer, wanted, retriable),
    );
    const { entry, person, value, userErrors } = await this.payloads.of(viewer, outcome);
    const absence = value && (entry?.absence(value.absenceId) ?? null);
    return { absence, person, userErrors };
  }

  @Mutation(() => AbsencePayloadType, {
    description:
      'Back early, or cancel. For SELF, OPERATOR, and those who lead or answer for the unit.',
  })
  @Audience(['EMPLOYEE', 'OPERATOR'])
  async endAbsence(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => EndAbsenceInput, ...input }) request: EndAbsenceInput,
  ) {
    const id = idOf('ABSENCE', request.id, 'id');
    const wanted = {
      id,
      at: request.at ?? null,
      scope: request.scope ?? 'OCCURRENCE',
      expectedVersion: request.expectedVersion ?? null,
    };
    const { idempotencyKey } = request;
    const asked = { operation: 'endAbsence', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.absenceEnd.carryOut(viewer, wanted, retriable),
    );
    const { entry, person, userErrors } = await this.payloads.of(viewer, outcome);
    return { absence: entry?.absence(id) ?? null, person, userErrors };
  }
}
