import { Injectable } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import type { GreetingKind } from '../kernel/phone-words.js';
import { receiptOf, type Retriable } from '../kernel/receipt.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { E164 } from '../staff/phone-number.js';
import { PersonAnsweringStore } from '../store/person-answering.store.js';
import { personChanged } from './kept-units.js';
import { Subjects } from './subjects.js';

/** What the voicemail of one of somebody's numbers says. */
export type GreetingRequest = {
  readonly person: PersonRef;
  readonly number: E164;
  readonly kind: GreetingKind;
  readonly namesAlternative: boolean;
  readonly expectedVersion: string;
};

/** Keeps what a caller hears at a number's voicemail (P6), of mobile numbers above all (P19). */
@Injectable()
export class SetGreeting {
  constructor(
    private readonly subjects: Subjects,
    private readonly answering: PersonAnsweringStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps it as confirmed now, or says why not. */
  async carryOut(
    viewer: Viewer,
    request: GreetingRequest,
    retriable: Retriable | null = null,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const found = await this.subjects.allowed(viewer, 'setGreeting', request.person, 'person');
    if (!found.ok) return found;
    const { id, municipality, numbers } = found.value;
    const { number, kind, namesAlternative, expectedVersion } = request;
    // Whoever may do this sees every number of the person (src/policy/authority.ts).
    if (!numbers.some(({ e164 }) => e164 === number))
      return refused('NOT_FOUND', 'Personen har inget sådant nummer.', 'number');
    if (kind === 'OFF' && namesAlternative)
      return refused('INVALID', 'Den som är avstängd säger ingenting.', 'namesAlternative');
    const at = this.clock.now();
    const fact = auditFactOf(viewer, {
      at,
      municipality: municipality.code,
      action: 'SET_GREETING',
      about: id,
      fields: ['greeting'],
      receipt: receiptOf(retriable, { personId: id }),
    });
    const change = { personId: id, municipality: municipality.code, expectedVersion };
    const greeting = { kind, namesAlternative, confirmedAt: at };
    const saved = await this.answering.setGreeting(change, number, greeting, fact);
    return saved ? done({ personId: id }) : personChanged();
  }
}
