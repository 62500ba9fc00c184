import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import { nobody, type PersonId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { ProtectionPresentation } from '../kernel/words.js';
import { aliasFrom, type AliasFault } from '../staff/alias.js';
import type { Person } from '../staff/person.js';
import { PresentationsStore } from '../store/presentations.store.js';
import { refusalOfCase } from './case-reference.js';
import { Subjects } from './subjects.js';

/** How to appear; an alias comes with ALIAS and with nothing else. */
export type PresentationRequest = {
  readonly presentation: ProtectionPresentation;
  readonly alias: string | null;
};

const messages: Readonly<Record<AliasFault, string>> = {
  NO_NAME: 'Ange ett namn.',
  TOO_LONG: 'Namnet får ha högst 80 tecken.',
  NOT_A_NAME: 'Ett namn har inga siffror.',
  OWN_NAME: 'Namnet får inte vara det egna.',
};

type Changed = Outcome<{ readonly personId: PersonId }>;

/** Sets how a PROTECTED person appears to others: by the person, or by an officer at the person's wish. */
@Injectable()
export class SetPresentation {
  readonly #log = new Logger('confidentiality');

  constructor(
    private readonly subjects: Subjects,
    private readonly presentations: PresentationsStore,
    private readonly clock: Clock,
  ) {}

  /** The person's own choice. */
  async ofOneself(viewer: Viewer, request: PresentationRequest): Promise<Changed> {
    return this.carryOut(viewer, viewer.personId, request, null);
  }

  /** An officer's, with the case in which the person has asked for it. */
  async atWish(
    viewer: Viewer,
    personId: PersonId,
    request: PresentationRequest,
    caseReference: string,
  ): Promise<Changed> {
    return refusalOfCase(caseReference) ?? this.carryOut(viewer, personId, request, caseReference);
  }

  private async carryOut(
    viewer: Viewer,
    id: PersonId | null,
    request: PresentationRequest,
    caseReference: string | null,
  ): Promise<Changed> {
    const ref = { kind: 'ID', id: id ?? nobody } as const;
    const found = await this.subjects.allowed(viewer, 'setPresentation', ref, 'personId');
    if (!found.ok) return found;
    const person = found.value;
    const chosen = aliasOf(request, person);
    if (!chosen.ok) return chosen;
    const alias = chosen.value;
    if (alias === person.alias) return done({ personId: person.id });
    const at = this.clock.now();
    const municipality = person.municipality.code;
    const fact = auditFactOf(viewer, {
      at,
      municipality,
      action: 'SET_PRESENTATION',
      about: person.id,
      fields: ['presentation', 'alias'],
      purpose: caseReference?.trim() ?? null,
    });
    const wish = { personId: person.id, municipality, alias, at };
    if (!(await this.presentations.set(wish, fact)))
      return refused('CONFLICT', 'Någon annan har ändrat personen. Läs om den.', 'personId');
    this.#log.log(`confidentiality.presentation_set person=${person.id}`);
    return done({ personId: person.id });
  }
}

/** The alias that the request comes to; null for none. */
function aliasOf({ presentation, alias }: PresentationRequest, person: Person) {
  if (presentation === 'HIDDEN')
    return alias === null
      ? done(null)
      : refused('INVALID', 'Den som inte ska synas har inget alias.', 'alias');
  const found = aliasFrom(alias ?? '', person);
  if (typeof found !== 'string') return done(found.alias);
  return refused(found === 'TOO_LONG' ? 'TOO_LONG' : 'INVALID', messages[found], 'alias');
}
