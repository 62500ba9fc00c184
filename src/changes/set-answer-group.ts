import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { MunicipalityCode, PersonId, UnitId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { UnitAnsweringStore } from '../store/unit-answering.store.js';
import { KeptUnits, unitChanged, type UnitRequest } from './kept-units.js';
import { Subjects } from './subjects.js';

/** Who is to answer for each other in a unit, the first first. */
export type AnswerGroupRequest = UnitRequest & { readonly memberIds: readonly PersonId[] };

const most = 10;

/** Says who in a workplace answers for whom (svarsgrupp, P9): people, functions and shared telephones. */
@Injectable()
export class SetAnswerGroup {
  constructor(
    private readonly units: KeptUnits,
    private readonly subjects: Subjects,
    private readonly answering: UnitAnsweringStore,
    private readonly clock: Clock,
  ) {}

  /** Replaces those whom the viewer can see, or says why not; the others keep their places. */
  async carryOut(
    viewer: Viewer,
    request: AnswerGroupRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly unitId: UnitId }>> {
    const found = await this.units.allowed(viewer, request);
    if (!found.ok) return found;
    const { unitId, municipality } = found.value;
    const memberIds = [...new Set(request.memberIds)];
    const refusal = await this.refusalOf(viewer, unitId, municipality, memberIds);
    if (refusal) return refusal;
    const reach = this.subjects.reach(viewer);
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality,
      action: 'SET_ANSWER_GROUP',
      object: unitId,
      fields: ['Unit.answerGroup'],
      receipt: receiptOf(retriable, { unitId }),
    });
    const saved = await this.answering.setAnswerGroup(reach, found.value, memberIds, fact);
    return saved ? done({ unitId }) : unitChanged();
  }

  /** Whoever is PROTECTED is brought in by nobody, and may stay for whoever sees that one there. */
  private async refusalOf(
    viewer: Viewer,
    unitId: UnitId,
    municipality: MunicipalityCode,
    ids: readonly PersonId[],
  ): Promise<Outcome<never> | null> {
    if (ids.length > most) return refused('LIMIT', `Högst ${most} svarande.`, 'memberIds');
    const people = await this.subjects.visibleByIds(viewer, ids);
    const [unit] = await this.answering.of(this.subjects.reach(viewer), [unitId]);
    const isThere = (id: PersonId) => {
      const one = people.find((person) => person.id === id);
      if (one === undefined || one.leftAt !== null) return false;
      return one.protectionLevel !== 'PROTECTED' || (unit?.answerGroup.includes(id) ?? false);
    };
    if (!ids.every(isThere)) return refused('NOT_FOUND', 'Det finns ingen sådan.', 'memberIds');
    const outside = people.some((person) => person.municipality.code !== municipality);
    return outside ? refused('INVALID', 'Personen arbetar i en annan kommun.', 'memberIds') : null;
  }
}
