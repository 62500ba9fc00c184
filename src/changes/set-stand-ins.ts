import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { Person } from '../staff/person.js';
import { PersonAnsweringStore } from '../store/person-answering.store.js';
import { personChanged } from './kept-units.js';
import { Subjects } from './subjects.js';

/** Who is usually to stand in for somebody, the first first. */
export type StandInsRequest = {
  readonly person: PersonRef;
  readonly standInIds: readonly PersonId[];
  readonly expectedVersion: string;
};

const most = 3;

/** Says who usually answers in somebody's place (ersättare, P6), whatever the absence; an absence's referral goes before them. */
@Injectable()
export class SetStandIns {
  constructor(
    private readonly subjects: Subjects,
    private readonly answering: PersonAnsweringStore,
    private readonly clock: Clock,
  ) {}

  /** Replaces those whom the viewer can see, or says why not; the others keep their places. */
  async carryOut(
    viewer: Viewer,
    request: StandInsRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const found = await this.subjects.allowed(viewer, 'setStandIns', request.person, 'person');
    if (!found.ok) return found;
    const { id, municipality } = found.value;
    const standInIds = [...new Set(request.standInIds)];
    const refusal = await this.refusalOf(viewer, found.value, standInIds);
    if (refusal) return refusal;
    const change = {
      personId: id,
      municipality: municipality.code,
      expectedVersion: request.expectedVersion,
    };
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality: municipality.code,
      action: 'SET_STAND_INS',
      about: id,
      fields: ['standIns'],
      receipt: receiptOf(retriable, { personId: id }),
    });
    const reach = this.subjects.reach(viewer);
    const saved = await this.answering.setStandIns(reach, change, standInIds, fact);
    return saved ? done({ personId: id }) : personChanged();
  }

  /** Whoever is PROTECTED is brought in by nobody, and may stay for whoever sees that one there. */
  private async refusalOf(
    viewer: Viewer,
    person: Person,
    ids: readonly PersonId[],
  ): Promise<Outcome<never> | null> {
    if (ids.length > most) return refused('LIMIT', `Högst ${most} ersättare.`, 'standInIds');
    if (ids.includes(person.id))
      return refused('LOOP', 'Ingen kan svara i sitt eget ställe.', 'standInIds');
    const people = await this.subjects.visibleByIds(viewer, ids);
    const isThere = (id: PersonId) => {
      const one = people.find((other) => other.id === id);
      if (one === undefined || one.leftAt !== null) return false;
      return one.protectionLevel !== 'PROTECTED' || person.standIns.includes(id);
    };
    return ids.every(isThere) ? null : refused('NOT_FOUND', 'Det finns ingen sådan.', 'standInIds');
  }
}
