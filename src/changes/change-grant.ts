import { Injectable, Logger } from '@nestjs/common';
import { auditFactOf } from '../audit/audit-fact-of.js';
import { Clock } from '../kernel/clock.js';
import type { PersonId } from '../kernel/ids.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import type { GrantedRole } from '../kernel/words.js';
import { mayChangeGrant, type GrantChange } from '../policy/grants.js';
import { subjectOf } from '../policy/subject.js';
import type { PersonRef } from '../staff/person-ref.js';
import { GrantsStore } from '../store/grants.store.js';
import { Subjects } from './subjects.js';

/** Whose role, and which. */
export type GrantRequest = { readonly person: PersonRef; readonly role: GrantedRole };

/** Grants and revokes the roles that no issuer's claim gives, and those that one may give. */
@Injectable()
export class ChangeGrant {
  readonly #log = new Logger('identity');

  constructor(
    private readonly subjects: Subjects,
    private readonly grants: GrantsStore,
    private readonly clock: Clock,
  ) {}

  /** Grants or revokes, or says why not. What stands already is done; it reaches every process within a second. */
  async carryOut(
    viewer: Viewer,
    change: GrantChange,
    { person: ref, role }: GrantRequest,
  ): Promise<Outcome<{ readonly personId: PersonId }>> {
    const person = await this.subjects.visible(viewer, ref);
    if (person === null || person.kind === 'SHARED_PHONE')
      return refused('NOT_FOUND', 'Det finns ingen sådan.', 'person');
    if (person.id === viewer.personId)
      return refused('NOT_ALLOWED', 'Ingen ändrar sina egna roller.', 'person');
    const grantee = { ...subjectOf(person), protectionLevel: person.protectionLevel };
    if (!mayChangeGrant(viewer, change, role, grantee))
      return refused('NOT_ALLOWED', 'Du får inte ändra den rollen.', 'role');
    if (person.leftAt !== null) return refused('NOT_ALLOWED', 'Personen har slutat.', 'person');
    if (change === 'GRANT' && person.kind === 'FUNCTION')
      return refused('INVALID', 'Bara en person kan ha en roll.', 'person');
    const municipality = person.municipality.code;
    const key = { personId: person.id, role, municipality };
    const fact = auditFactOf(viewer, {
      at: this.clock.now(),
      municipality,
      action: change === 'GRANT' ? 'GRANT_ROLE' : 'REVOKE_ROLE',
      about: person.id,
      fields: [`Viewer.roles.${role}`],
    });
    const changed =
      change === 'GRANT' ? await this.grants.grant(key, fact) : await this.grants.revoke(key, fact);
    if (changed)
      this.#log.log(`identity.role_${change.toLowerCase()} role=${role} person=${person.id}`);
    return done({ personId: person.id });
  }
}
