import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { AuditAction } from '../kernel/audit-words.js';
import type { ProtectionLevel, ProtectionStep } from '../kernel/words.js';
import { higherLevel } from '../staff/directory-record.js';
import type { PersonRef } from '../staff/person-ref.js';
import type { Person } from '../staff/person.js';
import { LocalFactsStore } from '../store/local-facts.store.js';
import { LoweringsStore, type LoweringWish } from '../store/lowerings.store.js';
import { refusalOfCase } from './case-reference.js';
import { Subjects } from './subjects.js';

/** A level to set, with the case that says why. */
export type ProtectionRequest = {
  readonly person: PersonRef;
  readonly level: ProtectionLevel;
  readonly caseReference: string;
  readonly expectedVersion: string;
};

type Changed = Outcome<{ readonly personId: PersonId; readonly step: ProtectionStep }>;

/** Sets a person's confidentiality, by officers of the person's municipality: one raises at once, two lower. */
@Injectable()
export class SetProtection {
  readonly #log = new Logger('confidentiality');

  constructor(
    private readonly subjects: Subjects,
    private readonly facts: LocalFactsStore,
    private readonly lowerings: LoweringsStore,
    private readonly clock: Clock,
  ) {}

  /** Raises the level, or keeps a request to lower it; or says why not. */
  async carryOut(viewer: Viewer, request: ProtectionRequest): Promise<Changed> {
    const found = await this.checked(viewer, request);
    if (!found.ok) return found;
    const person = found.value;
    if (higherLevel(person.protectionLevel, request.level) !== request.level)
      return this.ask(viewer, person, request);
    const fact = this.fact(viewer, person, 'RAISE_LEVEL', request);
    const { level, expectedVersion } = request;
    if (!(await this.facts.raiseLevel(person.id, expectedVersion, level, fact))) return changed();
    this.#log.log(`confidentiality.set person=${person.id}`);
    return done({ personId: person.id, step: 'SET' });
  }

  /** Lowers the level as another officer has asked within seven days, if nothing has changed since; or says why not. */
  async confirm(viewer: Viewer, request: ProtectionRequest): Promise<Changed> {
    const found = await this.checked(viewer, request);
    if (!found.ok) return found;
    const person = found.value;
    const wish = this.wish(viewer, person, request);
    if (wish === null) return noEntry();
    const fact = this.fact(viewer, person, 'LOWER_LEVEL', request);
    switch (await this.lowerings.confirm(wish, fact)) {
      case 'CHANGED':
        return changed();
      case 'NOT_ASKED':
        return refused('CONFLICT', 'Ingen väntande begäran gäller den nivån.', 'level');
      case 'ASKED_BEFORE':
        return refused('NOT_ALLOWED', 'En annan handläggare måste bekräfta.', 'personId');
      case 'LOWERED':
        this.#log.log(`confidentiality.lowered person=${person.id}`);
        return done({ personId: person.id, step: 'LOWERED' });
    }
  }

  private async ask(viewer: Viewer, person: Person, request: ProtectionRequest): Promise<Changed> {
    const wish = this.wish(viewer, person, request);
    if (wish === null) return noEntry();
    const fact = this.fact(viewer, person, 'ASK_LOWER_LEVEL', request);
    if (!(await this.lowerings.request(wish, fact))) return changed();
    this.#log.log(`confidentiality.lowering_requested person=${person.id}`);
    return done({ personId: person.id, step: 'REQUESTED' });
  }

  private async checked(viewer: Viewer, request: ProtectionRequest): Promise<Outcome<Person>> {
    const found = await this.subjects.allowed(viewer, 'setProtection', request.person, 'personId');
    if (!found.ok) return found;
    return refusalOfCase(request.caseReference) ?? found;
  }

  /** Null for an officer without an entry: nobody could say that the second officer is another person. */
  private wish(viewer: Viewer, person: Person, request: ProtectionRequest): LoweringWish | null {
    if (viewer.personId === null) return null;
    return {
      personId: person.id,
      municipality: person.municipality.code,
      level: request.level,
      version: request.expectedVersion,
      caseReference: request.caseReference.trim(),
      actor: viewer.actor,
      officerId: viewer.personId,
      at: this.clock.now(),
    };
  }

  private fact(viewer: Viewer, person: Person, action: AuditAction, request: ProtectionRequest) {
    return auditFactOf(viewer, {
      at: this.clock.now(),
      municipality: person.municipality.code,
      action,
      about: person.id,
      fields: ['protectionLevel'],
      purpose: request.caseReference.trim(),
    });
  }
}

function changed(): Outcome<never> {
  return refused('CONFLICT', 'Någon annan har ändrat personen. Läs om den.', 'expectedVersion');
}

function noEntry(): Outcome<never> {
  return refused('NOT_ALLOWED', 'Att sänka kräver två handläggare med egna poster.', 'level');
}
