import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { PersonRef } from '../staff/person-ref.js';
import { LocalFactsStore, type NumberChange } from '../store/local-facts.store.js';
import { Subjects } from './subjects.js';

/** Numbers to add beside the directory's, and to whom. */
export type NumbersRequest = NumberChange & {
  readonly person: PersonRef;
  readonly expectedVersion: string;
};

/** Adds direct and mobile numbers that the directory does not know (P2, P5). */
@Injectable()
export class SetNumbers {
  constructor(
    private readonly subjects: Subjects,
    private readonly facts: LocalFactsStore,
    private readonly clock: Clock,
  ) {}

  /** Carries the request out whole, or says why not. It never says that a number is taken: that would tell of its holder. */
  async carryOut(
    viewer: Viewer,
    request: NumbersRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const found = await this.subjects.allowed(viewer, 'setNumbers', request.person, 'person');
    if (!found.ok) return found;
    const { id, municipality } = found.value;
    const at = this.clock.now();
    const action = 'SET_NUMBERS';
    const receipt = receiptOf(retriable, { personId: id });
    const of = { municipality: municipality.code, about: id };
    const fact = auditFactOf(viewer, { at, action, ...of, receipt });
    if (!(await this.facts.changeNumbers(id, request.expectedVersion, request, fact)))
      return refused('CONFLICT', 'Någon annan har ändrat personen. Läs om den.', 'expectedVersion');
    return done({ personId: id });
  }
}
