import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MunicipalityCode, PersonId, UnitId } from '../kernel/ids.js';
import type { GrantedRole, PersonClaim } from '../kernel/words.js';

/** What somebody who signs in is here: an entry, granted roles, and what the person is to units and people. */
export type Relations = {
  readonly personId: PersonId;
  readonly roles: readonly GrantedRole[];
  /** With every unit below. */
  readonly managed: readonly UnitId[];
  readonly answeredFor: readonly UnitId[];
  readonly named: readonly PersonId[];
};

/** Reads who somebody is who signs in; for signing in, never for showing. */
@Injectable()
export class RelationsStore {
  constructor(private readonly database: DataSource) {}

  /** Who a claim, or an entry's own id, names in a municipality, whatever the level; null when nobody works there by it, or two do. */
  async undisclosedOf(
    municipality: MunicipalityCode,
    by: PersonClaim | 'ENTRY',
    value: string,
  ): Promise<Relations | null> {
    const rows = (await this.database.query(relations, [municipality, by, value])) as Relations[];
    return rows[0] ?? null;
  }
}

/**
 * Nobody who has left has anything left, since only who works here is found. Being named is for
 * people who are PROTECTED now; a duty gives no sight of anybody who is.
 */
const relations = `
  with recursive me as (
    select (array_agg(p.id))[1] as id from person p
     where p.municipality_code = $1 and p.employment = 'ACTIVE'
       and (($2 = 'EMPLOYEE_ID' and p.employee_id = $3) or ($2 = 'EMAIL' and p.email = $3)
         or ($2 = 'DIRECTORY_KEY' and p.directory_key = $3)
         or p.id = case when $2 = 'ENTRY' then $3::uuid end)
    having count(*) = 1
  ), below as (
    select d.unit_id, d.duty from unit_duty d join me on me.id = d.person_id
    union
    select u.id, below.duty from unit u join below on u.parent_id = below.unit_id
  )
  select me.id as "personId",
    array(select g.role from role_grant g where g.person_id = me.id and g.revoked_at is null
           order by g.role) as roles,
    array(select unit_id from below where duty = 'MANAGER' order by unit_id) as managed,
    array(select unit_id from below where duty = 'PHONE_RESPONSIBLE' order by unit_id) as "answeredFor",
    array(select n.person_id from named_viewer n
            join person p on p.id = n.person_id and p.employment = 'ACTIVE'
            join person_local l on l.person_id = p.id and l.protection_level = 'PROTECTED'
           where n.viewer_id = me.id order by n.person_id) as named
    from me`;
