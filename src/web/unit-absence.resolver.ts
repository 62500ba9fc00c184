import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Receipts } from '../changes/receipts.js';
import { SetUnitAbsence } from '../changes/set-unit-absence.js';
import type { PersonId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import { PeopleView } from '../view/people.view.js';
import { personOrNull } from '../view/person-view.js';
import { Audience } from './audience.js';
import { idOf } from './global-id.js';
import { recurrenceRequest } from './inputs/absence.input.js';
import { referralOrNull } from './inputs/referral.input.js';
import { SetUnitAbsenceInput } from './inputs/unit-absence.input.js';
import { UnitAbsencePayloadType } from './types/unit-absence.type.js';
import { CurrentViewer } from './viewer.guard.js';

/** Absences of whole workplaces. */
@Resolver()
export class UnitAbsenceResolver {
  constructor(
    private readonly absence: SetUnitAbsence,
    private readonly receipts: Receipts,
    private readonly people: PeopleView,
  ) {}

  @Mutation(() => UnitAbsencePayloadType, {
    description:
      'Report an absence for everybody in a unit, all or nobody. For OPERATOR, and those who lead or answer for the unit.',
  })
  @Audience(['EMPLOYEE', 'OPERATOR'])
  async setUnitAbsence(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetUnitAbsenceInput, description: 'What to report.' })
    request: SetUnitAbsenceInput,
  ) {
    const wanted = {
      unitId: idOf('UNIT', request.unitId, 'unitId'),
      reason: request.reason,
      startsAt: request.startsAt ?? null,
      endsAt: request.endsAt ?? null,
      openEnded: request.openEnded ?? false,
      endsAtPrecision: request.endsAtPrecision ?? 'EXACT',
      phoneRings: request.phoneRings ?? null,
      note: request.note ?? null,
      recurrence: recurrenceRequest(request.recurrence),
      referral: referralOrNull(request.referral),
    };
    const { idempotencyKey } = request;
    const asked = { operation: 'setUnitAbsence', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.absence.carryOut(viewer, wanted, retriable),
    );
    if (!outcome.ok) return { people: [], userErrors: outcome.errors };
    const personIds = outcome.value.personIds.split(' ').filter(Boolean) as PersonId[];
    const seen = new Map(
      (await this.people.byIds(viewer, personIds)).map((entry) => [entry.id, entry]),
    );
    const people = personIds.flatMap((id) => personOrNull(seen.get(id)) ?? []);
    return { people, userErrors: [] };
  }
}
