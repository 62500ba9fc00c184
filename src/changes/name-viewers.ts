import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { AuditAction } from '../kernel/audit-words.js';
import type { Person } from '../staff/person.js';
import { maxNamedViewers, NamedViewersStore } from '../store/named-viewers.store.js';
import { refusalOfCase } from './case-reference.js';
import { Subjects } from './subjects.js';

/** Who is to see which PROTECTED person, or no longer, with the case that says why. */
export type NamingRequest = {
  readonly personId: PersonId;
  readonly viewerId: PersonId;
  readonly caseReference: string;
};

type Changed = Outcome<{ readonly personId: PersonId }>;

/** Names those who may see a PROTECTED person, by an officer of the municipality: nobody sees one for being a manager. */
@Injectable()
export class NameViewers {
  readonly #log = new Logger('confidentiality');

  constructor(
    private readonly subjects: Subjects,
    private readonly named: NamedViewersStore,
    private readonly clock: Clock,
  ) {}

  /** Lets a person of the same municipality see the PROTECTED one, or says why not. */
  async name(viewer: Viewer, request: NamingRequest): Promise<Changed> {
    const found = await this.checked(viewer, request);
    if (!found.ok) return found;
    const person = found.value;
    const other = await this.subjects.visible(viewer, { kind: 'ID', id: request.viewerId });
    if (other === null || !mayBeNamed(other, person))
      return refused('NOT_FOUND', 'Det finns ingen sådan.', 'viewerId');
    const at = this.clock.now();
    const { actor } = viewer;
    const wish = { personId: person.id, viewerId: other.id, actor, at };
    const fact = this.fact(viewer, person, 'NAME_VIEWER', request);
    const result = await this.named.add({ ...wish, municipality: person.municipality.code }, fact);
    if (result === 'NOT_PROTECTED')
      return refused('CONFLICT', 'Någon annan har ändrat personen. Läs om den.', 'personId');
    if (result === 'TOO_MANY')
      return refused('LIMIT', `Högst ${maxNamedViewers} kan vara utpekade.`, 'viewerId');
    this.#log.log(`confidentiality.viewer_named person=${person.id}`);
    return done({ personId: person.id });
  }

  /** Takes it back; who was not named is refused like somebody who does not exist. */
  async remove(viewer: Viewer, request: NamingRequest): Promise<Changed> {
    const found = await this.checked(viewer, request);
    if (!found.ok) return found;
    const person = found.value;
    const fact = this.fact(viewer, person, 'REMOVE_VIEWER', request);
    if (!(await this.named.remove(person.id, request.viewerId, fact)))
      return refused('NOT_FOUND', 'Det finns ingen sådan.', 'viewerId');
    this.#log.log(`confidentiality.viewer_removed person=${person.id}`);
    return done({ personId: person.id });
  }

  private async checked(viewer: Viewer, request: NamingRequest): Promise<Outcome<Person>> {
    const refusal = refusalOfCase(request.caseReference);
    if (refusal) return refusal;
    const ref = { kind: 'ID', id: request.personId } as const;
    return this.subjects.allowed(viewer, 'nameViewer', ref, 'personId');
  }

  private fact(viewer: Viewer, person: Person, action: AuditAction, request: NamingRequest) {
    return auditFactOf(viewer, {
      at: this.clock.now(),
      municipality: person.municipality.code,
      action,
      about: person.id,
      object: request.viewerId,
      fields: ['namedViewers'],
      purpose: request.caseReference.trim(),
    });
  }
}

/** Somebody who works in the same municipality, and is a person: no task, telephone or alias card reads. */
function mayBeNamed(other: Person, person: Person): boolean {
  return (
    other.id !== person.id &&
    other.municipality.code === person.municipality.code &&
    other.leftAt === null &&
    !other.aliasCard &&
    (other.kind === 'EMPLOYEE' || other.kind === 'ELECTED_REPRESENTATIVE')
  );
}
