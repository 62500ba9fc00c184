import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { ProtectionLevel } from '../kernel/words.js';
import { higherLevel } from '../staff/directory-record.js';
import type { PersonRef } from '../staff/person-ref.js';
import { LocalFactsStore } from '../store/local-facts.store.js';
import { refusalOfCase } from './case-reference.js';
import { Subjects } from './subjects.js';

/** A level to set, with the case that says why. */
export type ProtectionRequest = {
  readonly person: PersonRef;
  readonly level: ProtectionLevel;
  readonly caseReference: string;
  readonly expectedVersion: string;
};

/** Raises a person's confidentiality, by an officer of the person's municipality. It takes effect at once. */
@Injectable()
export class SetProtection {
  readonly #log = new Logger('confidentiality');

  constructor(
    private readonly subjects: Subjects,
    private readonly facts: LocalFactsStore,
    private readonly clock: Clock,
  ) {}

  /** Raises the level, or says why not. Lowering needs a second officer, and is refused here. */
  async carryOut(
    viewer: Viewer,
    request: ProtectionRequest,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const found = await this.subjects.allowed(viewer, 'setProtection', request.person, 'personId');
    if (!found.ok) return found;
    const { id, protectionLevel, municipality } = found.value;
    const refusal = refusalOfCase(request.caseReference);
    if (refusal) return refusal;
    if (higherLevel(protectionLevel, request.level) !== request.level)
      return refused('NOT_ALLOWED', 'Att sänka en nivå kräver två handläggare.', 'level');
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality: municipality.code,
      action: 'RAISE_LEVEL',
      about: id,
      fields: ['protectionLevel'],
      purpose: request.caseReference,
    });
    if (!(await this.facts.setLevel(id, request.expectedVersion, request.level, fact)))
      return refused('CONFLICT', 'Någon annan har ändrat personen. Läs om den.', 'expectedVersion');
    this.#log.log(`confidentiality.set person=${id}`);
    return done({ personId: id });
  }
}
