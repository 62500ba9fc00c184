import { subjectsOf } from './subject-words.sql.js';
import { visiblePeople } from './visible-people.js';

/** An absence `a` that is running or coming at the instant ($3): of one that repeats, an occurrence may be. */
export const notOver = `(a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3))`;

/**
 * A unit and those above it, the topmost first, as an array; null for no unit. Each with its opening
 * hours, its answer group (of whom `view` shows those whom the viewer can see), and whether the
 * department has decided to show best-reached times.
 */
export function unitsUpFrom(unitId: string): string {
  return `(with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = ${unitId}
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', ${openingHours('up.id')},
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up)`;
}

/** A unit and those above it by their names, as pairs; null for no unit. */
export function lineOfUnits(unitId: string): string {
  return `(select u.line from unit u where u.id = ${unitId})`;
}

/** A unit's opening hours as an array, in the order of the week; null for none. */
export function openingHours(unitId: string): string {
  return `(select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = ${unitId})`;
}

/** The units to whose answer groups a person's absences refer, each with its line of units. */
const referralUnits = `(
    select jsonb_agg(jsonb_build_object('code', place.municipality_code, 'units', ${unitsUpFrom('place.id')}) order by place.id)
      from unit place
     where place.id in (select a.referral_unit_id from absence a
                      where a.person_id = p.id and ${notOver}))`;

/** What the municipality calls the reasons of a person's absences, where it has chosen that. */
const reasonLabels = `(
    select jsonb_object_agg(s.reason, jsonb_build_object('SV', s.label_sv, 'EN', s.label_en))
      from absence_reason_setting s
     where s.municipality_code = p.municipality_code
       and s.reason in (select a.reason from absence a
                         where a.person_id = p.id and ${notOver}))`;

/** What every card begins with. */
const person = `p.id, p.municipality_code, p.display_name, p.given_name, p.family_name, p.title, p.email,
    p.employee_id, p.kind, p.account_state, p.left_at, p.manager_id, l.protection_level,
    coalesce(l.mobile_audience, m.mobile_visibility) as mobile_audience, l.version,
    p.alias_of is not null as alias_card`;

/** Tuples, in the order of `NumberJson`, and json, not jsonb: to make objects, and a tree of them, is most of what numbers cost. */
const numbers = `(select json_agg(json_build_array(n.kind, n.e164, n.extension, n.source,
         (select to_json(g) from number_greeting g where g.person_id = n.person_id and g.e164 = n.e164)
       ) order by n.kind, n.position, n.e164, n.extension)
       from phone_number n where n.person_id = p.id) as numbers`;

const from = `
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ${visiblePeople(1, 2)}`;

/** What a list shows of a person: less than a third of the work of a whole card. The columns become a `Person` in listed-person.ts. */
export const listedColumns = `${person}, ${numbers},
    ${lineOfUnits('p.unit_id')} as units`;

/** What a list shows of the people with the given ids ($3), who are looked for as `cardsByIds` looks for them. */
export const listedByIds = `select ${listedColumns} ${from} and ${given('$3')}`;

/** What a list shows of one person, if visible (parameters 1 and 2), whom a row of the statement around it names. */
export function listedOf(personId: string): string {
  return `select ${listedColumns} ${from} and p.id = ${personId}`;
}

/**
 * Everything about some people in one statement, whatever their number. Parameters: visible cells,
 * self, the instant, the ids. The columns become a `Person` in person-card.ts.
 */
export const personCards = `
  select ${person}, l.responsible_id,
    (select card.display_name from person card where card.alias_of = p.id) as alias,
    (select jsonb_agg(n.viewer_id order by n.named_at, n.viewer_id)
       from named_viewer n where n.person_id = p.id) as named_viewers,
    ${unitsUpFrom('p.unit_id')} as units, ${numbers},
    (select jsonb_agg(s.stand_in_id order by s.position, s.stand_in_id)
       from stand_in s where s.person_id = p.id) as stand_ins,
    (select jsonb_agg(jsonb_build_object('weekday', b.weekday, 'from', b.from_time, 'to', b.to_time)
         order by b.weekday, b.from_time)
       from best_reached b where b.person_id = p.id) as best_reached,
    ${subjectsOf('person', 'p.id')} as subjects,
    (select jsonb_agg(to_jsonb(a) order by a.starts_at, a.id)
       from absence a where a.person_id = p.id and ${notOver}) as absences,
    ${referralUnits} as referral_units, ${reasonLabels} as reason_labels,
    (select jsonb_agg(to_jsonb(f) order by f.condition, f.origin, f.layer)
       from forwarding f where f.person_id = p.id and (f.valid_until is null or f.valid_until > $3)
    ) as forwardings,
    (select jsonb_agg(jsonb_build_object('kind', n.kind, 'status', s.status,
         'expires_at', s.expires_at) order by n.kind, s.line)
       from phone_number n
       join line_state s on s.municipality_code = n.municipality_code
        and s.line in (n.e164, m.dial_plan || '/' || n.extension)
      where n.person_id = p.id) as lines,
    (select jsonb_agg(to_jsonb(s) order by s.source, s.session_id)
       from presence_session s
      where s.person_id = p.id and s.expires_at > $3 and s.availability <> 'UNKNOWN') as sessions ${from}`;

/**
 * Whose ids these are. Where there is none of them, one of those who are PROTECTED is looked at in vain, and is to be
 * left out by whoever may see that one: otherwise nobody would be answered sooner.
 */
function given(ids: string): string {
  return `p.id = any(${ids}::uuid[] || array(
    select d.person_id from person_local d where d.protection_level = 'PROTECTED'
       and not exists (select 1 from person_local x where x.person_id = any(${ids})) limit 1))`;
}

/** The cards of the people with the given ids ($4). */
export const cardsByIds = `${personCards} and ${given('$4')}`;

/** Ten managers are as many as the depth limit of the API lets anybody ask for; a manager's calls are referred too. */
const hops = 'case when $5 then 15 else 5 end';

/**
 * The cards of those to whom the given people's ($4) calls are referred, and so on: referrals (coming
 * ones of these people, too, and the members of an answer group), and forwarding targets, at most five hops away;
 * and, if the managers are wanted ($5), the managers of all of these, and so on, and who is responsible for a
 * shared telephone; and those who may see the given people by name, who usually stand in for them, and who
 * answer for their unit and the one above: the answer groups, and the unit's shared telephones. Nobody is
 * followed through somebody whom the viewer cannot see.
 */
const referral = (start: string) => `
  with recursive referral as (
    ${start}
    union
    select target.id, referral.hop + 1
      from referral
      join lateral (
        select a.substitute_id as id from absence a
         where a.person_id = referral.id and (a.starts_at <= $3 or referral.hop = 0) and ${notOver}
        union all
        select g.person_id from absence a
          join answer_group_member g on g.unit_id = a.referral_unit_id
         where a.person_id = referral.id and (a.starts_at <= $3 or referral.hop = 0) and ${notOver}
        union all
        select f.target_person_id from forwarding f
         where f.person_id = referral.id and (f.valid_until is null or f.valid_until > $3)
        union all
        select subordinate.manager_id from person subordinate
         where subordinate.id = referral.id and $5::boolean
        union all
        select shared.responsible_id from person_local shared
         where shared.person_id = referral.id and $5::boolean
        union all
        select usual.stand_in_id from stand_in usual
         where usual.person_id = referral.id and referral.hop = 0
        union all
        select g.person_id from person o
          join unit u on u.id = o.unit_id
          join answer_group_member g on g.unit_id in (u.id, u.parent_id)
         where o.id = referral.id and referral.hop = 0
        union all
        select shared.id from person o
          join person shared on shared.unit_id = o.unit_id and shared.kind = 'SHARED_PHONE'
         where o.id = referral.id and referral.hop = 0
        union all
        select n.viewer_id from named_viewer n where n.person_id = referral.id and referral.hop = 0
      ) as target on target.id is not null
      join person p on p.id = target.id
      join person_local l on l.person_id = p.id
     where referral.hop < ${hops} and ${visiblePeople(1, 2)}
  )`;

export const cardsReferredFrom = `${referral('select id, 0 as hop from unnest($4::uuid[]) as start(id)')}
  ${personCards} and p.id in (select id from referral where hop > 0) and p.id <> all($4)`;

/**
 * The cards of the given people ($4) and of those to whom their calls are referred, in one statement. Only whoever is
 * visible is followed: what hangs on somebody hidden would take time.
 */
export const cardsWithReferred = `${referral(`
    select p.id, 0 as hop from person p join person_local l on l.person_id = p.id
     where p.id = any($4::uuid[]) and ${visiblePeople(1, 2)}`)}
  ${personCards} and p.id in (select id from referral)`;
