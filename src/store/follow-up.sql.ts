import { unitsUpFrom } from './person-card.sql.js';
import { visiblePeople } from './visible-people.js';

const works = `p.employment = 'ACTIVE' and ${visiblePeople(1, 2)}`;
const absent = `exists (select from absence a
        where a.person_id = p.id and a.starts_at <= $8 and (a.ends_at is null or a.ends_at > $8))`;
const has = (number: string) =>
  `exists (select from phone_number n where n.person_id = p.id${number})`;

/** What must be so for a rule to hold; the rule itself is in src/staff/findings.ts. */
const needed = {
  ABSENT_WITHOUT_COVER: absent,
  OVERDUE_RETURN: absent,
  FORWARDING_LOOP: `exists (select from forwarding f where f.person_id = p.id and f.target_person_id is not null)`,
  NO_NUMBER: `not ${has('')}`,
  STALE_NUMBER: `${has(" and n.source = 'LDAP'")} and coalesce(s.last_complete_at < $9, true)`,
  SHARED_LINE_WITHOUT_RESPONSIBLE: `p.kind = 'SHARED_PHONE'`,
  MOBILE_WITHOUT_GREETING: has(" and n.kind = 'MOBILE'"),
  BEST_REACHED_WITHOUT_DECISION: `exists (select from best_reached b where b.person_id = p.id)`,
};

/**
 * Those of whom one of the rules may hold, from a position ($10, $11) on: the rules ($5) of the people of some
 * units ($3), of one person ($4) and of whom that one is the supervisor, and the rules ($6) of everybody else;
 * only in a unit ($13) and below it, if one is given.
 */
export const people = `
  with recursive below as (
    select u.id from unit u where u.id = $13::uuid
    union
    select u.id from unit u join below on u.parent_id = below.id
  )
  select p.id, p.sort_key as "sortKey", s.last_complete_at as "directoryReadAt"
    from person p
    join person_local l on l.person_id = p.id
    left join directory_source s on s.id = p.source_id
    cross join lateral (select case
        when p.unit_id = any($3::uuid[]) or p.id = $4::uuid or p.manager_id = $4::uuid
        then $5::text[] else $6::text[] end as rules) as asked
   where ${works} and p.alias_of is null
     and ($7::text is null or p.municipality_code = $7)
     and ($13::uuid is null or p.unit_id in (select id from below))
     and ($10::text is null or (p.sort_key, p.id) >= ($10::text collate "sv-x-icu", $11::uuid))
     and (${Object.entries(needed)
       .map(([rule, condition]) => `'${rule}' = any(asked.rules) and ${condition}`)
       .join('\n       or ')})
   order by p.sort_key, p.id
   limit $12`;

const phoneResponsibles = `array(
    with recursive up as (
      select one.id, one.parent_id, 0 as depth
      union all
      select above.id, above.parent_id, up.depth + 1 from unit above join up on above.id = up.parent_id
       where up.depth < 20
    ) select d.person_id from up
      join unit_duty d on d.unit_id = up.id and d.duty = 'PHONE_RESPONSIBLE'
      join person p on p.id = d.person_id
      join person_local l on l.person_id = p.id
     where ${works} order by d.person_id)`;

/** The units of a municipality ($3) or with these ids ($4), with who works, answers and is responsible there. */
export const units = `
  select one.municipality_code as code, ${unitsUpFrom('one.id')} as units,
    array(select p.id from person p join person_local l on l.person_id = p.id
           where p.unit_id = one.id and p.kind <> 'SHARED_PHONE' and p.alias_of is null and ${works}
           order by p.id) as people,
    array(select p.id from answer_group_member g
            join person p on p.id = g.person_id join person_local l on l.person_id = p.id
           where g.unit_id = one.id and ${works} order by p.id) as answering,
    ${phoneResponsibles} as "phoneResponsibles"
    from unit one
   where ($3::text is null or one.municipality_code = $3) and ($4::uuid[] is null or one.id = any($4))
   order by one.id`;
