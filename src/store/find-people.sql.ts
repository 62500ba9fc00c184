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

/**
 * Every word must match the beginning of a word of the name, title or unit, or the mail address; or
 * the whole is the end of a number. What the viewer may not see matches nothing, and neither does a mail
 * address that is missing: as null it would not count, and a wrong word would be overlooked.
 */
export const bySearch = `
  select p.id, p.sort_key as "sortKey"
    ${visible}
     and ($10::text[] is null or p.municipality_code = any($10))
     and ($11::text is null or (p.sort_key, p.id) > ($11::text collate "sv-x-icu", $12::uuid))
     and (
       ($3::text[] <> '{}' and (
         select bool_and(
             ' ' || p.folded_text || ' ' || coalesce(u.folded_name, '') like term.prefix
             or (coalesce(p.email, '') like term.mail and ${findable(5)}))
           from unnest($3::text[], $4::text[]) as term(prefix, mail)
           left join unit u on u.id = p.unit_id))
       or ($6::text is not null and exists (
         select 1 from phone_number n
          where n.person_id = p.id and (n.e164 like $6 or n.extension = $7)
            and ${knownNumber(8, 9)})))
   ${inOrder}
   limit $13`;

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

/** One page of everybody, after a position. Alias cards stand in it as in a search: whoever lists is told when one is taken back. */
export const everybody = `
  select p.id, p.sort_key as "sortKey"
    ${visible}
     and ($3::text[] is null or p.municipality_code = any($3))
     and ($4::text is null or (p.sort_key, p.id) > ($4::text collate "sv-x-icu", $5::uuid))
   ${inOrder}
   limit $6`;

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
export const byNumber = `
  select p.id ${visible}
     and p.id = any(array(
       select n.person_id from phone_number n where n.e164 = $3
       union all
       (select d.person_id from person_local d
         where d.protection_level = 'PROTECTED' and not exists (select 1 from phone_number n where n.e164 = $3)
         limit 1)))
     and exists (select 1 from phone_number n
                  where n.person_id = p.id and n.e164 = $3 and ${knownNumber(4, 5)})
   ${inOrder} limit 1`;

/** By an extension within a dial plan, for those who may see it. */
export const byExtension = `
  select p.id ${visible} and m.dial_plan = $3
     and exists (select 1 from phone_number n where n.person_id = p.id and n.extension = $4)
     and ${findable(5)}
   ${inOrder} limit 1`;

/** A unit's line of units, the topmost first. */
export const unitLine = `
  select one.municipality_code as code, ${unitsUpFrom('one.id')} as units from unit one where one.id = $1`;

/** Those near a person: the person, whom that one manages as the directory has it, and all of some units. */
export const near = `
  select id from person where id = $1 or manager_id = $1 or unit_id = any($2) order by id limit $3`;
