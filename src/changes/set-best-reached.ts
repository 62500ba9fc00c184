import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { WeeklyWindow } from '../staff/weekly-window.js';
import { PersonAnsweringStore } from '../store/person-answering.store.js';
import { personChanged } from './kept-units.js';
import { Subjects } from './subjects.js';
import { checkedWindows } from './weekly-windows.js';

/** When somebody is best reached; an empty list takes the times away. */
export type BestReachedRequest = {
  readonly person: PersonRef;
  readonly windows: readonly WeeklyWindow[];
  readonly expectedVersion: string;
};

/** Says when somebody is best reached (träffas säkrast, P8), where the department's management has decided so. */
@Injectable()
export class SetBestReached {
  constructor(
    private readonly subjects: Subjects,
    private readonly answering: PersonAnsweringStore,
    private readonly clock: Clock,
  ) {}

  /** Replaces all of them, or says why not. They can be taken away without any decision. */
  async carryOut(
    viewer: Viewer,
    request: BestReachedRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const found = await this.subjects.allowed(viewer, 'setBestReached', request.person, 'person');
    if (!found.ok) return found;
    const { id, municipality, unit } = found.value;
    const windows = checkedWindows(request.windows);
    if (!windows.ok) return windows;
    if (windows.value.length > 0 && !unit?.showsBestReached) {
      const why = 'Förvaltningens ledning har inte beslutat att visa när någon träffas säkrast.';
      return refused('NOT_ALLOWED', why, 'windows');
    }
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality: municipality.code,
      action: 'SET_BEST_REACHED',
      about: id,
      fields: ['bestReached'],
      receipt: receiptOf(retriable, { personId: id }),
    });
    const { expectedVersion } = request;
    const change = { personId: id, municipality: municipality.code, expectedVersion };
    const saved = await this.answering.setBestReached(change, windows.value, fact);
    return saved ? done({ personId: id }) : personChanged();
  }
}
