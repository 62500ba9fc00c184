import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { MunicipalityCode, PersonId } from '../kernel/ids.js';
import type { Reach } from '../kernel/viewer.js';
import type { GrantedRole } from '../kernel/words.js';
import { recordFacts } from './audit-writes.js';
import { RoleGrantRow } from './rows/role-grant.row.js';
import { visibleParameters, visiblePeople } from './visible-people.js';

/** A role that somebody has here, since when and by whom. */
export type StandingGrant = {
  readonly personId: PersonId;
  readonly role: GrantedRole;
  readonly municipality: MunicipalityCode;
  readonly grantedBy: string;
  readonly grantedAt: Date;
};

/** Whose role, and where the person works. */
export type GrantKey = Pick<StandingGrant, 'personId' | 'role' | 'municipality'>;

/** The roles that people are granted here, and the record of every change of them. */
@Injectable()
export class GrantsStore {
  constructor(private readonly database: DataSource) {}

  /** The standing grants in these cells (`OPERATOR:1861`) of people whom the reach lets out and who work here, the oldest first. */
  async standing(reach: Reach, cells: readonly string[], most: number): Promise<StandingGrant[]> {
    return (await this.database.query(standing, [
      ...visibleParameters(reach),
      cells,
      most,
    ])) as StandingGrant[];
  }

  /** Grants a role and records it; false when the person has it already, which nothing is recorded of. */
  async grant({ personId, role, municipality }: GrantKey, fact: AuditFact): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const id = randomUUID();
      const values = [id, municipality, personId, role, fact.actor, fact.at];
      const added = (await tx.query(insertGrant, values)) as readonly unknown[];
      if (added.length === 0) return false;
      await recordFacts(tx, [{ ...fact, object: id }]);
      return true;
    });
  }

  /** Revokes a role and records it; false when the person does not have it. */
  async revoke({ personId, role }: GrantKey, fact: AuditFact): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const where = { personId, role, revokedAt: IsNull() };
      const grant = await tx.findOne(RoleGrantRow, { where, lock: { mode: 'pessimistic_write' } });
      if (grant === null) return false;
      const revoked = { revokedBy: fact.actor, revokedAt: fact.at };
      await tx.update(RoleGrantRow, { id: grant.id }, revoked);
      await recordFacts(tx, [{ ...fact, object: grant.id }]);
      return true;
    });
  }
}

const standing = `
  select g.person_id as "personId", g.role, g.municipality_code as municipality,
      g.granted_by as "grantedBy", g.granted_at as "grantedAt"
    from role_grant g
    join person p on p.id = g.person_id and p.employment = 'ACTIVE'
    join person_local l on l.person_id = p.id
   where g.revoked_at is null and g.role || ':' || g.municipality_code = any($3)
     and ${visiblePeople(1, 2)}
   order by g.granted_at, g.id
   limit $4`;

/** Two who grant at once: the second finds it done. */
const insertGrant = `
  insert into role_grant (id, municipality_code, person_id, role, granted_by, granted_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (person_id, role) where revoked_at is null do nothing
  returning id`;
