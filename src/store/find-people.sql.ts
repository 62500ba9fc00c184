import { unitsUpFrom } from './person-card.sql.js';
import { cell, visiblePeople } from './visible-people.js';

const visible = `
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ${visiblePeople(1, 2)}`;

const mobileCell = `(coalesce(l.mobile_audience, m.mobile_visibility) || ':' || ${cell})`;
const inOrder = `order by p.sort_key, p.id`;

/** Whether the viewer may find the person by a field whose cells are this parameter; those whom the viewer personally knows by any. */
function findable(cells: number): string {
  return `(${cell} = any($${cells}) or p.id = any($2::uuid[]))`;
}

/** Whether the viewer may know the number `n` of the person. */
function knownNumber(direct: number, mobile: number): string {
  return `(p.id = any($2::uuid[]) or case when n.kind = 'MOBILE' then ${mobileCell} = any($${mobile})
            else ${cell} = any($${direct}) end)`;
}

/** One page of a municipality's people, after a position. A list lasts, and an alias card may be taken back at once. */
export const inMunicipality = `
  select p.id, p.sort_key as "sortKey"
    ${visible}
     and p.municipality_code = $3 and p.alias_of is null
     and ($4::text is null or (p.sort_key, p.id) > ($4::text collate "sv-x-icu", $5::uuid))
   ${inOrder}
   limit $6`;

/** The people and functions of a unit itself; shared telephones are nobody's absence. */
export const inUnit = `
  select p.id ${visible}
     and p.unit_id = $3 and p.employment = 'ACTIVE' and p.kind <> 'SHARED_PHONE'
     and l.protection_level <> 'PROTECTED'
   ${inOrder}
   limit $4`;

/** By mail address, for those who may see it. */
export const byEmail = `select p.id ${visible} and p.email = $3 and ${findable(4)} ${inOrder} limit 1`;

/** By employee id within a municipality, for those who may see it. */
export const byEmployeeId = `
  select p.id ${visible} and p.municipality_code = $3 and p.employee_id = $4 and ${findable(5)}
   ${inOrder} limit 1`;

/**
 * By a whole number, for those who may see that number. For a number that nobody has, one of those who are PROTECTED
 * is looked at in vain: otherwise it would be answered sooner than the number of one of them.
 */
const holderOf = (number: string) => `
  select p.id ${visible}
     and p.id = any(array(
       select n.person_id from phone_number n where n.e164 = ${number}
       union all
       (select d.person_id from person_local d
         where d.protection_level = 'PROTECTED' and not exists (select 1 from phone_number n where n.e164 = ${number})
         limit 1)))
     and exists (select 1 from phone_number n
                  where n.person_id = p.id and n.e164 = ${number} and ${knownNumber(4, 5)})
   ${inOrder} limit 1`;

export const byNumber = holderOf('$3');

/** The same for many numbers ($3) at once: each with its holder, in their order. */
export const byNumbers = `
  select asked.number, (${holderOf('asked.number')}) as id
    from unnest($3::text[]) with ordinality as asked(number, place) order by asked.place`;

/** By an extension within a dial plan, for those who may see it. */
export const byExtension = `
  select p.id ${visible} and m.dial_plan = $3
     and exists (select 1 from phone_number n where n.person_id = p.id and n.extension = $4)
     and ${findable(5)}
   ${inOrder} limit 1`;

/** The line of units of each of some, the topmost first. */
export const unitLines = `
  select one.municipality_code as code, ${unitsUpFrom('one.id')} as units from unit one
   where one.id = any($1::uuid[]) order by one.folded_name, one.id`;

/** Those near a person: the person, whom that one manages as the directory has it, and all of some units. */
export const near = `
  select id from person where id = $1 or manager_id = $1 or unit_id = any($2) order by id limit $3`;
