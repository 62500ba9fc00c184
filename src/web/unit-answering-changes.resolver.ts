import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Receipts } from '../changes/receipts.js';
import { SetAnswerGroup } from '../changes/set-answer-group.js';
import { SetFaultContact } from '../changes/set-fault-contact.js';
import { SetOpeningHours } from '../changes/set-opening-hours.js';
import type { UnitId } from '../kernel/ids.js';
import type { Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { PeopleView } from '../view/people.view.js';
import { Audience } from './audience.js';
import { idOf, idOrNull, idsOf } from './global-id.js';
import {
  SetAnswerGroupInput,
  SetFaultContactInput,
  SetOpeningHoursInput,
} from './inputs/answering.input.js';
import { UnitPayloadType } from './types/relations.type.js';
import { CurrentViewer } from './viewer.guard.js';

const input = { description: 'Which unit, and what.' };

/** Changes of who answers in a unit, when, and whom it turns to when telephones fail (P7, P9). */
@Resolver()
export class UnitAnsweringChangesResolver {
  constructor(
    private readonly people: PeopleView,
    private readonly group: SetAnswerGroup,
    private readonly hours: SetOpeningHours,
    private readonly contact: SetFaultContact,
    private readonly receipts: Receipts,
  ) {}

  @Mutation(() => UnitPayloadType, {
    description:
      'Say who in a unit answers for each other (P9). Whom you cannot see keeps the place. For TECHNICIAN, and those who lead or answer for the unit.',
  })
  @Audience(['TECHNICIAN', 'EMPLOYEE'])
  async setAnswerGroup(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetAnswerGroupInput, ...input }) request: SetAnswerGroupInput,
  ) {
    const wanted = {
      ...unitOf(request),
      memberIds: idsOf('PERSON', request.memberIds, 'memberIds'),
    };
    const { idempotencyKey } = request;
    const asked = { operation: 'setAnswerGroup', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.group.carryOut(viewer, wanted, retriable),
    );
    return this.answer(outcome);
  }

  @Mutation(() => UnitPayloadType, {
    description:
      'Say when a unit answers. For TECHNICIAN, and those who lead or answer for the unit.',
  })
  @Audience(['TECHNICIAN', 'EMPLOYEE'])
  async setOpeningHours(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetOpeningHoursInput, ...input }) request: SetOpeningHoursInput,
  ) {
    const wanted = { ...unitOf(request), windows: request.windows };
    const { idempotencyKey } = request;
    const asked = { operation: 'setOpeningHours', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.hours.carryOut(viewer, wanted, retriable),
    );
    return this.answer(outcome);
  }

  @Mutation(() => UnitPayloadType, {
    description:
      'Say whom a unit turns to when telephones fail (P7); nothing leaves it to the unit above. For TECHNICIAN, and those who lead or answer for the unit.',
  })
  @Audience(['TECHNICIAN', 'EMPLOYEE'])
  async setFaultContact(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SetFaultContactInput, ...input }) request: SetFaultContactInput,
  ) {
    const wanted = {
      ...unitOf(request),
      entryId: idOrNull('PERSON', request.entryId, 'entryId'),
      number: request.number ?? null,
      instruction: request.instruction ?? null,
    };
    const { idempotencyKey } = request;
    const asked = { operation: 'setFaultContact', idempotencyKey, request: wanted };
    const outcome = await this.receipts.once(viewer, asked, (retriable) =>
      this.contact.carryOut(viewer, wanted, retriable),
    );
    return this.answer(outcome);
  }

  private async answer(outcome: Outcome<{ readonly unitId: UnitId }>) {
    if (!outcome.ok) return { unit: null, userErrors: outcome.errors };
    return { unit: await this.people.unit(outcome.value.unitId), userErrors: [] };
  }
}

function unitOf({
  unitId,
  expectedVersion,
}: Pick<SetOpeningHoursInput, 'unitId' | 'expectedVersion'>) {
  return { unitId: idOf('UNIT', unitId, 'unitId'), expectedVersion: expectedVersion ?? null };
}
