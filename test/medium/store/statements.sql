-- MunicipalitiesStore.configure
insert into municipality (code, id, name, switchboard_number, area_code, extension_digits,
             dial_plan, number_series, mobile_visibility)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict on constraint municipality_pkey do update set
             name = excluded.name, switchboard_number = excluded.switchboard_number,
             area_code = excluded.area_code, extension_digits = excluded.extension_digits,
             dial_plan = excluded.dial_plan, number_series = excluded.number_series;
insert into municipality_settings (municipality_code, outside_forwarding, version) values ($1, false, 1)
         on conflict on constraint municipality_settings_pkey do nothing;
insert into directory_source (id, municipality_code, marks, refused_binds) values ($1, $2, '{}', 0)
           on conflict on constraint directory_source_pkey do nothing;
SELECT "MunicipalityRow"."code" AS "MunicipalityRow_code", "MunicipalityRow"."id" AS "MunicipalityRow_id", "MunicipalityRow"."name" AS "MunicipalityRow_name", "MunicipalityRow"."switchboard_number" AS "MunicipalityRow_switchboard_number", "MunicipalityRow"."area_code" AS "MunicipalityRow_area_code", "MunicipalityRow"."extension_digits" AS "MunicipalityRow_extension_digits", "MunicipalityRow"."dial_plan" AS "MunicipalityRow_dial_plan", "MunicipalityRow"."number_series" AS "MunicipalityRow_number_series", "MunicipalityRow"."mobile_visibility" AS "MunicipalityRow_mobile_visibility" FROM "municipality" "MunicipalityRow" ORDER BY "MunicipalityRow"."name" ASC;

-- PeopleStore.undisclosedByIds
select p.id, p.municipality_code, p.display_name, p.given_name, p.family_name, p.title, p.email,
    p.employee_id, p.kind, p.account_state, p.left_at, p.manager_id, l.protection_level,
    coalesce(l.mobile_audience, m.mobile_visibility) as mobile_audience, l.version,
    p.alias_of is not null as alias_card, l.responsible_id,
    (select card.display_name from person card where card.alias_of = p.id) as alias,
    (select jsonb_agg(n.viewer_id order by n.named_at, n.viewer_id)
       from named_viewer n where n.person_id = p.id) as named_viewers,
    (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = p.unit_id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up) as units, (select json_agg(json_build_array(n.kind, n.e164, n.extension, n.source,
         (select to_json(g) from number_greeting g where g.person_id = n.person_id and g.e164 = n.e164)
       ) order by n.kind, n.position, n.e164, n.extension)
       from phone_number n where n.person_id = p.id) as numbers,
    (select jsonb_agg(s.stand_in_id order by s.position, s.stand_in_id)
       from stand_in s where s.person_id = p.id) as stand_ins,
    (select jsonb_agg(jsonb_build_object('weekday', b.weekday, 'from', b.from_time, 'to', b.to_time)
         order by b.weekday, b.from_time)
       from best_reached b where b.person_id = p.id) as best_reached,
    (select jsonb_agg(jsonb_build_object('word', w.word, 'synonyms',
           (select coalesce(jsonb_agg(s.word order by s.synonym), '[]') from person_subject_word s
             where s.person_id = w.person_id and s.subject = w.subject and s.synonym > 0)) order by w.subject)
         from person_subject_word w where w.person_id = p.id and w.synonym = 0) as subjects,
    (select jsonb_agg(to_jsonb(a) order by a.starts_at, a.id)
       from absence a where a.person_id = p.id and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3))) as absences,
    (
    select jsonb_agg(jsonb_build_object('code', place.municipality_code, 'units', (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = place.id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up)) order by place.id)
      from unit place
     where place.id in (select a.referral_unit_id from absence a
                      where a.person_id = p.id and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3)))) as referral_units, (
    select jsonb_object_agg(s.reason, jsonb_build_object('SV', s.label_sv, 'EN', s.label_en))
      from absence_reason_setting s
     where s.municipality_code = p.municipality_code
       and s.reason in (select a.reason from absence a
                         where a.person_id = p.id and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3)))) as reason_labels,
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
      where s.person_id = p.id and s.expires_at > $3 and s.availability <> 'UNKNOWN') as sessions 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) and p.id = any($4::uuid[] || array(
    select d.person_id from person_local d where d.protection_level = 'PROTECTED'
       and not exists (select 1 from person_local x where x.person_id = any($4)) limit 1));

-- PeopleStore.undisclosedReferredFrom
with recursive referral as (
    select id, 0 as hop from unnest($4::uuid[]) as start(id)
    union
    select target.id, referral.hop + 1
      from referral
      join lateral (
        select a.substitute_id as id from absence a
         where a.person_id = referral.id and (a.starts_at <= $3 or referral.hop = 0) and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3))
        union all
        select g.person_id from absence a
          join answer_group_member g on g.unit_id = a.referral_unit_id
         where a.person_id = referral.id and (a.starts_at <= $3 or referral.hop = 0) and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3))
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
     where referral.hop < case when $5 then 15 else 5 end and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
  )
  
  select p.id, p.municipality_code, p.display_name, p.given_name, p.family_name, p.title, p.email,
    p.employee_id, p.kind, p.account_state, p.left_at, p.manager_id, l.protection_level,
    coalesce(l.mobile_audience, m.mobile_visibility) as mobile_audience, l.version,
    p.alias_of is not null as alias_card, l.responsible_id,
    (select card.display_name from person card where card.alias_of = p.id) as alias,
    (select jsonb_agg(n.viewer_id order by n.named_at, n.viewer_id)
       from named_viewer n where n.person_id = p.id) as named_viewers,
    (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = p.unit_id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up) as units, (select json_agg(json_build_array(n.kind, n.e164, n.extension, n.source,
         (select to_json(g) from number_greeting g where g.person_id = n.person_id and g.e164 = n.e164)
       ) order by n.kind, n.position, n.e164, n.extension)
       from phone_number n where n.person_id = p.id) as numbers,
    (select jsonb_agg(s.stand_in_id order by s.position, s.stand_in_id)
       from stand_in s where s.person_id = p.id) as stand_ins,
    (select jsonb_agg(jsonb_build_object('weekday', b.weekday, 'from', b.from_time, 'to', b.to_time)
         order by b.weekday, b.from_time)
       from best_reached b where b.person_id = p.id) as best_reached,
    (select jsonb_agg(jsonb_build_object('word', w.word, 'synonyms',
           (select coalesce(jsonb_agg(s.word order by s.synonym), '[]') from person_subject_word s
             where s.person_id = w.person_id and s.subject = w.subject and s.synonym > 0)) order by w.subject)
         from person_subject_word w where w.person_id = p.id and w.synonym = 0) as subjects,
    (select jsonb_agg(to_jsonb(a) order by a.starts_at, a.id)
       from absence a where a.person_id = p.id and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3))) as absences,
    (
    select jsonb_agg(jsonb_build_object('code', place.municipality_code, 'units', (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = place.id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up)) order by place.id)
      from unit place
     where place.id in (select a.referral_unit_id from absence a
                      where a.person_id = p.id and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3)))) as referral_units, (
    select jsonb_object_agg(s.reason, jsonb_build_object('SV', s.label_sv, 'EN', s.label_en))
      from absence_reason_setting s
     where s.municipality_code = p.municipality_code
       and s.reason in (select a.reason from absence a
                         where a.person_id = p.id and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3)))) as reason_labels,
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
      where s.person_id = p.id and s.expires_at > $3 and s.availability <> 'UNKNOWN') as sessions 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) and p.id in (select id from referral where hop > 0) and p.id <> all($4);

-- PeopleStore.undisclosedWithReferred
with recursive referral as (
    
    select p.id, 0 as hop from person p join person_local l on l.person_id = p.id
     where p.id = any($4::uuid[]) and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
    union
    select target.id, referral.hop + 1
      from referral
      join lateral (
        select a.substitute_id as id from absence a
         where a.person_id = referral.id and (a.starts_at <= $3 or referral.hop = 0) and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3))
        union all
        select g.person_id from absence a
          join answer_group_member g on g.unit_id = a.referral_unit_id
         where a.person_id = referral.id and (a.starts_at <= $3 or referral.hop = 0) and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3))
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
     where referral.hop < case when $5 then 15 else 5 end and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
  )
  
  select p.id, p.municipality_code, p.display_name, p.given_name, p.family_name, p.title, p.email,
    p.employee_id, p.kind, p.account_state, p.left_at, p.manager_id, l.protection_level,
    coalesce(l.mobile_audience, m.mobile_visibility) as mobile_audience, l.version,
    p.alias_of is not null as alias_card, l.responsible_id,
    (select card.display_name from person card where card.alias_of = p.id) as alias,
    (select jsonb_agg(n.viewer_id order by n.named_at, n.viewer_id)
       from named_viewer n where n.person_id = p.id) as named_viewers,
    (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = p.unit_id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up) as units, (select json_agg(json_build_array(n.kind, n.e164, n.extension, n.source,
         (select to_json(g) from number_greeting g where g.person_id = n.person_id and g.e164 = n.e164)
       ) order by n.kind, n.position, n.e164, n.extension)
       from phone_number n where n.person_id = p.id) as numbers,
    (select jsonb_agg(s.stand_in_id order by s.position, s.stand_in_id)
       from stand_in s where s.person_id = p.id) as stand_ins,
    (select jsonb_agg(jsonb_build_object('weekday', b.weekday, 'from', b.from_time, 'to', b.to_time)
         order by b.weekday, b.from_time)
       from best_reached b where b.person_id = p.id) as best_reached,
    (select jsonb_agg(jsonb_build_object('word', w.word, 'synonyms',
           (select coalesce(jsonb_agg(s.word order by s.synonym), '[]') from person_subject_word s
             where s.person_id = w.person_id and s.subject = w.subject and s.synonym > 0)) order by w.subject)
         from person_subject_word w where w.person_id = p.id and w.synonym = 0) as subjects,
    (select jsonb_agg(to_jsonb(a) order by a.starts_at, a.id)
       from absence a where a.person_id = p.id and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3))) as absences,
    (
    select jsonb_agg(jsonb_build_object('code', place.municipality_code, 'units', (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = place.id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up)) order by place.id)
      from unit place
     where place.id in (select a.referral_unit_id from absence a
                      where a.person_id = p.id and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3)))) as referral_units, (
    select jsonb_object_agg(s.reason, jsonb_build_object('SV', s.label_sv, 'EN', s.label_en))
      from absence_reason_setting s
     where s.municipality_code = p.municipality_code
       and s.reason in (select a.reason from absence a
                         where a.person_id = p.id and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3)))) as reason_labels,
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
      where s.person_id = p.id and s.expires_at > $3 and s.availability <> 'UNKNOWN') as sessions 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) and p.id in (select id from referral);

-- PeopleStore.near
select id from person where id = $1 or manager_id = $1 or unit_id = any($2) order by id limit $3;

-- SearchStore.find one word
with meant0 as materialized (
    select heard, slipped,
           $12::bigint | coalesce((select bit_or(search_bit(one, 2)) from unnest(heard || slipped) one), 0) as begins_two,
           $13::bigint | coalesce((select bit_or(search_bit(one, 3)) from unnest(heard || slipped) one), 0) as begins_three
      from (
      select array(select distinct folded from search_term where sound = any($7::text[]) and folded <> $5::text) as heard,
             array(select distinct folded from search_term where keys && $8::text[] and search_is_slip($5::text, folded)) || $9::text[] as slipped offset 0) words),
  whole_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind) * 100000 + (m0.kind) * 1000 + (m0.field + 0) * 10 + m0.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint as code
    from (select w.* from unnest($6::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 0 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded = $5::text
      order by w.folded, w.list_key limit 1000) w) m0
   where true
     and (m0.field <> 10 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($3::text[]))
     and (m0.field <> 11 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($4::text[]))) one where true),
  whole_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from whole_other) one where true),
  whole_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $10::text then 0 else 1 end as away
          from whole_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $11::int),
  begun_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind) * 100000 + (m0.kind) * 1000 + (m0.field + 0) * 10 + m0.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint as code
    from (select w.* from unnest($6::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $5::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded >= $5::text and w.folded < ($5::text || U&'\+10FFFF')
      order by w.folded, w.list_key limit 1000) w) m0
   where true
     and (m0.field <> 10 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($3::text[]))
     and (m0.field <> 11 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($4::text[]))) one where true and not ((select count(*) from whole_page) >= $11::int)),
  begun_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from begun_other) one where true and not ((select count(*) from whole_page) >= $11::int)),
  begun_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $10::text then 0 else 1 end as away
          from begun_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $11::int),
  alike_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind) * 100000 + (m0.kind) * 1000 + (m0.field + 0) * 10 + m0.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint as code
    from (select w.* from unnest($6::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $5::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded >= $5::text and w.folded < ($5::text || U&'\+10FFFF')
      order by w.folded, w.list_key limit 1000) w
    union all select w.* from unnest('{1,2,3}'::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 2 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded = any((select heard from meant0)::text[])
      order by w.folded, w.list_key limit 1000) w
    union all select w.* from unnest($6::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 3 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded = any((select slipped from meant0)::text[])
      order by w.folded, w.list_key limit 1000) w) m0
   where true
     and (m0.field <> 10 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($3::text[]))
     and (m0.field <> 11 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($4::text[]))) one where true and not ((select count(*) from whole_page) >= $11::int) and not ((select count(*) from begun_page) >= $11::int)),
  alike_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from alike_other) one where true and not ((select count(*) from whole_page) >= $11::int) and not ((select count(*) from begun_page) >= $11::int)),
  alike_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $10::text then 0 else 1 end as away
          from alike_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $11::int)
  select hit.entry_id as "hitId", hit.is_unit as "isUnit", hit.rank::int as rank, hit.away, hit.list_key as "listKey",
         hit.code::text as code, hit.municipality_code as municipality,
         case when hit.is_unit then (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = hit.entry_id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up) end as "lineOfUnits"
    from (select * from whole_page where ((select count(*) from whole_page) >= $11::int) union all select * from begun_page where ((select count(*) from begun_page) >= $11::int) union all select * from alike_page) hit order by rank, away, list_key, entry_id;

-- SearchStore.find two words of a municipality
with meant0 as materialized (
    select heard, slipped,
           $18::bigint | coalesce((select bit_or(search_bit(one, 2)) from unnest(heard || slipped) one), 0) as begins_two,
           $19::bigint | coalesce((select bit_or(search_bit(one, 3)) from unnest(heard || slipped) one), 0) as begins_three
      from (
      select array(select distinct folded from search_term where sound = any($5::text[]) and folded <> $3::text) as heard,
             array(select distinct folded from search_term where keys && $6::text[] and search_is_slip($3::text, folded)) || $7::text[] as slipped offset 0) words),
  meant1 as materialized (
    select heard, slipped,
           $20::bigint | coalesce((select bit_or(search_bit(one, 2)) from unnest(heard || slipped) one), 0) as begins_two,
           $21::bigint | coalesce((select bit_or(search_bit(one, 3)) from unnest(heard || slipped) one), 0) as begins_three
      from (
      select array(select distinct folded from search_term where sound = any($11::text[]) and folded <> $8::text) as heard,
             array(select distinct folded from search_term where keys && $12::text[] and search_is_slip($8::text, folded)) || $13::text[] as slipped offset 0) words),
  begun_own0 as (
    select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $3::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = any(array_remove($4::smallint[], 8::smallint)) and w.begins_two & $20::bigint <> 0 and w.begins_three & $21::bigint <> 0 and w.folded >= $3::text and w.folded < ($3::text || U&'\+10FFFF')),
  begun_own1 as (
    select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $8::text then 0 else 1 end as kind, case when starts_with(w.written, $10::text) and right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = any(array_remove($9::smallint[], 8::smallint)) and w.begins_two & $18::bigint <> 0 and w.begins_three & $19::bigint <> 0 and w.folded >= $8::text and w.folded < ($8::text || U&'\+10FFFF')),
  begun_of0 as materialized (select entry_id as id, municipality_code, folded, kind, unmarked, 8::smallint as field from (select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $3::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where w.is_unit and not w.hidden and w.field = any('{3,5}'::smallint[]) and (w.field = 5 or strpos(w.folded, ' ') = 0) and w.folded >= $3::text and w.folded < ($3::text || U&'\+10FFFF')) named),
  begun_of1 as materialized (select entry_id as id, municipality_code, folded, kind, unmarked, 8::smallint as field from (select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $8::text then 0 else 1 end as kind, case when starts_with(w.written, $10::text) and right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where w.is_unit and not w.hidden and w.field = any('{3,5}'::smallint[]) and (w.field = 5 or strpos(w.folded, ' ') = 0) and w.folded >= $8::text and w.folded < ($8::text || U&'\+10FFFF')) named),
  begun0 as (select * from begun_own0
    union all select distinct o.entry_id, o.is_unit, o.municipality_code, o.list_key, u.field, u.folded, u.kind, u.unmarked, o.unit_id
      from (select entry_id, is_unit, municipality_code, list_key, unit_id from begun_own1) o join begun_of0 u on u.id = o.unit_id),
  begun1 as (select * from begun_own1
    union all select distinct o.entry_id, o.is_unit, o.municipality_code, o.list_key, u.field, u.folded, u.kind, u.unmarked, o.unit_id
      from (select entry_id, is_unit, municipality_code, list_key, unit_id from begun_own0) o join begun_of1 u on u.id = o.unit_id),
  begun_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind, m1.kind) * 100000 + (m0.kind + m1.kind) * 1000 + (m0.field + m1.field + 0) * 10 + m0.unmarked + m1.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint + (m1.kind * 25 + m1.field) * 100::bigint as code
    from begun0 m0
    join begun1 m1 on m1.entry_id = m0.entry_id
   where true
     and (m0.folded, m0.field) <> (m1.folded, m1.field)) one where true
  union all
  select * from (select m2.entry_id, m2.is_unit, m2.municipality_code, m2.list_key, (greatest(m2.kind) * 100000 + (m2.kind) * 1000 + (m2.field + 0) * 10 + m2.unmarked) * 1000000000000::bigint + (m2.kind * 25 + m2.field) * 1::bigint as code
    from (select w.* from unnest($14::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $15::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded >= $15::text and w.folded < ($15::text || U&'\+10FFFF')
      order by w.folded, w.list_key limit 1000) w) m2
   where true) one where true),
  begun_unit as materialized (
    select id, any_value(folded) as folded, min(code) as code from (
      select m0.id, m0.folded, (greatest(m0.kind, m1.kind) * 100000 + (m0.kind + m1.kind) * 1000 + (m0.field + m1.field + 0) * 10 + m0.unmarked + m1.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint + (m1.kind * 25 + m1.field) * 100::bigint as code
        from (select * from begun_of0 u) m0
        join begun_of1 m1 on m1.id = m0.id where (m0.folded, m0.field) <> (m1.folded, m1.field)) named group by id),
  begun_both as materialized (
    select o.entry_id, o.municipality_code, o.list_key, u.id, u.code from begun_other o
    cross join lateral (select p.unit_id from person p where p.id = o.entry_id offset 0) p
    join begun_unit u on u.id = p.unit_id where exists (select from begun_unit)),
  begun_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from begun_other) one where true
  union all
  select * from (select who.entry_id, false, who.municipality_code, who.list_key, u.code from begun_unit u
    cross join lateral (select w.entry_id, w.municipality_code, w.list_key from search_word w
      cross join lateral (select e.cell from stream_entry e where e.entry_id = w.entry_id offset 0) e
     where w.unit_id = u.id and w.folded = u.folded and w.field = 8 and not w.hidden
       and (e.cell = any($1::text[])
        or w.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
       and true order by w.list_key, w.entry_id limit $17::int + (select count(*) from begun_both b where b.id = u.id)) who) one where true
  union all
  select * from (select entry_id, false, municipality_code, list_key, code from begun_both) one where true),
  begun_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $16::text then 0 else 1 end as away
          from begun_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $17::int),
  alike_own0 as (
    select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $3::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = any(array_remove($4::smallint[], 8::smallint)) and w.begins_two & (select begins_two from meant1) <> 0 and w.begins_three & (select begins_three from meant1) <> 0 and w.folded >= $3::text and w.folded < ($3::text || U&'\+10FFFF')
    union all select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 2 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = any(array_remove('{1,2,3}'::smallint[], 8::smallint)) and w.begins_two & (select begins_two from meant1) <> 0 and w.begins_three & (select begins_three from meant1) <> 0 and w.folded = any((select heard from meant0)::text[])
    union all select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 3 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = any(array_remove($4::smallint[], 8::smallint)) and w.begins_two & (select begins_two from meant1) <> 0 and w.begins_three & (select begins_three from meant1) <> 0 and w.folded = any((select slipped from meant0)::text[])),
  alike_own1 as (
    select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $8::text then 0 else 1 end as kind, case when starts_with(w.written, $10::text) and right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = any(array_remove($9::smallint[], 8::smallint)) and w.begins_two & (select begins_two from meant0) <> 0 and w.begins_three & (select begins_three from meant0) <> 0 and w.folded >= $8::text and w.folded < ($8::text || U&'\+10FFFF')
    union all select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 2 as kind, case when starts_with(w.written, $10::text) and right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = any(array_remove('{1,2,3}'::smallint[], 8::smallint)) and w.begins_two & (select begins_two from meant0) <> 0 and w.begins_three & (select begins_three from meant0) <> 0 and w.folded = any((select heard from meant1)::text[])
    union all select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 3 as kind, case when starts_with(w.written, $10::text) and right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = any(array_remove($9::smallint[], 8::smallint)) and w.begins_two & (select begins_two from meant0) <> 0 and w.begins_three & (select begins_three from meant0) <> 0 and w.folded = any((select slipped from meant1)::text[])),
  alike_of0 as materialized (select entry_id as id, municipality_code, folded, kind, unmarked, 8::smallint as field from (select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $3::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where w.is_unit and not w.hidden and w.field = any('{3,5}'::smallint[]) and (w.field = 5 or strpos(w.folded, ' ') = 0) and w.folded >= $3::text and w.folded < ($3::text || U&'\+10FFFF')
    union all select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 3 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where w.is_unit and not w.hidden and w.field = any('{3,5}'::smallint[]) and (w.field = 5 or strpos(w.folded, ' ') = 0) and w.folded = any((select slipped from meant0)::text[])) named),
  alike_of1 as materialized (select entry_id as id, municipality_code, folded, kind, unmarked, 8::smallint as field from (select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $8::text then 0 else 1 end as kind, case when starts_with(w.written, $10::text) and right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where w.is_unit and not w.hidden and w.field = any('{3,5}'::smallint[]) and (w.field = 5 or strpos(w.folded, ' ') = 0) and w.folded >= $8::text and w.folded < ($8::text || U&'\+10FFFF')
    union all select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 3 as kind, case when starts_with(w.written, $10::text) and right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where w.is_unit and not w.hidden and w.field = any('{3,5}'::smallint[]) and (w.field = 5 or strpos(w.folded, ' ') = 0) and w.folded = any((select slipped from meant1)::text[])) named),
  alike0 as (select * from alike_own0
    union all select distinct o.entry_id, o.is_unit, o.municipality_code, o.list_key, u.field, u.folded, u.kind, u.unmarked, o.unit_id
      from (select entry_id, is_unit, municipality_code, list_key, unit_id from alike_own1) o join alike_of0 u on u.id = o.unit_id),
  alike1 as (select * from alike_own1
    union all select distinct o.entry_id, o.is_unit, o.municipality_code, o.list_key, u.field, u.folded, u.kind, u.unmarked, o.unit_id
      from (select entry_id, is_unit, municipality_code, list_key, unit_id from alike_own0) o join alike_of1 u on u.id = o.unit_id),
  alike_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind, m1.kind) * 100000 + (m0.kind + m1.kind) * 1000 + (m0.field + m1.field + 0) * 10 + m0.unmarked + m1.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint + (m1.kind * 25 + m1.field) * 100::bigint as code
    from alike0 m0
    join alike1 m1 on m1.entry_id = m0.entry_id
   where true
     and (m0.folded, m0.field) <> (m1.folded, m1.field)) one where true and not ((select count(*) from begun_page) >= $17::int)
  union all
  select * from (select m2.entry_id, m2.is_unit, m2.municipality_code, m2.list_key, (greatest(m2.kind) * 100000 + (m2.kind) * 1000 + (m2.field + 0) * 10 + m2.unmarked) * 1000000000000::bigint + (m2.kind * 25 + m2.field) * 1::bigint as code
    from (select w.* from unnest($14::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $15::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded >= $15::text and w.folded < ($15::text || U&'\+10FFFF')
      order by w.folded, w.list_key limit 1000) w) m2
   where true) one where true and not ((select count(*) from begun_page) >= $17::int)),
  alike_unit as materialized (
    select id, any_value(folded) as folded, min(code) as code from (
      select m0.id, m0.folded, (greatest(m0.kind, m1.kind) * 100000 + (m0.kind + m1.kind) * 1000 + (m0.field + m1.field + 0) * 10 + m0.unmarked + m1.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint + (m1.kind * 25 + m1.field) * 100::bigint as code
        from (select * from alike_of0 u) m0
        join alike_of1 m1 on m1.id = m0.id where (m0.folded, m0.field) <> (m1.folded, m1.field)) named group by id),
  alike_both as materialized (
    select o.entry_id, o.municipality_code, o.list_key, u.id, u.code from alike_other o
    cross join lateral (select p.unit_id from person p where p.id = o.entry_id offset 0) p
    join alike_unit u on u.id = p.unit_id where exists (select from alike_unit)),
  alike_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from alike_other) one where true and not ((select count(*) from begun_page) >= $17::int)
  union all
  select * from (select who.entry_id, false, who.municipality_code, who.list_key, u.code from alike_unit u
    cross join lateral (select w.entry_id, w.municipality_code, w.list_key from search_word w
      cross join lateral (select e.cell from stream_entry e where e.entry_id = w.entry_id offset 0) e
     where w.unit_id = u.id and w.folded = u.folded and w.field = 8 and not w.hidden
       and (e.cell = any($1::text[])
        or w.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
       and true order by w.list_key, w.entry_id limit $17::int + (select count(*) from alike_both b where b.id = u.id)) who) one where true and not ((select count(*) from begun_page) >= $17::int)
  union all
  select * from (select entry_id, false, municipality_code, list_key, code from alike_both) one where true and not ((select count(*) from begun_page) >= $17::int)),
  alike_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $16::text then 0 else 1 end as away
          from alike_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $17::int)
  select hit.entry_id as "hitId", hit.is_unit as "isUnit", hit.rank::int as rank, hit.away, hit.list_key as "listKey",
         hit.code::text as code, hit.municipality_code as municipality,
         case when hit.is_unit then (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = hit.entry_id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up) end as "lineOfUnits"
    from (select * from begun_page where ((select count(*) from begun_page) >= $17::int) union all select * from alike_page) hit order by rank, away, list_key, entry_id;

-- SearchStore.find one word in units
with meant0 as materialized (
    select heard, slipped,
           $13::bigint | coalesce((select bit_or(search_bit(one, 2)) from unnest(heard || slipped) one), 0) as begins_two,
           $14::bigint | coalesce((select bit_or(search_bit(one, 3)) from unnest(heard || slipped) one), 0) as begins_three
      from (
      select array(select distinct folded from search_term where sound = any($8::text[]) and folded <> $6::text) as heard,
             array(select distinct folded from search_term where keys && $9::text[] and search_is_slip($6::text, folded)) || $10::text[] as slipped offset 0) words),
  whole_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind) * 100000 + (m0.kind) * 1000 + (m0.field + 0) * 10 + m0.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint as code
    from (select w.* from unnest($7::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 0 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.entry_id = any(array(select who.id from person who where who.unit_id = any($5::uuid[]))) and w.folded = $6::text
      order by w.folded, w.list_key limit 1000) w) m0
   where true
     and (m0.field <> 10 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($3::text[]))
     and (m0.field <> 11 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($4::text[]))) one where true),
  whole_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from whole_other) one where true),
  whole_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $11::text then 0 else 1 end as away
          from whole_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $12::int),
  begun_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind) * 100000 + (m0.kind) * 1000 + (m0.field + 0) * 10 + m0.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint as code
    from (select w.* from unnest($7::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $6::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.entry_id = any(array(select who.id from person who where who.unit_id = any($5::uuid[]))) and w.folded >= $6::text and w.folded < ($6::text || U&'\+10FFFF')
      order by w.folded, w.list_key limit 1000) w) m0
   where true
     and (m0.field <> 10 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($3::text[]))
     and (m0.field <> 11 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($4::text[]))) one where true and not ((select count(*) from whole_page) >= $12::int)),
  begun_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from begun_other) one where true and not ((select count(*) from whole_page) >= $12::int)),
  begun_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $11::text then 0 else 1 end as away
          from begun_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $12::int),
  alike_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind) * 100000 + (m0.kind) * 1000 + (m0.field + 0) * 10 + m0.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint as code
    from (select w.* from unnest($7::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $6::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.entry_id = any(array(select who.id from person who where who.unit_id = any($5::uuid[]))) and w.folded >= $6::text and w.folded < ($6::text || U&'\+10FFFF')
      order by w.folded, w.list_key limit 1000) w
    union all select w.* from unnest('{1,2,3}'::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 2 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.entry_id = any(array(select who.id from person who where who.unit_id = any($5::uuid[]))) and w.folded = any((select heard from meant0)::text[])
      order by w.folded, w.list_key limit 1000) w
    union all select w.* from unnest($7::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 3 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.entry_id = any(array(select who.id from person who where who.unit_id = any($5::uuid[]))) and w.folded = any((select slipped from meant0)::text[])
      order by w.folded, w.list_key limit 1000) w) m0
   where true
     and (m0.field <> 10 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($3::text[]))
     and (m0.field <> 11 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($4::text[]))) one where true and not ((select count(*) from whole_page) >= $12::int) and not ((select count(*) from begun_page) >= $12::int)),
  alike_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from alike_other) one where true and not ((select count(*) from whole_page) >= $12::int) and not ((select count(*) from begun_page) >= $12::int)),
  alike_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $11::text then 0 else 1 end as away
          from alike_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $12::int)
  select hit.entry_id as "hitId", hit.is_unit as "isUnit", hit.rank::int as rank, hit.away, hit.list_key as "listKey",
         hit.code::text as code, hit.municipality_code as municipality,
         case when hit.is_unit then (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = hit.entry_id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up) end as "lineOfUnits"
    from (select * from whole_page where ((select count(*) from whole_page) >= $12::int) union all select * from begun_page where ((select count(*) from begun_page) >= $12::int) union all select * from alike_page) hit order by rank, away, list_key, entry_id;

-- SearchStore.undisclosed one word
with meant0 as materialized (
    select heard, slipped,
           $12::bigint | coalesce((select bit_or(search_bit(one, 2)) from unnest(heard || slipped) one), 0) as begins_two,
           $13::bigint | coalesce((select bit_or(search_bit(one, 3)) from unnest(heard || slipped) one), 0) as begins_three
      from (
      select array(select distinct folded from search_term where sound = any($7::text[]) and folded <> $5::text) as heard,
             array(select distinct folded from search_term where keys && $8::text[] and search_is_slip($5::text, folded)) || $9::text[] as slipped offset 0) words),
  whole_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind) * 100000 + (m0.kind) * 1000 + (m0.field + 0) * 10 + m0.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint as code
    from (select w.* from unnest($6::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 0 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded = $5::text
      order by w.folded, w.list_key limit 1000) w) m0
   where true
     and (m0.field <> 10 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($3::text[]))
     and (m0.field <> 11 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($4::text[]))) one where true),
  whole_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from whole_other) one where true),
  whole_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $10::text then 0 else 1 end as away
          from whole_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $11::int),
  begun_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind) * 100000 + (m0.kind) * 1000 + (m0.field + 0) * 10 + m0.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint as code
    from (select w.* from unnest($6::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $5::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded >= $5::text and w.folded < ($5::text || U&'\+10FFFF')
      order by w.folded, w.list_key limit 1000) w) m0
   where true
     and (m0.field <> 10 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($3::text[]))
     and (m0.field <> 11 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($4::text[]))) one where true and not ((select count(*) from whole_page) >= $11::int)),
  begun_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from begun_other) one where true and not ((select count(*) from whole_page) >= $11::int)),
  begun_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $10::text then 0 else 1 end as away
          from begun_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $11::int),
  alike_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind) * 100000 + (m0.kind) * 1000 + (m0.field + 0) * 10 + m0.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint as code
    from (select w.* from unnest($6::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $5::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded >= $5::text and w.folded < ($5::text || U&'\+10FFFF')
      order by w.folded, w.list_key limit 1000) w
    union all select w.* from unnest('{1,2,3}'::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 2 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded = any((select heard from meant0)::text[])
      order by w.folded, w.list_key limit 1000) w
    union all select w.* from unnest($6::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 3 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded = any((select slipped from meant0)::text[])
      order by w.folded, w.list_key limit 1000) w) m0
   where true
     and (m0.field <> 10 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($3::text[]))
     and (m0.field <> 11 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($4::text[]))) one where true and not ((select count(*) from whole_page) >= $11::int) and not ((select count(*) from begun_page) >= $11::int)),
  alike_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from alike_other) one where true and not ((select count(*) from whole_page) >= $11::int) and not ((select count(*) from begun_page) >= $11::int)),
  alike_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $10::text then 0 else 1 end as away
          from alike_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $11::int)
  select hit.entry_id as "hitId", hit.is_unit as "isUnit", hit.rank::int as rank, hit.away, hit.list_key as "listKey",
         hit.code::text as code, hit.municipality_code as municipality,
         case when hit.is_unit then (select u.line from unit u where u.id = hit.entry_id) end as "lineOfUnits", card.*
    from (select * from whole_page where ((select count(*) from whole_page) >= $11::int) union all select * from begun_page where ((select count(*) from begun_page) >= $11::int) union all select * from alike_page) hit
    left join lateral (select p.id, p.municipality_code, p.display_name, p.given_name, p.family_name, p.title, p.email,
    p.employee_id, p.kind, p.account_state, p.left_at, p.manager_id, l.protection_level,
    coalesce(l.mobile_audience, m.mobile_visibility) as mobile_audience, l.version,
    p.alias_of is not null as alias_card, (select json_agg(json_build_array(n.kind, n.e164, n.extension, n.source,
         (select to_json(g) from number_greeting g where g.person_id = n.person_id and g.e164 = n.e164)
       ) order by n.kind, n.position, n.e164, n.extension)
       from phone_number n where n.person_id = p.id) as numbers,
    (select u.line from unit u where u.id = p.unit_id) as units 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) and p.id = hit.entry_id offset 0) card on not hit.is_unit
    order by rank, away, list_key, entry_id;

-- SearchStore.find digits
with number(entry_id, is_unit, municipality_code, list_key, code) as materialized (select p.id, false, p.municipality_code, p.list_key,
      (case when n.extension = $7::text or n.e164 = '+46' || $7::text then 0 else 1 end) * (101000 * 1000000000000::bigint + 25) + 12
    from (
      select person_id, kind, e164, extension from directory_number where reverse(e164) ~>=~ reverse($7::text) and reverse(e164) ~<~ (reverse($7::text) || ':') or extension = $7::text
      union all
      select person_id, kind, e164, extension from added_number where reverse(e164) ~>=~ reverse($7::text) and reverse(e164) ~<~ (reverse($7::text) || ':') or extension = $7::text
    ) n
    cross join lateral (select * from person who where who.id = n.person_id and (n.person_id = any($2::uuid[]) or not exists (select from person_local d
        where d.person_id = n.person_id and d.protection_level = 'PROTECTED' offset 0)) offset 0) p
    cross join lateral (select * from person_local local where local.person_id = p.id offset 0) l
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
     and (p.id = any($2::uuid[]) or case when n.kind = 'MOBILE'
       then coalesce(l.mobile_audience, m.mobile_visibility) || ':' || (l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($9::text[])
       else (l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($8::text[]) end)
     and true),
  whole_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind) * 100000 + (m0.kind) * 1000 + (m0.field + 0) * 10 + m0.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint as code
    from (select w.* from unnest($6::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, 0 as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded = $5::text
      order by w.folded, w.list_key limit 1000) w) m0
   where true
     and (m0.field <> 10 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($3::text[]))
     and (m0.field <> 11 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($4::text[]))) one where true
  union all
  select * from (select entry_id, is_unit, municipality_code, list_key, code from number) one where true),
  whole_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from whole_other) one where true),
  whole_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $10::text then 0 else 1 end as away
          from whole_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $11::int),
  begun_other as (select * from (select m0.entry_id, m0.is_unit, m0.municipality_code, m0.list_key, (greatest(m0.kind) * 100000 + (m0.kind) * 1000 + (m0.field + 0) * 10 + m0.unmarked) * 1000000000000::bigint + (m0.kind * 25 + m0.field) * 1::bigint as code
    from (select w.* from unnest($6::smallint[]) f(field) cross join lateral (
      select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, case when w.folded = $5::text then 0 else 1 end as kind, case when right(w.written, 1) <> '-' then 0 else 1 end as unmarked, w.unit_id
      from search_word w where not w.hidden and w.field = f.field and w.folded >= $5::text and w.folded < ($5::text || U&'\+10FFFF')
      order by w.folded, w.list_key limit 1000) w) m0
   where true
     and (m0.field <> 10 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($3::text[]))
     and (m0.field <> 11 or m0.is_unit or m0.entry_id = any($2::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = m0.entry_id) = any($4::text[]))) one where true and not ((select count(*) from whole_page) >= $11::int)
  union all
  select * from (select entry_id, is_unit, municipality_code, list_key, code from number) one where true and not ((select count(*) from whole_page) >= $11::int)),
  begun_hit as (select * from (select entry_id, is_unit, municipality_code, list_key, code from begun_other) one where true and not ((select count(*) from whole_page) >= $11::int)),
  begun_page as materialized (
    select best.* from (
      select * from (
        select entry_id, any_value(is_unit) as is_unit, any_value(municipality_code) as municipality_code, any_value(list_key) as list_key,
               min(code) as code, min(code) / 1000000000000::bigint as rank,
               case when any_value(municipality_code) = $10::text then 0 else 1 end as away
          from begun_hit group by entry_id) fitting
       where true order by rank, away, list_key, entry_id offset 0) best
      left join lateral (select e.cell from stream_entry e where e.entry_id = best.entry_id offset 0) e on true
     where best.is_unit or (e.cell = any($1::text[])
        or best.entry_id = any($2::uuid[]) and e.cell <> 'NONE' and e.cell !~ ':.*:')
     order by rank, away, list_key, entry_id limit $11::int)
  select hit.entry_id as "hitId", hit.is_unit as "isUnit", hit.rank::int as rank, hit.away, hit.list_key as "listKey",
         hit.code::text as code, hit.municipality_code as municipality,
         case when hit.is_unit then (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = hit.entry_id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up) end as "lineOfUnits"
    from (select * from whole_page where ((select count(*) from whole_page) >= $11::int) union all select * from begun_page) hit order by rank, away, list_key, entry_id;

-- PeopleStore.inMunicipality
select p.id, p.sort_key as "sortKey"
    
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
     and p.municipality_code = $3 and p.alias_of is null
     and ($4::text is null or (p.sort_key, p.id) > ($4::text collate "sv-x-icu", $5::uuid))
   order by p.sort_key, p.id
   limit $6;

-- ListsStore.undisclosedByIds
select p.id, p.municipality_code, p.display_name, p.given_name, p.family_name, p.title, p.email,
    p.employee_id, p.kind, p.account_state, p.left_at, p.manager_id, l.protection_level,
    coalesce(l.mobile_audience, m.mobile_visibility) as mobile_audience, l.version,
    p.alias_of is not null as alias_card, (select json_agg(json_build_array(n.kind, n.e164, n.extension, n.source,
         (select to_json(g) from number_greeting g where g.person_id = n.person_id and g.e164 = n.e164)
       ) order by n.kind, n.position, n.e164, n.extension)
       from phone_number n where n.person_id = p.id) as numbers,
    (select u.line from unit u where u.id = p.unit_id) as units 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) and p.id = any($3::uuid[] || array(
    select d.person_id from person_local d where d.protection_level = 'PROTECTED'
       and not exists (select 1 from person_local x where x.person_id = any($3)) limit 1));

-- ListsStore.ids
select place.id, place.sort_key as "sortKey"
    from (select p.id, p.sort_key
      from person p
      join person_local l on l.person_id = p.id
     where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
     order by p.sort_key, p.id
     limit 101) place
   order by place.sort_key, place.id
   limit $3;

-- ListsStore.ids of units after a position
select place.id, place.sort_key as "sortKey"
    from (select p.id, p.sort_key
      from person p
      join person_local l on l.person_id = p.id
     where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
       and p.id = any(array(
         select one.id from person one where one.unit_id = any($3::uuid[])
         union all
         select one.id from person one where one.manager_id = $4::uuid))
       and (p.sort_key, p.id) > ($5::text collate "sv-x-icu", $6::uuid)
     order by p.sort_key, p.id
     limit 101) place
   order by place.sort_key, place.id
   limit $7;

-- ListsStore.undisclosed of a municipality
select p.id, p.municipality_code, p.display_name, p.given_name, p.family_name, p.title, p.email,
    p.employee_id, p.kind, p.account_state, p.left_at, p.manager_id, l.protection_level,
    coalesce(l.mobile_audience, m.mobile_visibility) as mobile_audience, l.version,
    p.alias_of is not null as alias_card, (select json_agg(json_build_array(n.kind, n.e164, n.extension, n.source,
         (select to_json(g) from number_greeting g where g.person_id = n.person_id and g.e164 = n.e164)
       ) order by n.kind, n.position, n.e164, n.extension)
       from phone_number n where n.person_id = p.id) as numbers,
    (select u.line from unit u where u.id = p.unit_id) as units, place.sort_key as "sortKey"
    from (select p.id, p.sort_key
      from person p
      join person_local l on l.person_id = p.id
     where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
       and p.municipality_code = any($3::text[])
     order by p.sort_key, p.id
     limit 101) place
    join person p on p.id = place.id
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   order by place.sort_key, place.id
   limit $4;

-- PeopleStore.find by mail address
select p.id 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) and p.email = $3 and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($4) or p.id = any($2::uuid[])) order by p.sort_key, p.id limit 1;

-- PeopleStore.find by employee id
select p.id 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) and p.municipality_code = $3 and p.employee_id = $4 and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($5) or p.id = any($2::uuid[]))
   order by p.sort_key, p.id limit 1;

-- PeopleStore.findByNumber
select p.id 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
     and p.id = any(array(
       select n.person_id from phone_number n where n.e164 = $3
       union all
       (select d.person_id from person_local d
         where d.protection_level = 'PROTECTED' and not exists (select 1 from phone_number n where n.e164 = $3)
         limit 1)))
     and exists (select 1 from phone_number n
                  where n.person_id = p.id and n.e164 = $3 and (p.id = any($2::uuid[]) or case when n.kind = 'MOBILE' then (coalesce(l.mobile_audience, m.mobile_visibility) || ':' || (l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end)) = any($5)
            else (l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($4) end))
   order by p.sort_key, p.id limit 1;

-- PeopleStore.findByNumbers
select asked.number, (
  select p.id 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
     and p.id = any(array(
       select n.person_id from phone_number n where n.e164 = asked.number
       union all
       (select d.person_id from person_local d
         where d.protection_level = 'PROTECTED' and not exists (select 1 from phone_number n where n.e164 = asked.number)
         limit 1)))
     and exists (select 1 from phone_number n
                  where n.person_id = p.id and n.e164 = asked.number and (p.id = any($2::uuid[]) or case when n.kind = 'MOBILE' then (coalesce(l.mobile_audience, m.mobile_visibility) || ':' || (l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end)) = any($5)
            else (l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($4) end))
   order by p.sort_key, p.id limit 1) as id
    from unnest($3::text[]) with ordinality as asked(number, place) order by asked.place;

-- PeopleStore.findByExtension
select p.id 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) and m.dial_plan = $3
     and exists (select 1 from phone_number n where n.person_id = p.id and n.extension = $4)
     and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($5) or p.id = any($2::uuid[]))
   order by p.sort_key, p.id limit 1;

-- PeopleStore.inUnit
select p.id 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
     and p.unit_id = $3 and p.employment = 'ACTIVE' and p.kind <> 'SHARED_PHONE'
     and l.protection_level <> 'PROTECTED'
   order by p.sort_key, p.id
   limit $4;

-- PeopleStore.unit
select one.municipality_code as code, (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = one.id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up) as units from unit one
   where one.id = any($1::uuid[]) order by one.folded_name, one.id;

-- DirectoryStore.knownPeople
begin;
declare known no scroll cursor for
           select directory_key as key, source_hash as hash, account_state as "accountState", kind,
    missing_since is not null as missing, filled from person where source_id = $1 and employment <> 'ERASED';
fetch 500 from known;
fetch 500 from known;
commit;

-- DirectoryStore.knownByKeys
select directory_key as key, source_hash as hash, account_state as "accountState", kind,
    missing_since is not null as missing, filled from person
        where source_id = $1 and directory_key = any($2) and employment <> 'ERASED';

-- DirectoryStore.countStates
select account_state as "accountState", kind, missing_since is not null as missing, filled,
           count(*)::int as count
         from person where source_id = $1 and employment <> 'ERASED' group by 1, 2, 3, 4;

-- DirectoryStore.levels
select p.directory_key as key, l.protection_level as level
         from person_local l join person p on p.id = l.person_id
        where l.protection_level <> 'OPEN' and p.source_id = $1;

-- DirectoryStore.relinkable
select employee_id as "employeeId", array_agg(directory_key) as keys from person
        where source_id = $1 and employee_id = any($2) and employment <> 'ERASED'
        group by employee_id;

-- stage
with people as (
  insert into staged_person (source_id, municipality_code, directory_key, person_id, known, source_hash, level, display_name, given_name, family_name, title, email, employee_id, kind, account_state, filled, dn_digest, unit_digest, manager_digest, sort_key, search_words, list_key)
  select $1, $2, w.* from unnest($3::text[], $4::uuid[], $5::boolean[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::text[], $22::text[]) as w(directory_key, person_id, known, source_hash, level, display_name, given_name, family_name, title, email, employee_id, kind, account_state, filled, dn_digest, unit_digest, manager_digest, sort_key, search_words, list_key))
  
  insert into staged_number (source_id, municipality_code, directory_key, person_id, known, position, kind, e164, extension, original)
  select $1, $2, w.* from unnest($23::text[], $24::uuid[], $25::boolean[], $26::integer[], $27::text[], $28::text[], $29::text[], $30::text[]) as w(directory_key, person_id, known, position, kind, e164, extension, original);

-- DirectoryStore.carryOut
START TRANSACTION;
update unit set dn_digest = null
    from json_to_recordset($2) as w(key text, dn text)
   where unit.source_id = $1 and unit.dn_digest = w.dn and unit.directory_key <> w.key;
insert into unit (id, municipality_code, source_id, directory_key, name, folded_name, dn_digest, line)
  select w.id, $2, $1, w.key, w.name, w.folded, w.dn, '[]'
    from json_to_recordset($3) as w(id uuid, key text, name text, folded text, dn text)
    left join unit u on u.source_id = $1 and u.directory_key = w.key
   where (u.name, u.folded_name, u.dn_digest) is distinct from (w.name, w.folded, w.dn)
  on conflict on constraint unit_source_key do update
     set name = excluded.name, folded_name = excluded.folded_name, dn_digest = excluded.dn_digest;
update unit set parent_id = parent.id
    from json_to_recordset($2) as w(key text, parent text)
    left join unit parent on parent.source_id = $1 and parent.dn_digest = w.parent
   where unit.source_id = $1 and unit.directory_key = w.key
     and unit.parent_id is distinct from parent.id;
set local enable_nestloop = off;
delete from staged_number where source_id = $1 and directory_key = any($2);
delete from staged_person where source_id = $1 and directory_key = any($2);
update person p set directory_key = pair.new_key
    from unnest($2::text[], $3::text[]) as pair(old_key, new_key)
   where p.source_id = $1 and p.directory_key = pair.old_key;
update staged_person set known = true where source_id = $1 and directory_key = any($2);
update staged_number set known = true where source_id = $1 and directory_key = any($2);
with raised as (
  update person_local l set protection_level = s.level, version = l.version + 1, level_run_id = null
    from staged_person s
    join person p on p.source_id = $1 and p.directory_key = s.directory_key
   where s.source_id = $1 and s.directory_key = any($2) and l.person_id = p.id
     and array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], s.level)
       > array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], l.protection_level)
  returning l.person_id as id, l.municipality_code, array['protectionLevel'] as fields)
  
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $3::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_RAISE', 'SYNC', c.id, null, c.fields, null
    from raised c;
update staged_person s set person_id = p.id
    from person p
   where s.source_id = $1 and s.known and p.source_id = $1 and p.directory_key = s.directory_key;
update staged_number n set person_id = p.id
    from person p
   where n.source_id = $1 and n.known and p.source_id = $1 and p.directory_key = n.directory_key;
select count(*)::int as moved
    from staged_person s
    join person p on p.id = s.person_id
    join person_local l on l.person_id = p.id
   where s.source_id = $1 and s.known and p.dn_digest <> s.dn_digest and l.protection_level <> 'PROTECTED';
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $2::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_UPDATE', 'SYNC', c.id, null, c.fields, null
    from (
    select p.id, p.municipality_code, array_remove(array[
        case when p.display_name is distinct from s.display_name then 'displayName' end,
        case when p.given_name is distinct from s.given_name then 'givenName' end,
        case when p.family_name is distinct from s.family_name then 'familyName' end,
        case when p.title is distinct from s.title then 'title' end,
        case when p.email is distinct from s.email then 'email' end,
        case when p.employee_id is distinct from s.employee_id then 'employeeId' end,
        case when p.kind is distinct from s.kind then 'kind' end,
        case when p.account_state is distinct from s.account_state then 'accountState' end,
        case when p.unit_id is distinct from u.id then 'unit' end,
        case when before.numbers is distinct from after.numbers then 'numbers' end], null) as fields
      from staged_person s
      join person p on p.id = s.person_id
      left join unit u on u.source_id = $1 and u.dn_digest = s.unit_digest
      left join (
        select n.person_id, array_agg(row(n.kind, n.e164, n.extension, n.original)::text order by n.position) as numbers
          from directory_number n join staged_person k on k.person_id = n.person_id
         where k.source_id = $1 and k.known group by n.person_id) before on before.person_id = p.id
      left join (
        select n.person_id, array_agg(row(n.kind, n.e164, n.extension, n.original)::text order by n.position) as numbers
          from staged_number n where n.source_id = $1 and n.known group by n.person_id) after on after.person_id = p.id
     where s.source_id = $1 and s.known) c where c.fields <> '{}';
update person p
     set source_hash = s.source_hash, display_name = s.display_name, given_name = s.given_name,
         family_name = s.family_name, title = s.title, email = s.email, employee_id = s.employee_id,
         kind = s.kind, account_state = s.account_state, unit_id = u.id, sort_key = s.sort_key,
         search_words = s.search_words, list_key = s.list_key, filled = s.filled, dn_digest = s.dn_digest,
         manager_digest = s.manager_digest
    from staged_person s
    left join unit u on u.source_id = $1 and u.dn_digest = s.unit_digest
   where s.source_id = $1 and s.known and p.id = s.person_id;
delete from directory_number n using staged_person s
   where s.source_id = $1 and s.known and n.person_id = s.person_id;
insert into person (id, municipality_code, source_id, directory_key, source_hash, display_name,
      given_name, family_name, title, email, employee_id, kind, account_state, unit_id, sort_key,
      search_words, list_key, employment, filled, dn_digest, manager_digest)
  select s.person_id, s.municipality_code, s.source_id, s.directory_key, s.source_hash, s.display_name,
      s.given_name, s.family_name, s.title, s.email, s.employee_id, s.kind, s.account_state, u.id, s.sort_key,
      s.search_words, s.list_key, 'ACTIVE', s.filled, s.dn_digest, s.manager_digest
    from staged_person s
    left join unit u on u.source_id = $1 and u.dn_digest = s.unit_digest
   where s.source_id = $1 and not s.known;
insert into person_local (person_id, municipality_code, protection_level, version)
  select s.person_id, s.municipality_code, s.level, 1
    from staged_person s where s.source_id = $1 and not s.known order by s.person_id;
insert into directory_number (person_id, municipality_code, position, kind, e164, extension, original)
  select n.person_id, n.municipality_code, n.position, n.kind, n.e164, n.extension, n.original
    from staged_number n where n.source_id = $1 order by n.person_id, n.position;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $2::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_CREATE', 'SYNC', c.id, null, c.fields, null
    from (
    select s.person_id as id, s.municipality_code, '{}'::text[] as fields
      from staged_person s where s.source_id = $1 and not s.known order by s.person_id) c;
with changed as (
       update person set missing_since = null, left_at = null, employment = 'ACTIVE'
        where source_id = $1 and directory_key = any($2) and (missing_since is not null or left_at is not null)
       returning id, municipality_code, '{}'::text[] as fields)
     
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $3::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_RETURN', 'SYNC', c.id, null, c.fields, null
    from changed c;
with changed as (
       update person set missing_since = null
        where source_id = $1 and directory_key = any($2) and employment = 'ACTIVE' and missing_since is not null
       returning id, municipality_code, '{}'::text[] as fields)
     
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $3::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_RETURN', 'SYNC', c.id, null, c.fields, null
    from changed c;
update person set employment = 'GONE'
      where source_id = $1 and employment = 'LEFT' and left_at <= $2;
with gone as (
       update person set employment = 'LEFT', left_at = $3
        where source_id = $1 and employment = 'ACTIVE' and missing_since <= $2
       returning id, municipality_code, array['leftAt'] as fields
      ), told as (
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $3::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_UPDATE', 'SYNC', c.id, null, c.fields, null
    from gone c)
      select array_agg(gone.id) as ids,
         count(*) filter (where l.protection_level <> 'PROTECTED')::int as left
       from gone join person_local l on l.person_id = gone.id;
select p.id from person p
       join municipality_settings s on s.municipality_code = p.municipality_code
      where p.source_id = $1 and p.employment in ('LEFT', 'GONE')
        and p.left_at <= $2::timestamptz - make_interval(hours => 24 * s.leavers_after_days);
with changed as (
       update person set missing_since = $3 where source_id = $1 and directory_key = any($2)
       returning id, municipality_code, '{}'::text[] as fields)
     
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $3::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_MISSING', 'SYNC', c.id, null, c.fields, null
    from changed c;
update directory_source set lane_server = $2, lane_position = $3, last_complete_at = $4,
           configuration = $5, mapping = $6, marks = $7 where id = $1;
with found as (
    select p.id, min(m.id::text)::uuid as manager_id
      from person p
      left join person m on m.source_id = $1 and m.dn_digest = p.manager_digest and m.id <> p.id
        and m.employment = 'ACTIVE'
     where p.source_id = $1 and (p.manager_digest is not null or p.manager_id is not null)
     group by p.id
  ), changed as (
    update person p set manager_id = found.manager_id
      from found where p.id = found.id and p.manager_id is distinct from found.manager_id
    returning p.id, p.municipality_code, array['manager'] as fields
  )
  
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $2::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_UPDATE', 'SYNC', c.id, null, c.fields, null
    from changed c
   where not exists (
     select 1 from staged_person s where s.source_id = $1 and not s.known and s.person_id = c.id);
delete from sync_loss where source_id = $1 and kind || ':' || directory_key = any($2);
insert into sync_loss (id, municipality_code, source_id, directory_key, kind, lost_at)
       select l.id, $2, $1, l.key, l.kind, $4
         from json_to_recordset($3) as l(id uuid, key text, kind text)
       on conflict on constraint sync_loss_entry_key do update set lost_at = excluded.lost_at;
COMMIT;

-- DirectoryStore.carryOut of what changed only
START TRANSACTION;
update unit set dn_digest = null
    from json_to_recordset($2) as w(key text, dn text)
   where unit.source_id = $1 and unit.dn_digest = w.dn and unit.directory_key <> w.key;
insert into unit (id, municipality_code, source_id, directory_key, name, folded_name, dn_digest, line)
  select w.id, $2, $1, w.key, w.name, w.folded, w.dn, '[]'
    from json_to_recordset($3) as w(id uuid, key text, name text, folded text, dn text)
    left join unit u on u.source_id = $1 and u.directory_key = w.key
   where (u.name, u.folded_name, u.dn_digest) is distinct from (w.name, w.folded, w.dn)
  on conflict on constraint unit_source_key do update
     set name = excluded.name, folded_name = excluded.folded_name, dn_digest = excluded.dn_digest;
update unit set parent_id = parent.id
    from json_to_recordset($2) as w(key text, parent text)
    left join unit parent on parent.source_id = $1 and parent.dn_digest = w.parent
   where unit.source_id = $1 and unit.directory_key = w.key
     and unit.parent_id is distinct from parent.id;
set local enable_nestloop = off;
delete from staged_number where source_id = $1 and directory_key = any($2);
delete from staged_person where source_id = $1 and directory_key = any($2);
update person p set directory_key = pair.new_key
    from unnest($2::text[], $3::text[]) as pair(old_key, new_key)
   where p.source_id = $1 and p.directory_key = pair.old_key;
update staged_person set known = true where source_id = $1 and directory_key = any($2);
update staged_number set known = true where source_id = $1 and directory_key = any($2);
with raised as (
  update person_local l set protection_level = s.level, version = l.version + 1, level_run_id = null
    from staged_person s
    join person p on p.source_id = $1 and p.directory_key = s.directory_key
   where s.source_id = $1 and s.directory_key = any($2) and l.person_id = p.id
     and array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], s.level)
       > array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], l.protection_level)
  returning l.person_id as id, l.municipality_code, array['protectionLevel'] as fields)
  
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $3::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_RAISE', 'SYNC', c.id, null, c.fields, null
    from raised c;
update staged_person s set person_id = p.id
    from person p
   where s.source_id = $1 and s.known and p.source_id = $1 and p.directory_key = s.directory_key;
update staged_number n set person_id = p.id
    from person p
   where n.source_id = $1 and n.known and p.source_id = $1 and p.directory_key = n.directory_key;
select count(*)::int as moved
    from staged_person s
    join person p on p.id = s.person_id
    join person_local l on l.person_id = p.id
   where s.source_id = $1 and s.known and p.dn_digest <> s.dn_digest and l.protection_level <> 'PROTECTED';
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $2::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_UPDATE', 'SYNC', c.id, null, c.fields, null
    from (
    select p.id, p.municipality_code, array_remove(array[
        case when p.display_name is distinct from s.display_name then 'displayName' end,
        case when p.given_name is distinct from s.given_name then 'givenName' end,
        case when p.family_name is distinct from s.family_name then 'familyName' end,
        case when p.title is distinct from s.title then 'title' end,
        case when p.email is distinct from s.email then 'email' end,
        case when p.employee_id is distinct from s.employee_id then 'employeeId' end,
        case when p.kind is distinct from s.kind then 'kind' end,
        case when p.account_state is distinct from s.account_state then 'accountState' end,
        case when p.unit_id is distinct from u.id then 'unit' end,
        case when before.numbers is distinct from after.numbers then 'numbers' end], null) as fields
      from staged_person s
      join person p on p.id = s.person_id
      left join unit u on u.source_id = $1 and u.dn_digest = s.unit_digest
      left join (
        select n.person_id, array_agg(row(n.kind, n.e164, n.extension, n.original)::text order by n.position) as numbers
          from directory_number n join staged_person k on k.person_id = n.person_id
         where k.source_id = $1 and k.known group by n.person_id) before on before.person_id = p.id
      left join (
        select n.person_id, array_agg(row(n.kind, n.e164, n.extension, n.original)::text order by n.position) as numbers
          from staged_number n where n.source_id = $1 and n.known group by n.person_id) after on after.person_id = p.id
     where s.source_id = $1 and s.known) c where c.fields <> '{}';
update person p
     set source_hash = s.source_hash, display_name = s.display_name, given_name = s.given_name,
         family_name = s.family_name, title = s.title, email = s.email, employee_id = s.employee_id,
         kind = s.kind, account_state = s.account_state, unit_id = u.id, sort_key = s.sort_key,
         search_words = s.search_words, list_key = s.list_key, filled = s.filled, dn_digest = s.dn_digest,
         manager_digest = s.manager_digest
    from staged_person s
    left join unit u on u.source_id = $1 and u.dn_digest = s.unit_digest
   where s.source_id = $1 and s.known and p.id = s.person_id;
delete from directory_number n using staged_person s
   where s.source_id = $1 and s.known and n.person_id = s.person_id;
insert into person (id, municipality_code, source_id, directory_key, source_hash, display_name,
      given_name, family_name, title, email, employee_id, kind, account_state, unit_id, sort_key,
      search_words, list_key, employment, filled, dn_digest, manager_digest)
  select s.person_id, s.municipality_code, s.source_id, s.directory_key, s.source_hash, s.display_name,
      s.given_name, s.family_name, s.title, s.email, s.employee_id, s.kind, s.account_state, u.id, s.sort_key,
      s.search_words, s.list_key, 'ACTIVE', s.filled, s.dn_digest, s.manager_digest
    from staged_person s
    left join unit u on u.source_id = $1 and u.dn_digest = s.unit_digest
   where s.source_id = $1 and not s.known;
insert into person_local (person_id, municipality_code, protection_level, version)
  select s.person_id, s.municipality_code, s.level, 1
    from staged_person s where s.source_id = $1 and not s.known order by s.person_id;
insert into directory_number (person_id, municipality_code, position, kind, e164, extension, original)
  select n.person_id, n.municipality_code, n.position, n.kind, n.e164, n.extension, n.original
    from staged_number n where n.source_id = $1 order by n.person_id, n.position;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $2::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_CREATE', 'SYNC', c.id, null, c.fields, null
    from (
    select s.person_id as id, s.municipality_code, '{}'::text[] as fields
      from staged_person s where s.source_id = $1 and not s.known order by s.person_id) c;
with changed as (
       update person set missing_since = null, left_at = null, employment = 'ACTIVE'
        where source_id = $1 and directory_key = any($2) and (missing_since is not null or left_at is not null)
       returning id, municipality_code, '{}'::text[] as fields)
     
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $3::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_RETURN', 'SYNC', c.id, null, c.fields, null
    from changed c;
with changed as (
       update person set missing_since = null
        where source_id = $1 and directory_key = any($2) and employment = 'ACTIVE' and missing_since is not null
       returning id, municipality_code, '{}'::text[] as fields)
     
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $3::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_RETURN', 'SYNC', c.id, null, c.fields, null
    from changed c;
update directory_source set lane_server = $2, lane_position = $3 where id = $1;
with found as (
    select p.id, min(m.id::text)::uuid as manager_id
      from person p
      left join person m on m.source_id = $1 and m.dn_digest = p.manager_digest and m.id <> p.id
        and m.employment = 'ACTIVE'
     where p.source_id = $1 and (p.manager_digest is not null or p.manager_id is not null)
     group by p.id
  ), changed as (
    update person p set manager_id = found.manager_id
      from found where p.id = found.id and p.manager_id is distinct from found.manager_id
    returning p.id, p.municipality_code, array['manager'] as fields
  )
  
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $2::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_UPDATE', 'SYNC', c.id, null, c.fields, null
    from changed c
   where not exists (
     select 1 from staged_person s where s.source_id = $1 and not s.known and s.person_id = c.id);
delete from sync_loss where source_id = $1 and kind || ':' || directory_key = any($2);
insert into sync_loss (id, municipality_code, source_id, directory_key, kind, lost_at)
       select l.id, $2, $1, l.key, l.kind, $4
         from json_to_recordset($3) as l(id uuid, key text, kind text)
       on conflict on constraint sync_loss_entry_key do update set lost_at = excluded.lost_at;
COMMIT;

-- clearStage
delete from staged_number where source_id = $1;
delete from staged_person where source_id = $1;

-- lock
select pg_try_advisory_lock($1, hashtext($2)) as locked;

-- unlock
select pg_advisory_unlock($1, hashtext($2));

-- SourceStateStore.of
SELECT "DirectorySourceRow"."id" AS "DirectorySourceRow_id", "DirectorySourceRow"."municipality_code" AS "DirectorySourceRow_municipality_code", "DirectorySourceRow"."last_complete_at" AS "DirectorySourceRow_last_complete_at", "DirectorySourceRow"."configuration" AS "DirectorySourceRow_configuration", "DirectorySourceRow"."mapping" AS "DirectorySourceRow_mapping", "DirectorySourceRow"."marks" AS "DirectorySourceRow_marks", "DirectorySourceRow"."lane_server" AS "DirectorySourceRow_lane_server", "DirectorySourceRow"."lane_position" AS "DirectorySourceRow_lane_position", "DirectorySourceRow"."refused_binds" AS "DirectorySourceRow_refused_binds", "DirectorySourceRow"."refused_credentials" AS "DirectorySourceRow_refused_credentials" FROM "directory_source" "DirectorySourceRow" WHERE (("DirectorySourceRow"."id" = $1)) LIMIT 1;

-- SourceStateStore.bindRefused
update directory_source set refused_credentials = $2,
           refused_binds = case when refused_credentials = $2 then refused_binds + 1 else 1 end
        where id = $1;

-- SourceStateStore.bindAccepted
update directory_source set refused_binds = 0, refused_credentials = null
        where id = $1 and refused_binds > 0;

-- SourceStateStore.forgetLane
UPDATE "directory_source" SET "lane_server" = $1, "lane_position" = $2 WHERE "id" = $3;

-- HeldPlansStore.recentLosses
SELECT "SyncLossRow"."kind" AS "SyncLossRow_kind", "SyncLossRow"."directory_key" AS "SyncLossRow_directory_key", "SyncLossRow"."id" AS "SyncLossRow_id" FROM "sync_loss" "SyncLossRow" WHERE (("SyncLossRow"."source_id" = $1) AND ("SyncLossRow"."lost_at" > $2));

-- HeldPlansStore.approvedSets
SELECT "HeldPlanRow"."id" AS "HeldPlanRow_id", "HeldPlanRow"."municipality_code" AS "HeldPlanRow_municipality_code", "HeldPlanRow"."source_id" AS "HeldPlanRow_source_id", "HeldPlanRow"."hash" AS "HeldPlanRow_hash", "HeldPlanRow"."rules" AS "HeldPlanRow_rules", "HeldPlanRow"."held" AS "HeldPlanRow_held", "HeldPlanRow"."held_at" AS "HeldPlanRow_held_at", "HeldPlanRow"."decision" AS "HeldPlanRow_decision", "HeldPlanRow"."decided_at" AS "HeldPlanRow_decided_at", "HeldPlanRow"."decided_by" AS "HeldPlanRow_decided_by" FROM "held_plan" "HeldPlanRow" WHERE (("HeldPlanRow"."source_id" = $1) AND ("HeldPlanRow"."decision" = $2) AND ("HeldPlanRow"."decided_at" > $3));

-- HeldPlansStore.rejectedRelinks
SELECT "HeldPlanRow"."id" AS "HeldPlanRow_id", "HeldPlanRow"."municipality_code" AS "HeldPlanRow_municipality_code", "HeldPlanRow"."source_id" AS "HeldPlanRow_source_id", "HeldPlanRow"."hash" AS "HeldPlanRow_hash", "HeldPlanRow"."rules" AS "HeldPlanRow_rules", "HeldPlanRow"."held" AS "HeldPlanRow_held", "HeldPlanRow"."held_at" AS "HeldPlanRow_held_at", "HeldPlanRow"."decision" AS "HeldPlanRow_decision", "HeldPlanRow"."decided_at" AS "HeldPlanRow_decided_at", "HeldPlanRow"."decided_by" AS "HeldPlanRow_decided_by" FROM "held_plan" "HeldPlanRow" WHERE (("HeldPlanRow"."source_id" = $1) AND ("HeldPlanRow"."decision" = $2) AND ("HeldPlanRow"."decided_at" > $3));

-- HeldPlansStore.hold
insert into held_plan (id, municipality_code, source_id, hash, rules, held, held_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint held_plan_hash_key do update set
           held_at = excluded.held_at, decision = null, decided_at = null, decided_by = null
        where held_plan.decided_at <= $8;

-- HeldPlansStore.waiting
SELECT "HeldPlanRow"."id" AS "HeldPlanRow_id", "HeldPlanRow"."municipality_code" AS "HeldPlanRow_municipality_code", "HeldPlanRow"."source_id" AS "HeldPlanRow_source_id", "HeldPlanRow"."hash" AS "HeldPlanRow_hash", "HeldPlanRow"."rules" AS "HeldPlanRow_rules", "HeldPlanRow"."held" AS "HeldPlanRow_held", "HeldPlanRow"."held_at" AS "HeldPlanRow_held_at", "HeldPlanRow"."decision" AS "HeldPlanRow_decision", "HeldPlanRow"."decided_at" AS "HeldPlanRow_decided_at", "HeldPlanRow"."decided_by" AS "HeldPlanRow_decided_by" FROM "held_plan" "HeldPlanRow" WHERE (("HeldPlanRow"."decision" IS NULL)) ORDER BY "HeldPlanRow"."held_at" DESC, "HeldPlanRow"."hash" ASC;

-- HeldPlansStore.decide
START TRANSACTION;
SELECT "HeldPlanRow"."id" AS "HeldPlanRow_id", "HeldPlanRow"."municipality_code" AS "HeldPlanRow_municipality_code", "HeldPlanRow"."source_id" AS "HeldPlanRow_source_id", "HeldPlanRow"."hash" AS "HeldPlanRow_hash", "HeldPlanRow"."rules" AS "HeldPlanRow_rules", "HeldPlanRow"."held" AS "HeldPlanRow_held", "HeldPlanRow"."held_at" AS "HeldPlanRow_held_at", "HeldPlanRow"."decision" AS "HeldPlanRow_decision", "HeldPlanRow"."decided_at" AS "HeldPlanRow_decided_at", "HeldPlanRow"."decided_by" AS "HeldPlanRow_decided_by" FROM "held_plan" "HeldPlanRow" WHERE (("HeldPlanRow"."hash" = $1) AND ("HeldPlanRow"."decision" IS NULL)) FOR UPDATE;
UPDATE "held_plan" SET "decision" = $1, "decided_at" = $2, "decided_by" = $3 WHERE ("hash" = $4 AND "decision" IS NULL);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- AbsencesStore.add
START TRANSACTION;
INSERT INTO "absence"("id", "municipality_code", "person_id", "reason", "starts_at", "ends_at", "ends_at_precision", "phone_rings", "note", "substitute_id", "referral_kind", "referral_unit_id", "source", "recurrence", "series_ends_at", "event_key", "version") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- AbsencesStore.addAll
START TRANSACTION;
INSERT INTO "absence"("id", "municipality_code", "person_id", "reason", "starts_at", "ends_at", "ends_at_precision", "phone_rings", "note", "substitute_id", "referral_kind", "referral_unit_id", "source", "recurrence", "series_ends_at", "event_key", "version") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- AbsencesStore.replace
START TRANSACTION;
insert into calendar_return (person_id, event_key, municipality_code, back_at, forget_at)
  select person_id, event_key, municipality_code, $3, ends_at from absence
   where id = $1 and version = $2 and event_key is not null and ends_at is not null
  on conflict on constraint calendar_return_pkey do update
     set back_at = excluded.back_at, forget_at = greatest(calendar_return.forget_at, excluded.forget_at);
UPDATE "absence" SET "reason" = $1, "starts_at" = $2, "ends_at" = $3, "ends_at_precision" = $4, "phone_rings" = $5, "note" = $6, "referral_kind" = $7, "substitute_id" = $8, "referral_unit_id" = $9, "source" = $10, "recurrence" = $11, "series_ends_at" = $12, "event_key" = $13, "version" = $14 WHERE ("id" = $15 AND "version" = $16);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- AbsencesStore.eraseEnded
START TRANSACTION;
with due as (
    select a.id from municipality_settings s
      join absence a on a.municipality_code = s.municipality_code
       and a.ends_at <= $1::timestamptz - make_interval(hours => 24 * s.ended_absences_after_days)
       and (a.recurrence is null
         or a.series_ends_at <= $1::timestamptz - make_interval(hours => 24 * s.ended_absences_after_days))
     order by a.ends_at, a.id
     limit 500
       for update of a skip locked)
  delete from absence where id in (select id from due) returning municipality_code as code;
COMMIT;

-- AbsencesStore.eraseEndedNotes
UPDATE "absence" SET "note" = $1 WHERE ((NOT("note" IS NULL) AND "ends_at" <= $2 AND "recurrence" IS NULL) OR (NOT("note" IS NULL) AND "series_ends_at" <= $3));

-- AbsencesStore.ownerUndisclosed
SELECT "AbsenceRow"."person_id" AS "AbsenceRow_person_id", "AbsenceRow"."id" AS "AbsenceRow_id" FROM "absence" "AbsenceRow" WHERE (("AbsenceRow"."id" = $1)) LIMIT 1;

-- AbsencesStore.remove
START TRANSACTION;
insert into calendar_return (person_id, event_key, municipality_code, back_at, forget_at)
  select person_id, event_key, municipality_code, $3, ends_at from absence
   where id = $1 and version = $2 and event_key is not null and ends_at is not null
  on conflict on constraint calendar_return_pkey do update
     set back_at = excluded.back_at, forget_at = greatest(calendar_return.forget_at, excluded.forget_at);
DELETE FROM "absence" WHERE ("id" = $1 AND "version" = $2);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- CalendarsStore.replace, one more
START TRANSACTION;
select 1 from person_local where person_id = $1 for no key update;
select id, event_key, reason, starts_at, ends_at, ends_at_precision, phone_rings from absence
   where person_id = $1 and event_key is not null and (ends_at > $2 or event_key = any($3));
select event_key, back_at from calendar_return where person_id = $1 and forget_at > $2;
INSERT INTO "absence"("id", "municipality_code", "person_id", "reason", "starts_at", "ends_at", "ends_at_precision", "phone_rings", "note", "substitute_id", "referral_kind", "referral_unit_id", "source", "recurrence", "series_ends_at", "event_key", "version") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, DEFAULT, DEFAULT, DEFAULT, $10, DEFAULT, DEFAULT, $11, $12);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- CalendarsStore.replace, one changed
START TRANSACTION;
select 1 from person_local where person_id = $1 for no key update;
select id, event_key, reason, starts_at, ends_at, ends_at_precision, phone_rings from absence
   where person_id = $1 and event_key is not null and (ends_at > $2 or event_key = any($3));
select event_key, back_at from calendar_return where person_id = $1 and forget_at > $2;
UPDATE "absence" SET "event_key" = $1, "reason" = $2, "starts_at" = $3, "ends_at" = $4, "ends_at_precision" = $5, "phone_rings" = $6, "note" = $7, "source" = $8, "version" = "version" + 1 WHERE "id" = $9;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- CalendarsStore.replace, one less
START TRANSACTION;
select 1 from person_local where person_id = $1 for no key update;
select id, event_key, reason, starts_at, ends_at, ends_at_precision, phone_rings from absence
   where person_id = $1 and event_key is not null and (ends_at > $2 or event_key = any($3));
select event_key, back_at from calendar_return where person_id = $1 and forget_at > $2;
delete from absence where id = any($1);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- CalendarsStore.forgetReturns
DELETE FROM "calendar_return" WHERE "forget_at" <= $1;

-- ForwardingsStore.set
START TRANSACTION;
insert into forwarding (id, municipality_code, person_id, condition, origin, layer,
           no_answer_seconds, target_kind, target_number, target_person_id, active, valid_until,
           source, observed_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)
       on conflict on constraint forwarding_slot_key do update set
           no_answer_seconds = excluded.no_answer_seconds, target_kind = excluded.target_kind,
           target_number = excluded.target_number, target_person_id = excluded.target_person_id,
           active = excluded.active, valid_until = excluded.valid_until, source = excluded.source,
           observed_at = excluded.observed_at, line = null,
           id = case when forwarding.id = $15 then excluded.id else forwarding.id end,
           version = case when forwarding.id = $15 then 1 else forwarding.version + 1 end
       returning id;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- ForwardingsStore.switchOff
START TRANSACTION;
update forwarding set active = false, source = 'PHONE_SYSTEM', observed_at = null, line = null,
      version = version + 1
   where id = any($1) and active;
COMMIT;

-- ForwardingsStore.ownerUndisclosed
select f.person_id as "personId" from forwarding f
    left join person p on p.id = f.target_person_id
    left join person_local l on l.person_id = p.id
   where f.id = $1 and (f.target_person_id is null or ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($2) or p.employment = 'ACTIVE' and p.id = any($3::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')));

-- ForwardingsStore.remove
START TRANSACTION;
DELETE FROM "forwarding" WHERE ("id" = $1 AND "version" = $2);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- LocalFactsStore.changeNumbers
START TRANSACTION;
SELECT "PersonLocalRow"."person_id" AS "PersonLocalRow_person_id", "PersonLocalRow"."municipality_code" AS "PersonLocalRow_municipality_code", "PersonLocalRow"."protection_level" AS "PersonLocalRow_protection_level", "PersonLocalRow"."level_run_id" AS "PersonLocalRow_level_run_id", "PersonLocalRow"."mobile_audience" AS "PersonLocalRow_mobile_audience", "PersonLocalRow"."responsible_id" AS "PersonLocalRow_responsible_id", "PersonLocalRow"."version" AS "PersonLocalRow_version" FROM "person_local" "PersonLocalRow" WHERE (("PersonLocalRow"."person_id" = $1) AND ("PersonLocalRow"."version" = $2)) LIMIT 1 FOR UPDATE;
COMMIT;

-- LevelRisesStore.raise
with marked as (
    select m.key, max(array_position($3::text[], m.level)) as rank
      from jsonb_to_recordset($4) as m(key text, level text) group by m.key
  ), due as (
    select l.person_id, l.municipality_code, l.protection_level as level_before,
        l.level_run_id as run_before, ($3::text[])[marked.rank] as level_after
      from marked
      join person p on p.source_id = $1 and p.directory_key = marked.key
      join person_local l on l.person_id = p.id
     where marked.rank > array_position($3::text[], l.protection_level)
     order by l.person_id for update of l
  ), raised as (
    update person_local l
       set protection_level = due.level_after, level_run_id = $2, version = l.version + 1
      from due where l.person_id = due.person_id
    returning l.person_id as id, l.municipality_code, array['protectionLevel'] as fields
  ), told as (
  insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), $5::timestamptz, c.municipality_code, 'sync:' || $1::text, '', null,
      'SYNC_RAISE', 'SYNC', c.id, null, c.fields, null
    from raised c
  ), kept as (
    insert into level_rise as known (id, municipality_code, run_id, person_id, level_before,
        level_after, level_run_before, raised_at)
    select gen_random_uuid(), due.municipality_code, $2, due.person_id, due.level_before,
        due.level_after, due.run_before, $5
      from due join raised on raised.id = due.person_id
    on conflict on constraint level_rise_entry_key do update set
        level_after = excluded.level_after,
        level_before = case when excluded.level_run_before = known.run_id
          then known.level_before else excluded.level_before end,
        level_run_before = case when excluded.level_run_before = known.run_id
          then known.level_run_before else excluded.level_run_before end
    returning 1
  )
  select count(*)::int as count from kept;

-- LevelRisesStore.runs
select run.id, run.source_id as source, min(r.raised_at) as "raisedAt", count(*)::int as people,
      count(*) filter (where r.level_after = 'RESTRICTED')::int as "toRestricted",
      count(*) filter (where r.level_after = 'PROTECTED')::int as "toProtected",
      count(*) filter (where l.level_run_id = r.run_id and l.protection_level = r.level_after and p.employment = 'ACTIVE')::int as standing,
      (select u.requested_by from rise_undo u
        where u.run_id = run.id and u.confirmed_at is null and u.requested_at > $3
        order by u.requested_at desc limit 1) as "requestedBy",
      exists (select 1 from rise_undo u where u.run_id = run.id and u.confirmed_at is not null) as undone
    from sync_run run
    join level_rise r on r.run_id = run.id
    join person p on p.id = r.person_id
    join person_local l on l.person_id = r.person_id
   where run.municipality_code = $1 and run.started_at > $2
   group by run.id
   order by min(r.raised_at) desc, run.id limit $4;

-- RiseUndosStore.undo, asked for
START TRANSACTION;
select run.id from sync_run run
   where run.id = $1 and run.municipality_code = $2 and run.started_at > $3
     and exists (select 1 from level_rise r where r.run_id = run.id)
     for no key update;
SELECT "RiseUndoRow"."id" AS "RiseUndoRow_id", "RiseUndoRow"."run_id" AS "RiseUndoRow_run_id", "RiseUndoRow"."municipality_code" AS "RiseUndoRow_municipality_code", "RiseUndoRow"."requested_by" AS "RiseUndoRow_requested_by", "RiseUndoRow"."requested_at" AS "RiseUndoRow_requested_at", "RiseUndoRow"."confirmed_by" AS "RiseUndoRow_confirmed_by", "RiseUndoRow"."confirmed_at" AS "RiseUndoRow_confirmed_at" FROM "rise_undo" "RiseUndoRow" WHERE (("RiseUndoRow"."run_id" = $1) AND ("RiseUndoRow"."confirmed_at" IS NULL) AND ("RiseUndoRow"."requested_at" > $2)) ORDER BY "RiseUndoRow"."requested_at" DESC LIMIT 1;
select count(*) filter (where l.level_run_id = r.run_id and l.protection_level = r.level_after and p.employment = 'ACTIVE')::int as standing,
      count(*) filter (where array_position($2::text[], l.protection_level)
        > array_position($2::text[], r.level_before))::int as higher
    from level_rise r
    join person p on p.id = r.person_id
    join person_local l on l.person_id = r.person_id
   where r.run_id = $1;
INSERT INTO "rise_undo"("id", "run_id", "municipality_code", "requested_by", "requested_at", "confirmed_by", "confirmed_at") VALUES ($1, $2, $3, $4, $5, $6, $7);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- RiseUndosStore.undo, confirmed
START TRANSACTION;
select run.id from sync_run run
   where run.id = $1 and run.municipality_code = $2 and run.started_at > $3
     and exists (select 1 from level_rise r where r.run_id = run.id)
     for no key update;
SELECT "RiseUndoRow"."id" AS "RiseUndoRow_id", "RiseUndoRow"."run_id" AS "RiseUndoRow_run_id", "RiseUndoRow"."municipality_code" AS "RiseUndoRow_municipality_code", "RiseUndoRow"."requested_by" AS "RiseUndoRow_requested_by", "RiseUndoRow"."requested_at" AS "RiseUndoRow_requested_at", "RiseUndoRow"."confirmed_by" AS "RiseUndoRow_confirmed_by", "RiseUndoRow"."confirmed_at" AS "RiseUndoRow_confirmed_at" FROM "rise_undo" "RiseUndoRow" WHERE (("RiseUndoRow"."run_id" = $1) AND ("RiseUndoRow"."confirmed_at" IS NULL) AND ("RiseUndoRow"."requested_at" > $2)) ORDER BY "RiseUndoRow"."requested_at" DESC LIMIT 1;
UPDATE "rise_undo" SET "confirmed_by" = $1, "confirmed_at" = $2 WHERE "id" = $3;
with due as (
    select l.person_id, r.level_before, r.level_run_before
      from level_rise r
      join person p on p.id = r.person_id
      join person_local l on l.person_id = r.person_id
     where r.run_id = $1 and l.level_run_id = r.run_id and l.protection_level = r.level_after and p.employment = 'ACTIVE'
     order by l.person_id for update of l
  )
  update person_local l
     set protection_level = due.level_before, level_run_id = due.level_run_before,
         version = l.version + 1
    from due where l.person_id = due.person_id
  returning l.person_id as "personId";
delete from named_viewer where person_id = any($1);
update person set alias_of = null, employment = 'ERASED', left_at = $2
   where alias_of = any($1) returning id;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
select count(*) filter (where l.level_run_id = r.run_id and l.protection_level = r.level_after and p.employment = 'ACTIVE')::int as standing,
      count(*) filter (where array_position($2::text[], l.protection_level)
        > array_position($2::text[], r.level_before))::int as higher
    from level_rise r
    join person p on p.id = r.person_id
    join person_local l on l.person_id = r.person_id
   where r.run_id = $1;
COMMIT;

-- LocalFactsStore.raiseLevel
START TRANSACTION;
UPDATE "person_local" SET "protection_level" = $1, "level_run_id" = $2, "version" = $3 WHERE ("person_id" = $4 AND "version" = $5);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- PresentationsStore.set, an alias
START TRANSACTION;
select 1 from person_local l join person p on p.id = l.person_id
   where l.person_id = $1 and l.protection_level = 'PROTECTED' and p.employment = 'ACTIVE'
     for no key update of l, p;
update person set alias_of = null, employment = 'ERASED', left_at = $2
   where alias_of = any($1) returning id;
INSERT INTO "person"("id", "municipality_code", "source_id", "directory_key", "source_hash", "display_name", "given_name", "family_name", "title", "email", "employee_id", "kind", "account_state", "unit_id", "sort_key", "search_words", "list_key", "missing_since", "left_at", "employment", "filled", "dn_digest", "manager_digest", "manager_id", "alias_of") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25);
INSERT INTO "person_local"("person_id", "municipality_code", "protection_level", "level_run_id", "mobile_audience", "responsible_id", "version") VALUES ($1, $2, $3, $4, $5, $6, $7);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- PresentationsStore.set, another one
START TRANSACTION;
select 1 from person_local l join person p on p.id = l.person_id
   where l.person_id = $1 and l.protection_level = 'PROTECTED' and p.employment = 'ACTIVE'
     for no key update of l, p;
update person set alias_of = null, employment = 'ERASED', left_at = $2
   where alias_of = any($1) returning id;
delete from directory_number where person_id = any($1);
delete from added_number where person_id = any($1);
delete from absence where person_id = any($1);
update absence set substitute_id = null, referral_kind = null where substitute_id = any($1);
delete from calendar_return where person_id = any($1);
delete from forwarding where person_id = any($1) or target_person_id = any($1);
delete from finding where about = any($1);
delete from presence_session where person_id = any($1);
delete from level_rise where person_id = any($1);
delete from level_lowering where person_id = any($1);
delete from role_grant where person_id = any($1);
delete from unit_duty where person_id = any($1);
delete from answer_group_member where person_id = any($1);
update unit_contact set fault_entry_id = null where fault_entry_id = any($1);
delete from stand_in where person_id = any($1) or stand_in_id = any($1);
delete from best_reached where person_id = any($1);
delete from person_subject_word where person_id = any($1);
delete from number_greeting where person_id = any($1);
update person_local set responsible_id = null
    where responsible_id = any($1) or (person_id = any($1) and responsible_id is not null);
delete from named_viewer where person_id = any($1) or viewer_id = any($1);
update person set manager_id = null where manager_id = any($1);
update person set employment = 'ERASED', directory_key = 'erased:' || id, source_hash = '', display_name = '',
       given_name = null, family_name = null, title = null, email = null, employee_id = null, unit_id = null,
       sort_key = '', search_words = '', list_key = '', filled = '', dn_digest = null, manager_digest = null, manager_id = null
    where id = any($1);
delete from search_term t where $1::uuid[] is not null
     and not exists (select from search_word w where w.folded = t.folded);
INSERT INTO "person"("id", "municipality_code", "source_id", "directory_key", "source_hash", "display_name", "given_name", "family_name", "title", "email", "employee_id", "kind", "account_state", "unit_id", "sort_key", "search_words", "list_key", "missing_since", "left_at", "employment", "filled", "dn_digest", "manager_digest", "manager_id", "alias_of") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25);
INSERT INTO "person_local"("person_id", "municipality_code", "protection_level", "level_run_id", "mobile_audience", "responsible_id", "version") VALUES ($1, $2, $3, $4, $5, $6, $7);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- PresentationsStore.set, none
START TRANSACTION;
select 1 from person_local l join person p on p.id = l.person_id
   where l.person_id = $1 and l.protection_level = 'PROTECTED' and p.employment = 'ACTIVE'
     for no key update of l, p;
update person set alias_of = null, employment = 'ERASED', left_at = $2
   where alias_of = any($1) returning id;
delete from directory_number where person_id = any($1);
delete from added_number where person_id = any($1);
delete from absence where person_id = any($1);
update absence set substitute_id = null, referral_kind = null where substitute_id = any($1);
delete from calendar_return where person_id = any($1);
delete from forwarding where person_id = any($1) or target_person_id = any($1);
delete from finding where about = any($1);
delete from presence_session where person_id = any($1);
delete from level_rise where person_id = any($1);
delete from level_lowering where person_id = any($1);
delete from role_grant where person_id = any($1);
delete from unit_duty where person_id = any($1);
delete from answer_group_member where person_id = any($1);
update unit_contact set fault_entry_id = null where fault_entry_id = any($1);
delete from stand_in where person_id = any($1) or stand_in_id = any($1);
delete from best_reached where person_id = any($1);
delete from person_subject_word where person_id = any($1);
delete from number_greeting where person_id = any($1);
update person_local set responsible_id = null
    where responsible_id = any($1) or (person_id = any($1) and responsible_id is not null);
delete from named_viewer where person_id = any($1) or viewer_id = any($1);
update person set manager_id = null where manager_id = any($1);
update person set employment = 'ERASED', directory_key = 'erased:' || id, source_hash = '', display_name = '',
       given_name = null, family_name = null, title = null, email = null, employee_id = null, unit_id = null,
       sort_key = '', search_words = '', list_key = '', filled = '', dn_digest = null, manager_digest = null, manager_id = null
    where id = any($1);
delete from search_term t where $1::uuid[] is not null
     and not exists (select from search_word w where w.folded = t.folded);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- NamedViewersStore.add
START TRANSACTION;
select 1 from person_local l join person p on p.id = l.person_id
   where l.person_id = $1 and l.protection_level = 'PROTECTED' and p.employment = 'ACTIVE'
     for no key update of l, p;
SELECT 1 AS "row_exists" FROM (SELECT 1 AS dummy_column) "dummy_table" WHERE EXISTS (SELECT 1 FROM "named_viewer" "NamedViewerRow" WHERE (("NamedViewerRow"."person_id" = $1) AND ("NamedViewerRow"."viewer_id" = $2))) LIMIT 1;
SELECT COUNT(1) AS "cnt" FROM "named_viewer" "NamedViewerRow" WHERE (("NamedViewerRow"."person_id" = $1));
INSERT INTO "named_viewer"("person_id", "viewer_id", "municipality_code", "named_by", "named_at") VALUES ($1, $2, $3, $4, $5);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- NamedViewersStore.remove
START TRANSACTION;
DELETE FROM "named_viewer" WHERE ("person_id" = $1 AND "viewer_id" = $2);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- LoweringsStore.request
START TRANSACTION;
SELECT "PersonLocalRow"."person_id" AS "PersonLocalRow_person_id", "PersonLocalRow"."municipality_code" AS "PersonLocalRow_municipality_code", "PersonLocalRow"."protection_level" AS "PersonLocalRow_protection_level", "PersonLocalRow"."level_run_id" AS "PersonLocalRow_level_run_id", "PersonLocalRow"."mobile_audience" AS "PersonLocalRow_mobile_audience", "PersonLocalRow"."responsible_id" AS "PersonLocalRow_responsible_id", "PersonLocalRow"."version" AS "PersonLocalRow_version" FROM "person_local" "PersonLocalRow" WHERE (("PersonLocalRow"."person_id" = $1) AND ("PersonLocalRow"."version" = $2)) LIMIT 1 FOR UPDATE;
DELETE FROM "level_lowering" WHERE ("person_id" = $1 AND "confirmed_at" IS NULL);
INSERT INTO "level_lowering"("id", "municipality_code", "person_id", "version", "level", "case_reference", "requested_by", "requester_id", "requested_at", "confirmed_by", "confirmed_at") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- LoweringsStore.open
select r.person_id as "personId", r.level, r.case_reference as "caseReference",
      r.requested_by as "requestedBy", r.requester_id as "requesterId", r.requested_at as "requestedAt"
    from level_lowering r
    join person p on p.id = r.person_id and p.employment = 'ACTIVE'
    join person_local l on l.person_id = r.person_id and l.version = r.version
   where r.municipality_code = $1 and r.confirmed_at is null and r.requested_at > $2
   order by r.requested_at desc, r.id limit $3;

-- LoweringsStore.confirm
START TRANSACTION;
SELECT "PersonLocalRow"."person_id" AS "PersonLocalRow_person_id", "PersonLocalRow"."municipality_code" AS "PersonLocalRow_municipality_code", "PersonLocalRow"."protection_level" AS "PersonLocalRow_protection_level", "PersonLocalRow"."level_run_id" AS "PersonLocalRow_level_run_id", "PersonLocalRow"."mobile_audience" AS "PersonLocalRow_mobile_audience", "PersonLocalRow"."responsible_id" AS "PersonLocalRow_responsible_id", "PersonLocalRow"."version" AS "PersonLocalRow_version" FROM "person_local" "PersonLocalRow" WHERE (("PersonLocalRow"."person_id" = $1) AND ("PersonLocalRow"."version" = $2)) LIMIT 1 FOR UPDATE;
SELECT "LevelLoweringRow"."id" AS "LevelLoweringRow_id", "LevelLoweringRow"."municipality_code" AS "LevelLoweringRow_municipality_code", "LevelLoweringRow"."person_id" AS "LevelLoweringRow_person_id", "LevelLoweringRow"."version" AS "LevelLoweringRow_version", "LevelLoweringRow"."level" AS "LevelLoweringRow_level", "LevelLoweringRow"."case_reference" AS "LevelLoweringRow_case_reference", "LevelLoweringRow"."requested_by" AS "LevelLoweringRow_requested_by", "LevelLoweringRow"."requester_id" AS "LevelLoweringRow_requester_id", "LevelLoweringRow"."requested_at" AS "LevelLoweringRow_requested_at", "LevelLoweringRow"."confirmed_by" AS "LevelLoweringRow_confirmed_by", "LevelLoweringRow"."confirmed_at" AS "LevelLoweringRow_confirmed_at" FROM "level_lowering" "LevelLoweringRow" WHERE (("LevelLoweringRow"."person_id" = $1) AND ("LevelLoweringRow"."level" = $2) AND ("LevelLoweringRow"."version" = $3) AND ("LevelLoweringRow"."confirmed_at" IS NULL) AND ("LevelLoweringRow"."requested_at" > $4)) LIMIT 1;
UPDATE "level_lowering" SET "confirmed_by" = $1, "confirmed_at" = $2 WHERE "id" = $3;
UPDATE "person_local" SET "protection_level" = $1, "level_run_id" = $2, "version" = $3 WHERE "person_id" = $4;
delete from named_viewer where person_id = any($1);
update person set alias_of = null, employment = 'ERASED', left_at = $2
   where alias_of = any($1) returning id;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- RevealsStore.undisclosedNumbers
START TRANSACTION;
select 1 from person_local where person_id = $1 and protection_level = 'RESTRICTED' for share;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
select kind, e164, extension from phone_number
   where person_id = $1 order by kind, position, e164, extension;
COMMIT;

-- ContactRequestsStore.add
START TRANSACTION;
INSERT INTO "contact_request"("id", "municipality_code", "name", "return_number", "message", "sent_at", "handled_at") VALUES ($1, $2, $3, $4, $5, $6, $7);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- ContactRequestsStore.page
select r.id, r.municipality_code as municipality, r.name, r.return_number as "returnNumber", r.message,
      r.sent_at as "sentAt", r.handled_at as "handledAt",
      to_char(r.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
    from contact_request r
   where r.municipality_code = $1 and ($2::boolean or r.handled_at is null)
     and ($3::timestamptz is null or (r.sent_at, r.id) < ($3::timestamptz, $4::uuid))
   order by r.sent_at desc, r.id desc
   limit $5;

-- ContactRequestsStore.handle
START TRANSACTION;
UPDATE "contact_request" SET "handled_at" = $1 WHERE ("id" = $2 AND "municipality_code" = $3 AND "handled_at" IS NULL);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- ContactRequestsStore.deleteHandledBy
DELETE FROM "contact_request" WHERE "handled_at" <= $1;

-- RelationsStore.undisclosedOf
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
    from me;

-- GrantsStore.grant
START TRANSACTION;
insert into role_grant (id, municipality_code, person_id, role, granted_by, granted_at)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (person_id, role) where revoked_at is null do nothing
  returning id;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- GrantsStore.standing
select g.person_id as "personId", g.role, g.municipality_code as municipality,
      g.granted_by as "grantedBy", g.granted_at as "grantedAt"
    from role_grant g
    join person p on p.id = g.person_id and p.employment = 'ACTIVE'
    join person_local l on l.person_id = p.id
   where g.revoked_at is null and g.role || ':' || g.municipality_code = any($3)
     and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
   order by g.granted_at, g.id
   limit $4;

-- GrantsStore.revoke
START TRANSACTION;
SELECT "RoleGrantRow"."id" AS "RoleGrantRow_id", "RoleGrantRow"."municipality_code" AS "RoleGrantRow_municipality_code", "RoleGrantRow"."person_id" AS "RoleGrantRow_person_id", "RoleGrantRow"."role" AS "RoleGrantRow_role", "RoleGrantRow"."granted_by" AS "RoleGrantRow_granted_by", "RoleGrantRow"."granted_at" AS "RoleGrantRow_granted_at", "RoleGrantRow"."revoked_by" AS "RoleGrantRow_revoked_by", "RoleGrantRow"."revoked_at" AS "RoleGrantRow_revoked_at" FROM "role_grant" "RoleGrantRow" WHERE (("RoleGrantRow"."person_id" = $1) AND ("RoleGrantRow"."role" = $2) AND ("RoleGrantRow"."revoked_at" IS NULL)) LIMIT 1 FOR UPDATE;
UPDATE "role_grant" SET "revoked_by" = $1, "revoked_at" = $2 WHERE "id" = $3;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- UnitDutiesStore.replace
START TRANSACTION;
select id from unit where id = $1 for update;
select u.id as "unitId",
    (select jsonb_agg(jsonb_build_object('personId', d.person_id, 'duty', d.duty) order by p.sort_key, p.id)
       from unit_duty d
       join person p on p.id = d.person_id
       join person_local l on l.person_id = p.id
      where d.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as duties,
    (select jsonb_agg(g.person_id order by g.position, g.person_id)
       from answer_group_member g
       join person p on p.id = g.person_id
       join person_local l on l.person_id = p.id
      where g.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as "answerGroup",
    (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = u.id) as "openingHours",
    case when p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) then c.fault_entry_id end as "entryId", c.fault_number as number,
    c.fault_instruction as instruction,
    (select jsonb_agg(jsonb_build_object('word', w.word, 'synonyms',
           (select coalesce(jsonb_agg(s.word order by s.synonym), '[]') from unit_subject_word s
             where s.unit_id = w.unit_id and s.subject = w.subject and s.synonym > 0)) order by w.subject)
         from unit_subject_word w where w.unit_id = u.id and w.synonym = 0) as subjects
    from unit u
    left join unit_contact c on c.unit_id = u.id
    left join person p on p.id = c.fault_entry_id
    left join person_local l on l.person_id = p.id
   where u.id = any($3);
delete from unit_duty where unit_id = $1 and duty = $2 and person_id = any($3);
insert into unit_duty (unit_id, duty, municipality_code, person_id)
  select $1, $2, $3, unnest($4::uuid[])
  on conflict on constraint unit_duty_pkey do nothing;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- UnitAnsweringStore.of
select u.id as "unitId",
    (select jsonb_agg(jsonb_build_object('personId', d.person_id, 'duty', d.duty) order by p.sort_key, p.id)
       from unit_duty d
       join person p on p.id = d.person_id
       join person_local l on l.person_id = p.id
      where d.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as duties,
    (select jsonb_agg(g.person_id order by g.position, g.person_id)
       from answer_group_member g
       join person p on p.id = g.person_id
       join person_local l on l.person_id = p.id
      where g.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as "answerGroup",
    (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = u.id) as "openingHours",
    case when p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) then c.fault_entry_id end as "entryId", c.fault_number as number,
    c.fault_instruction as instruction,
    (select jsonb_agg(jsonb_build_object('word', w.word, 'synonyms',
           (select coalesce(jsonb_agg(s.word order by s.synonym), '[]') from unit_subject_word s
             where s.unit_id = w.unit_id and s.subject = w.subject and s.synonym > 0)) order by w.subject)
         from unit_subject_word w where w.unit_id = u.id and w.synonym = 0) as subjects
    from unit u
    left join unit_contact c on c.unit_id = u.id
    left join person p on p.id = c.fault_entry_id
    left join person_local l on l.person_id = p.id
   where u.id = any($3);

-- UnitAnsweringStore.setAnswerGroup
START TRANSACTION;
select id from unit where id = $1 for update;
select u.id as "unitId",
    (select jsonb_agg(jsonb_build_object('personId', d.person_id, 'duty', d.duty) order by p.sort_key, p.id)
       from unit_duty d
       join person p on p.id = d.person_id
       join person_local l on l.person_id = p.id
      where d.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as duties,
    (select jsonb_agg(g.person_id order by g.position, g.person_id)
       from answer_group_member g
       join person p on p.id = g.person_id
       join person_local l on l.person_id = p.id
      where g.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as "answerGroup",
    (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = u.id) as "openingHours",
    case when p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) then c.fault_entry_id end as "entryId", c.fault_number as number,
    c.fault_instruction as instruction,
    (select jsonb_agg(jsonb_build_object('word', w.word, 'synonyms',
           (select coalesce(jsonb_agg(s.word order by s.synonym), '[]') from unit_subject_word s
             where s.unit_id = w.unit_id and s.subject = w.subject and s.synonym > 0)) order by w.subject)
         from unit_subject_word w where w.unit_id = u.id and w.synonym = 0) as subjects
    from unit u
    left join unit_contact c on c.unit_id = u.id
    left join person p on p.id = c.fault_entry_id
    left join person_local l on l.person_id = p.id
   where u.id = any($3);
select person_id as id from answer_group_member where unit_id = $1 order by position, person_id;
delete from answer_group_member where unit_id = $1;
insert into answer_group_member (unit_id, municipality_code, person_id, position)
  select $1, $2, member.id, member.position
    from unnest($3::uuid[]) with ordinality as member(id, position);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- UnitAnsweringStore.setOpeningHours
START TRANSACTION;
select id from unit where id = $1 for update;
select u.id as "unitId",
    (select jsonb_agg(jsonb_build_object('personId', d.person_id, 'duty', d.duty) order by p.sort_key, p.id)
       from unit_duty d
       join person p on p.id = d.person_id
       join person_local l on l.person_id = p.id
      where d.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as duties,
    (select jsonb_agg(g.person_id order by g.position, g.person_id)
       from answer_group_member g
       join person p on p.id = g.person_id
       join person_local l on l.person_id = p.id
      where g.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as "answerGroup",
    (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = u.id) as "openingHours",
    case when p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) then c.fault_entry_id end as "entryId", c.fault_number as number,
    c.fault_instruction as instruction,
    (select jsonb_agg(jsonb_build_object('word', w.word, 'synonyms',
           (select coalesce(jsonb_agg(s.word order by s.synonym), '[]') from unit_subject_word s
             where s.unit_id = w.unit_id and s.subject = w.subject and s.synonym > 0)) order by w.subject)
         from unit_subject_word w where w.unit_id = u.id and w.synonym = 0) as subjects
    from unit u
    left join unit_contact c on c.unit_id = u.id
    left join person p on p.id = c.fault_entry_id
    left join person_local l on l.person_id = p.id
   where u.id = any($3);
delete from opening_hours where unit_id = $1;
insert into opening_hours (unit_id, municipality_code, weekday, opens_at, closes_at)
  select $1, $2, h.weekday, h."from", h."to"
    from jsonb_to_recordset($3) as h(weekday integer, "from" text, "to" text);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- UnitAnsweringStore.setSubjects
START TRANSACTION;
select id from unit where id = $1 for update;
select u.id as "unitId",
    (select jsonb_agg(jsonb_build_object('personId', d.person_id, 'duty', d.duty) order by p.sort_key, p.id)
       from unit_duty d
       join person p on p.id = d.person_id
       join person_local l on l.person_id = p.id
      where d.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as duties,
    (select jsonb_agg(g.person_id order by g.position, g.person_id)
       from answer_group_member g
       join person p on p.id = g.person_id
       join person_local l on l.person_id = p.id
      where g.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as "answerGroup",
    (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = u.id) as "openingHours",
    case when p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) then c.fault_entry_id end as "entryId", c.fault_number as number,
    c.fault_instruction as instruction,
    (select jsonb_agg(jsonb_build_object('word', w.word, 'synonyms',
           (select coalesce(jsonb_agg(s.word order by s.synonym), '[]') from unit_subject_word s
             where s.unit_id = w.unit_id and s.subject = w.subject and s.synonym > 0)) order by w.subject)
         from unit_subject_word w where w.unit_id = u.id and w.synonym = 0) as subjects
    from unit u
    left join unit_contact c on c.unit_id = u.id
    left join person p on p.id = c.fault_entry_id
    left join person_local l on l.person_id = p.id
   where u.id = any($3);
delete from unit_subject_word where unit_id = $1;
insert into unit_subject_word (unit_id, municipality_code, subject, synonym, word, folded)
  select $1, $2, w.subject, w.synonym, w.word, w.folded
    from jsonb_to_recordset($3) as w(subject integer, synonym integer, word text, folded text);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- UnitAnsweringStore.setFaultContact
START TRANSACTION;
select id from unit where id = $1 for update;
select u.id as "unitId",
    (select jsonb_agg(jsonb_build_object('personId', d.person_id, 'duty', d.duty) order by p.sort_key, p.id)
       from unit_duty d
       join person p on p.id = d.person_id
       join person_local l on l.person_id = p.id
      where d.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as duties,
    (select jsonb_agg(g.person_id order by g.position, g.person_id)
       from answer_group_member g
       join person p on p.id = g.person_id
       join person_local l on l.person_id = p.id
      where g.unit_id = u.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))) as "answerGroup",
    (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = u.id) as "openingHours",
    case when p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) then c.fault_entry_id end as "entryId", c.fault_number as number,
    c.fault_instruction as instruction,
    (select jsonb_agg(jsonb_build_object('word', w.word, 'synonyms',
           (select coalesce(jsonb_agg(s.word order by s.synonym), '[]') from unit_subject_word s
             where s.unit_id = w.unit_id and s.subject = w.subject and s.synonym > 0)) order by w.subject)
         from unit_subject_word w where w.unit_id = u.id and w.synonym = 0) as subjects
    from unit u
    left join unit_contact c on c.unit_id = u.id
    left join person p on p.id = c.fault_entry_id
    left join person_local l on l.person_id = p.id
   where u.id = any($3);
insert into unit_contact (unit_id, municipality_code, fault_entry_id, fault_number, fault_instruction)
  values ($1, $2, $3, $4, $5)
  on conflict on constraint unit_contact_pkey do update set
      fault_entry_id = case when $3::uuid is null and $4::text is null
          and unit_contact.fault_entry_id is distinct from $6::uuid
        then unit_contact.fault_entry_id else excluded.fault_entry_id end,
      fault_number = excluded.fault_number, fault_instruction = excluded.fault_instruction;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- PersonAnsweringStore.setStandIns
START TRANSACTION;
SELECT "PersonLocalRow"."person_id" AS "PersonLocalRow_person_id", "PersonLocalRow"."municipality_code" AS "PersonLocalRow_municipality_code", "PersonLocalRow"."protection_level" AS "PersonLocalRow_protection_level", "PersonLocalRow"."level_run_id" AS "PersonLocalRow_level_run_id", "PersonLocalRow"."mobile_audience" AS "PersonLocalRow_mobile_audience", "PersonLocalRow"."responsible_id" AS "PersonLocalRow_responsible_id", "PersonLocalRow"."version" AS "PersonLocalRow_version" FROM "person_local" "PersonLocalRow" WHERE (("PersonLocalRow"."person_id" = $1) AND ("PersonLocalRow"."version" = $2)) LIMIT 1 FOR UPDATE;
select s.stand_in_id as id,
    coalesce(p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')), false) as seen
    from stand_in s
    left join person p on p.id = s.stand_in_id
    left join person_local l on l.person_id = p.id
   where s.person_id = $3
   order by s.position, s.stand_in_id;
delete from stand_in where person_id = $1;
insert into stand_in (person_id, municipality_code, stand_in_id, position)
  select $1, $2, other.id, other.position
    from unnest($3::uuid[]) with ordinality as other(id, position);
UPDATE "person_local" SET "version" = $1 WHERE "person_id" = $2;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- PersonAnsweringStore.setBestReached
START TRANSACTION;
SELECT "PersonLocalRow"."person_id" AS "PersonLocalRow_person_id", "PersonLocalRow"."municipality_code" AS "PersonLocalRow_municipality_code", "PersonLocalRow"."protection_level" AS "PersonLocalRow_protection_level", "PersonLocalRow"."level_run_id" AS "PersonLocalRow_level_run_id", "PersonLocalRow"."mobile_audience" AS "PersonLocalRow_mobile_audience", "PersonLocalRow"."responsible_id" AS "PersonLocalRow_responsible_id", "PersonLocalRow"."version" AS "PersonLocalRow_version" FROM "person_local" "PersonLocalRow" WHERE (("PersonLocalRow"."person_id" = $1) AND ("PersonLocalRow"."version" = $2)) LIMIT 1 FOR UPDATE;
SELECT "BestReachedRow"."person_id" AS "BestReachedRow_person_id", "BestReachedRow"."municipality_code" AS "BestReachedRow_municipality_code", "BestReachedRow"."weekday" AS "BestReachedRow_weekday", "BestReachedRow"."from_time" AS "BestReachedRow_from_time", "BestReachedRow"."to_time" AS "BestReachedRow_to_time" FROM "best_reached" "BestReachedRow" WHERE (("BestReachedRow"."person_id" = $1)) ORDER BY "BestReachedRow"."weekday" ASC, "BestReachedRow"."from_time" ASC;
DELETE FROM "best_reached" WHERE "person_id" = $1;
INSERT INTO "best_reached"("person_id", "municipality_code", "weekday", "from_time", "to_time") VALUES ($1, $2, $3, $4, $5);
UPDATE "person_local" SET "version" = $1 WHERE "person_id" = $2;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- PersonAnsweringStore.setSubjects
START TRANSACTION;
SELECT "PersonLocalRow"."person_id" AS "PersonLocalRow_person_id", "PersonLocalRow"."municipality_code" AS "PersonLocalRow_municipality_code", "PersonLocalRow"."protection_level" AS "PersonLocalRow_protection_level", "PersonLocalRow"."level_run_id" AS "PersonLocalRow_level_run_id", "PersonLocalRow"."mobile_audience" AS "PersonLocalRow_mobile_audience", "PersonLocalRow"."responsible_id" AS "PersonLocalRow_responsible_id", "PersonLocalRow"."version" AS "PersonLocalRow_version" FROM "person_local" "PersonLocalRow" WHERE (("PersonLocalRow"."person_id" = $1) AND ("PersonLocalRow"."version" = $2)) LIMIT 1 FOR UPDATE;
select (select jsonb_agg(jsonb_build_object('word', w.word, 'synonyms',
           (select coalesce(jsonb_agg(s.word order by s.synonym), '[]') from person_subject_word s
             where s.person_id = w.person_id and s.subject = w.subject and s.synonym > 0)) order by w.subject)
         from person_subject_word w where w.person_id = $1 and w.synonym = 0) as subjects;
delete from person_subject_word where person_id = $1;
insert into person_subject_word (person_id, municipality_code, subject, synonym, word, folded)
  select $1, $2, w.subject, w.synonym, w.word, w.folded
    from jsonb_to_recordset($3) as w(subject integer, synonym integer, word text, folded text);
UPDATE "person_local" SET "version" = $1 WHERE "person_id" = $2;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- PersonAnsweringStore.setGreeting
START TRANSACTION;
SELECT "PersonLocalRow"."person_id" AS "PersonLocalRow_person_id", "PersonLocalRow"."municipality_code" AS "PersonLocalRow_municipality_code", "PersonLocalRow"."protection_level" AS "PersonLocalRow_protection_level", "PersonLocalRow"."level_run_id" AS "PersonLocalRow_level_run_id", "PersonLocalRow"."mobile_audience" AS "PersonLocalRow_mobile_audience", "PersonLocalRow"."responsible_id" AS "PersonLocalRow_responsible_id", "PersonLocalRow"."version" AS "PersonLocalRow_version" FROM "person_local" "PersonLocalRow" WHERE (("PersonLocalRow"."person_id" = $1) AND ("PersonLocalRow"."version" = $2)) LIMIT 1 FOR UPDATE;
INSERT INTO "number_greeting"("person_id", "e164", "municipality_code", "kind", "names_alternative", "confirmed_at") VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ( "person_id", "e164" ) DO UPDATE SET "person_id" = EXCLUDED."person_id", "e164" = EXCLUDED."e164", "municipality_code" = EXCLUDED."municipality_code", "kind" = EXCLUDED."kind", "names_alternative" = EXCLUDED."names_alternative", "confirmed_at" = EXCLUDED."confirmed_at";
UPDATE "person_local" SET "version" = $1 WHERE "person_id" = $2;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- PersonAnsweringStore.setResponsible
START TRANSACTION;
SELECT "PersonLocalRow"."person_id" AS "PersonLocalRow_person_id", "PersonLocalRow"."municipality_code" AS "PersonLocalRow_municipality_code", "PersonLocalRow"."protection_level" AS "PersonLocalRow_protection_level", "PersonLocalRow"."level_run_id" AS "PersonLocalRow_level_run_id", "PersonLocalRow"."mobile_audience" AS "PersonLocalRow_mobile_audience", "PersonLocalRow"."responsible_id" AS "PersonLocalRow_responsible_id", "PersonLocalRow"."version" AS "PersonLocalRow_version" FROM "person_local" "PersonLocalRow" WHERE (("PersonLocalRow"."person_id" = $1) AND ("PersonLocalRow"."version" = $2)) LIMIT 1 FOR UPDATE;
select p.id from person p
    join person_local l on l.person_id = p.id
   where p.id = $3 and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'));
UPDATE "person_local" SET "responsible_id" = $1 WHERE "person_id" = $2;
UPDATE "person_local" SET "version" = $1 WHERE "person_id" = $2;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- PersonAnsweringStore.setResponsible, with a receipt
START TRANSACTION;
SELECT "PersonLocalRow"."person_id" AS "PersonLocalRow_person_id", "PersonLocalRow"."municipality_code" AS "PersonLocalRow_municipality_code", "PersonLocalRow"."protection_level" AS "PersonLocalRow_protection_level", "PersonLocalRow"."level_run_id" AS "PersonLocalRow_level_run_id", "PersonLocalRow"."mobile_audience" AS "PersonLocalRow_mobile_audience", "PersonLocalRow"."responsible_id" AS "PersonLocalRow_responsible_id", "PersonLocalRow"."version" AS "PersonLocalRow_version" FROM "person_local" "PersonLocalRow" WHERE (("PersonLocalRow"."person_id" = $1) AND ("PersonLocalRow"."version" = $2)) LIMIT 1 FOR UPDATE;
select p.id from person p
    join person_local l on l.person_id = p.id
   where p.id = $3 and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'));
COMMIT;

-- ReceiptsStore.of
SELECT "ReceiptRow"."actor" AS "ReceiptRow_actor", "ReceiptRow"."key" AS "ReceiptRow_key", "ReceiptRow"."municipality_code" AS "ReceiptRow_municipality_code", "ReceiptRow"."digest" AS "ReceiptRow_digest", "ReceiptRow"."result" AS "ReceiptRow_result", "ReceiptRow"."at" AS "ReceiptRow_at" FROM "receipt" "ReceiptRow" WHERE (("ReceiptRow"."actor" = $1) AND ("ReceiptRow"."key" = $2)) LIMIT 1;

-- ReceiptsStore.eraseWrittenBy
DELETE FROM "receipt" WHERE "at" <= $1;

-- DependentsStore.undisclosedDependents
select jsonb_build_object('position', h.position, 'rights', h.rights, 'oldest', h.oldest) as head, e.moved,
         coalesce((select jsonb_agg(jsonb_build_object('municipality', r.municipality_code, 'position', r.position))
            from stream_reset r where r.position > $1), '[]') as resets
    from stream_head h left join lateral (
      select jsonb_build_object('id', e.entry_id, 'municipality', e.municipality_code, 'position', e.position,
               'cell', e.cell, 'leftFrom', e.left_from, 'unitId', p.unit_id, 'managerId', p.manager_id) as moved
        from stream_entry e join person p on p.id = e.entry_id
       where e.position > $1 order by e.position limit $2) e on true;
with recursive moved(id, position) as (select * from unnest($1::uuid[], $2::bigint[])),
  leader(id, position, hop, managers) as (
    select id, position, 0, 0 from moved
    union
    select source.id, leader.position, leader.hop + 1, leader.managers + source.managers
      from leader
      join lateral (
        select a.person_id as id, 0 as managers from absence a
         where a.substitute_id = leader.id and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3))
        union all
        select a.person_id, 0 from answer_group_member g join absence a on a.referral_unit_id = g.unit_id
         where g.person_id = leader.id and (a.ends_at is null or a.ends_at > $3
         or a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at > $3))
        union all
        select f.person_id, 0 from forwarding f
         where f.target_person_id = leader.id and (f.valid_until is null or f.valid_until > $3)
        union all
        select p.id, 1 from person p where p.manager_id = leader.id
        union all
        select l.person_id, 1 from person_local l where l.responsible_id = leader.id
      ) source on leader.managers + source.managers <= $4
      join stream_entry e on e.entry_id = source.id and (e.cell not like 'PROTECTED:%' or e.cell = any($5) or e.entry_id = any($6))
     where leader.hop < 5 + $4
  ),
  first(id, position) as (select id, position from leader where hop < 5 + $4),
  shown(id, position) as (
    select id, position from leader where hop > 0
    union all
    select s.person_id, first.position from first join stand_in s on s.stand_in_id = first.id
    union all
    select n.person_id, first.position from first join named_viewer n on n.viewer_id = first.id
    union all
    select p.id, first.position from first
      join answer_group_member g on g.person_id = first.id
      join unit u on u.id = g.unit_id or u.parent_id = g.unit_id
      join person p on p.unit_id = u.id
    union all
    select p.id, first.position from first
      join person shared on shared.id = first.id and shared.kind = 'SHARED_PHONE'
      join person p on p.unit_id = shared.unit_id
  )
  select jsonb_build_object('id', e.entry_id, 'municipality', e.municipality_code, 'position', max(shown.position),
           'cell', e.cell, 'leftFrom', jsonb_build_object(), 'unitId', p.unit_id, 'managerId', p.manager_id) as moved
    from shown
    join stream_entry e on e.entry_id = shown.id
    join person p on p.id = e.entry_id
   where e.entry_id <> all($1)
   group by e.entry_id, p.id
   order by max(shown.position), e.entry_id
   limit 1000;

-- DueStore.move
START TRANSACTION;
select at, entry_id as id from stream_clock for update skip locked;
select to_jsonb(a) as absence, a.person_id as "personId" from absence a
   where a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at >= $1);
with recursive opening as (
    select h.at, o.unit_id from jsonb_to_recordset($4) as h(at timestamptz, weekday integer, time text)
      join opening_hours o on o.weekday = h.weekday and h.time in (o.opens_at, o.closes_at)
    union
    select m.at, o.unit_id from unnest($6::timestamptz[]) m(at), opening_hours o
    union
    select opening.at, u.id from unit u join opening on u.parent_id = opening.unit_id
  )
  select due.at, due.id from (
    select starts_at as at, person_id as id from absence where starts_at between $1 and $3 and recurrence is null
    union select ends_at, person_id from absence where ends_at between $1 and $3 and recurrence is null
    union select m.at, a.person_id from unnest($6::timestamptz[]) m(at)
      join absence a on a.starts_at < m.at and a.ends_at > m.at and a.recurrence is null
    union select valid_until, person_id from forwarding where valid_until between $1 and $3
    union select m.at, f.person_id from unnest($6::timestamptz[]) m(at) join forwarding f on f.valid_until > m.at
    union select opening.at, p.id from opening join person p on p.unit_id = opening.unit_id
    union select o.at, o.id from jsonb_to_recordset($5) as o(at timestamptz, id uuid)
  ) due
   where (due.at, due.id) > ($1, $2::uuid) and due.at <= $3
   order by due.at, due.id limit $7;
insert into stream_touch select pg_current_xact_id(), unnest($1::uuid[]) union all select pg_current_xact_id(), 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid;
update stream_clock set at = $1, entry_id = $2;
COMMIT;

-- FindingsStore.keep
with found as (
    select distinct rule, about from jsonb_to_recordset($2) as f(rule text, about uuid)
  ), mended as (
    delete from finding f
     where f.municipality_code = $1
       and not exists (select 1 from found where found.rule = f.rule and found.about = f.about)
  ), fresh as (
    select rule, about from found
     where not exists (select 1 from finding f
                        where f.municipality_code = $1 and f.rule = found.rule and f.about = found.about)
  ), followed as (
    select l.person_id as id from person_local l
     where l.person_id in (select about from fresh) and l.protection_level <> 'PROTECTED'
     order by l.person_id
       for share
  )
  insert into finding (municipality_code, rule, about, since)
  select $1, rule, about, $3 from fresh
   where about in (select id from followed) or about in (select id from unit)
  on conflict on constraint finding_pkey do nothing;
with found as (
    select distinct rule, about from jsonb_to_recordset($2) as f(rule text, about uuid)
  ), mended as (
    delete from finding f
     where f.municipality_code = $1
       and not exists (select 1 from found where found.rule = f.rule and found.about = f.about)
  ), fresh as (
    select rule, about from found
     where not exists (select 1 from finding f
                        where f.municipality_code = $1 and f.rule = found.rule and f.about = found.about)
  ), followed as (
    select l.person_id as id from person_local l
     where l.person_id in (select about from fresh) and l.protection_level <> 'PROTECTED'
     order by l.person_id
       for share
  )
  insert into finding (municipality_code, rule, about, since)
  select $1, rule, about, $3 from fresh
   where about in (select id from followed) or about in (select id from unit)
  on conflict on constraint finding_pkey do nothing;

-- FindingsStore.since
select rule, about, since from finding where about = any($1) order by about, rule;

-- FindingsStore.exclusively
select pg_try_advisory_lock($1, 0) as locked;
select pg_advisory_unlock($1, 0);

-- PositionsStore.forgetDayOld
START TRANSACTION;
update stream_head set oldest = day_position, day_position = position, day_at = $1
   where day_at is null or day_at <= $2
  returning oldest;
update stream_entry e set left_from = (
    select coalesce(jsonb_object_agg(key, value), '{}')
      from jsonb_each(e.left_from) where value::bigint > $1)
   where left_from <> '{}';
COMMIT;

-- PositionsStore.head
select position, rights, oldest from stream_head;

-- PositionsStore.undisclosedMoved
select jsonb_build_object('position', h.position, 'rights', h.rights, 'oldest', h.oldest) as head, e.moved,
         coalesce((select jsonb_agg(jsonb_build_object('municipality', r.municipality_code, 'position', r.position))
            from stream_reset r where r.position > $1), '[]') as resets
    from stream_head h left join lateral (
      select jsonb_build_object('id', e.entry_id, 'municipality', e.municipality_code, 'position', e.position,
               'cell', e.cell, 'leftFrom', e.left_from, 'unitId', p.unit_id, 'managerId', p.manager_id) as moved
        from stream_entry e join person p on p.id = e.entry_id
       where e.position > $1 order by e.position limit $2) e on true;

-- FollowUpStore.people
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
   where p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) and p.alias_of is null
     and ($7::text is null or p.municipality_code = $7)
     and ($13::uuid is null or p.unit_id in (select id from below))
     and ($10::text is null or (p.sort_key, p.id) >= ($10::text collate "sv-x-icu", $11::uuid))
     and ('ABSENT_WITHOUT_COVER' = any(asked.rules) and exists (select from absence a
        where a.person_id = p.id and a.starts_at <= $8 and (a.ends_at is null or a.ends_at > $8))
       or 'OVERDUE_RETURN' = any(asked.rules) and exists (select from absence a
        where a.person_id = p.id and a.starts_at <= $8 and (a.ends_at is null or a.ends_at > $8))
       or 'FORWARDING_LOOP' = any(asked.rules) and exists (select from forwarding f where f.person_id = p.id and f.target_person_id is not null)
       or 'NO_NUMBER' = any(asked.rules) and not exists (select from phone_number n where n.person_id = p.id)
       or 'STALE_NUMBER' = any(asked.rules) and exists (select from phone_number n where n.person_id = p.id and n.source = 'LDAP') and coalesce(s.last_complete_at < $9, true)
       or 'SHARED_LINE_WITHOUT_RESPONSIBLE' = any(asked.rules) and p.kind = 'SHARED_PHONE'
       or 'MOBILE_WITHOUT_GREETING' = any(asked.rules) and exists (select from phone_number n where n.person_id = p.id and n.kind = 'MOBILE')
       or 'BEST_REACHED_WITHOUT_DECISION' = any(asked.rules) and exists (select from best_reached b where b.person_id = p.id))
   order by p.sort_key, p.id
   limit $12;

-- FollowUpStore.units
select one.municipality_code as code, (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = one.id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up) as units,
    array(select p.id from person p join person_local l on l.person_id = p.id
           where p.unit_id = one.id and p.kind <> 'SHARED_PHONE' and p.alias_of is null and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))
           order by p.id) as people,
    array(select p.id from answer_group_member g
            join person p on p.id = g.person_id join person_local l on l.person_id = p.id
           where g.unit_id = one.id and p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) order by p.id) as answering,
    array(
    with recursive up as (
      select one.id, one.parent_id, 0 as depth
      union all
      select above.id, above.parent_id, up.depth + 1 from unit above join up on above.id = up.parent_id
       where up.depth < 20
    ) select d.person_id from up
      join unit_duty d on d.unit_id = up.id and d.duty = 'PHONE_RESPONSIBLE'
      join person p on p.id = d.person_id
      join person_local l on l.person_id = p.id
     where p.employment = 'ACTIVE' and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) order by d.person_id) as "phoneResponsibles"
    from unit one
   where ($3::text is null or one.municipality_code = $3) and ($4::uuid[] is null or one.id = any($4))
   order by one.id;

-- LinesStore.report
START TRANSACTION;
insert into exchange_state as known (municipality_code, dial_plan, last_report_at)
     select m.code, m.dial_plan, $2::timestamptz from municipality m where m.dial_plan = $1
      order by m.code
     on conflict on constraint exchange_state_pkey do update set
         last_report_at = excluded.last_report_at
      where excluded.last_report_at > known.last_report_at;
insert into line_state (municipality_code, line, status, report_seq, expires_at)
  select distinct on (m.code, o.line) m.code, o.line, o.status, o.seq, o.expires_at
    from jsonb_to_recordset($2) as o(line text, e164 text, extension text, status text,
           seq numeric, observed_at timestamptz, expires_at timestamptz)
    join municipality m on m.dial_plan = $1
    join exchange_state e on e.municipality_code = m.code and e.dial_plan = m.dial_plan
    left join line_state known on known.municipality_code = m.code and known.line = o.line
   where exists (select 1 from phone_number n
                  where n.municipality_code = m.code
                    and (n.e164 = o.e164 or n.extension = o.extension))
     and o.expires_at > $3
     and (known.line is null or o.seq > known.report_seq or known.expires_at <= o.observed_at)
     and (e.full_seq is null or o.seq > e.full_seq or e.full_until <= o.observed_at)
   order by m.code, o.line, o.seq desc
  on conflict on constraint line_state_pkey do update set
      status = excluded.status, report_seq = excluded.report_seq, expires_at = excluded.expires_at;
with reported as (
    select line, seq, observed_at, expires_at
      from jsonb_to_recordset($2) as o(line text, seq numeric, observed_at timestamptz, expires_at timestamptz)
  ), newest as (
    update exchange_state e
       set full_seq = r.seq, full_until = r.until
      from (select max(seq) as seq, max(observed_at) as observed_at, max(expires_at) as until from reported) r
     where e.dial_plan = $1 and r.until > $3
       and (e.full_seq is null or e.full_seq < r.seq or e.full_until <= r.observed_at)
    returning e.municipality_code, e.full_seq
  )
  update line_state s
     set status = 'UNKNOWN'
    from newest
   where s.municipality_code = newest.municipality_code and s.report_seq <= newest.full_seq
     and s.line not in (select line from reported);
COMMIT;

-- LinesStore.eraseExpired
update line_state s set status = 'UNKNOWN'
    from (select municipality_code, line from line_state
           where expires_at <= $1 and status <> 'UNKNOWN' for update skip locked) as old
   where s.municipality_code = old.municipality_code and s.line = old.line;
delete from line_state s
   using (select municipality_code, line from line_state
           where expires_at <= $1 for update skip locked) as old
   where s.municipality_code = old.municipality_code and s.line = old.line;

-- PresenceSessionsStore.report
START TRANSACTION;
insert into exchange_state as known (municipality_code, dial_plan, last_report_at)
     select m.code, m.dial_plan, $2::timestamptz from municipality m where m.dial_plan = $1
      order by m.code
     on conflict on constraint exchange_state_pkey do update set
         last_report_at = excluded.last_report_at
      where excluded.last_report_at > known.last_report_at;
with o as (
    select * from jsonb_to_recordset($2) as o(e164 text, extension text, person_id uuid, session_id text,
      availability text, activity text, seq numeric, observed_at timestamptz, expires_at timestamptz)
     where o.expires_at > $3
  ), named as (
    select person_id as id, o.* from o where person_id is not null
    union all
    select n.person_id, o.* from o join phone_number n on n.e164 = o.e164
    union all
    select n.person_id, o.* from o join phone_number n on n.extension = o.extension
  ), newest as (
    select distinct on (p.id, o.session_id) p.id as person_id, p.municipality_code, o.session_id,
        o.availability, o.activity, o.seq, o.expires_at, known.person_id is null as added
      from named o
      join person p on p.id = o.id and p.employment = 'ACTIVE'
      join municipality m on m.code = p.municipality_code and m.dial_plan = $1
      left join person_local l on l.person_id = p.id
      left join presence_session known on known.person_id = p.id and known.source = 'PHONE_SYSTEM'
       and known.session_id = o.session_id
     where not (coalesce(l.protection_level, 'PROTECTED') = 'PROTECTED')
       and (known.person_id is null or o.seq > known.report_seq or known.expires_at <= o.observed_at)
     order by p.id, o.session_id, o.seq desc
  ), numbered as (
    select newest.*, row_number() over (partition by person_id, added order by session_id) as place
      from newest
  )
  insert into presence_session (person_id, source, session_id, municipality_code, availability,
      activity, report_seq, expires_at)
  select person_id, 'PHONE_SYSTEM', session_id, municipality_code, availability, activity, seq, expires_at
    from numbered
   where not added or place + (select count(*) from presence_session kept
                                where kept.person_id = numbered.person_id) <= 10
  on conflict on constraint presence_session_pkey do update set
      availability = excluded.availability, activity = excluded.activity,
      report_seq = excluded.report_seq, expires_at = excluded.expires_at;
COMMIT;

-- PresenceSessionsStore.say
START TRANSACTION;
select pg_advisory_xact_lock(hashtextextended($1, 17));
select source, session_id, expires_at <= $2 or availability = 'UNKNOWN' as silent
    from presence_session where person_id = $1 order by expires_at, source, session_id;
insert into presence_session as known (person_id, source, session_id, municipality_code, availability,
      activity, report_seq, expires_at)
  values ($1, 'SELF', $2, $3, $4, $5, $6, $7)
  on conflict on constraint presence_session_pkey do update set
      availability = excluded.availability, activity = excluded.activity,
      report_seq = excluded.report_seq, expires_at = excluded.expires_at
   where excluded.report_seq > known.report_seq or known.expires_at <= $8;
COMMIT;

-- PresenceSessionsStore.takeBack
update presence_session set availability = 'UNKNOWN', activity = 'UNKNOWN'
        where person_id = $1 and source = 'SELF' and session_id = $2;

-- PresenceSessionsStore.say, in the place of one that is silent
START TRANSACTION;
select pg_advisory_xact_lock(hashtextextended($1, 17));
select source, session_id, expires_at <= $2 or availability = 'UNKNOWN' as silent
    from presence_session where person_id = $1 order by expires_at, source, session_id;
delete from presence_session where person_id = $1 and source = $2 and session_id = $3;
insert into presence_session as known (person_id, source, session_id, municipality_code, availability,
      activity, report_seq, expires_at)
  values ($1, 'SELF', $2, $3, $4, $5, $6, $7)
  on conflict on constraint presence_session_pkey do update set
      availability = excluded.availability, activity = excluded.activity,
      report_seq = excluded.report_seq, expires_at = excluded.expires_at
   where excluded.report_seq > known.report_seq or known.expires_at <= $8;
COMMIT;

-- PresenceSessionsStore.eraseExpired
update presence_session s set availability = 'UNKNOWN', activity = 'UNKNOWN'
    from (select person_id, source, session_id from presence_session
           where expires_at <= $1 and availability <> 'UNKNOWN' for update skip locked) as old
   where s.person_id = old.person_id and s.source = old.source and s.session_id = old.session_id;
delete from presence_session s
   using (select person_id, source, session_id from presence_session
           where expires_at <= $1 for update skip locked) as old
   where s.person_id = old.person_id and s.source = old.source and s.session_id = old.session_id;

-- ReportedForwardingsStore.report
START TRANSACTION;
insert into exchange_state as known (municipality_code, dial_plan, last_report_at)
     select m.code, m.dial_plan, $2::timestamptz from municipality m where m.dial_plan = $1
      order by m.code
     on conflict on constraint exchange_state_pkey do update set
         last_report_at = excluded.last_report_at
      where excluded.last_report_at > known.last_report_at;
insert into phone_report as known (municipality_code, line, topic, report_seq, observed_at)
  select distinct on (m.code, o.line, o.topic) m.code, o.line, o.topic, o.seq, o.observed_at
    from jsonb_to_recordset($2) as o(municipality_code text, line text, topic text, e164 text,
      extension text, condition text, origin text, active boolean, seconds integer, target_kind text,
      target_e164 text, target_extension text, seq numeric, observed_at timestamptz)
    join municipality m on m.dial_plan = $1
   where exists (select 1 from phone_number n
                  where n.municipality_code = m.code and (n.e164 = o.e164 or n.extension = o.extension))
   order by m.code, o.line, o.topic, o.seq desc
  on conflict on constraint phone_report_pkey do update set
      report_seq = excluded.report_seq, observed_at = excluded.observed_at
   where excluded.report_seq > known.report_seq or ($3 and excluded.observed_at > known.observed_at)
  returning municipality_code, line, topic;
delete from forwarding f using jsonb_to_recordset($2) as o(municipality_code text, line text, topic text, e164 text,
      extension text, condition text, origin text, active boolean, seconds integer, target_kind text,
      target_e164 text, target_extension text, seq numeric, observed_at timestamptz), lateral (select distinct n.person_id from phone_number n
     where n.municipality_code = o.municipality_code and (n.e164 = o.e164 or n.extension = o.extension)) as holder
   where f.person_id = holder.person_id and f.layer = $1
     and f.condition = o.condition and f.origin = o.origin
     and (f.line is null or (o.target_kind is null and f.line = o.line))
  returning f.id, f.person_id as "personId", f.municipality_code as municipality,
    f.line is null as "setHere";
insert into forwarding (id, municipality_code, person_id, condition, origin, layer, no_answer_seconds,
      target_kind, target_number, target_person_id, active, valid_until, source, observed_at, line, version)
  select distinct on (holder.person_id, o.condition, o.origin)
      gen_random_uuid(), o.municipality_code, holder.person_id, o.condition, o.origin, $1, o.seconds,
      case when target.id is not null then 'PERSON' when o.target_kind = 'EXTENSION' then 'NUMBER'
        else o.target_kind end,
      case when target.id is null then o.target_e164 end, target.id, o.active, null, 'PHONE_SYSTEM',
      o.observed_at, o.line, 1
    from jsonb_to_recordset($2) as o(municipality_code text, line text, topic text, e164 text,
      extension text, condition text, origin text, active boolean, seconds integer, target_kind text,
      target_e164 text, target_extension text, seq numeric, observed_at timestamptz)
    join lateral (select distinct n.person_id from phone_number n
     where n.municipality_code = o.municipality_code and (n.e164 = o.e164 or n.extension = o.extension)) as holder on true
    left join lateral (
      select p.id from phone_number n
        join municipality m on m.code = n.municipality_code
        join person p on p.id = n.person_id and p.employment = 'ACTIVE'
        left join person_local l on l.person_id = p.id
       where (n.e164 = o.target_e164 or (n.extension = o.target_extension and m.dial_plan = $3))
         and not coalesce(l.protection_level, 'PROTECTED') = 'PROTECTED'
         and not exists (select 1 from phone_number own where own.person_id = holder.person_id
                          and own.e164 = o.target_e164)
       order by p.sort_key, p.id limit 1) as target on true
   where o.target_kind is not null
   order by holder.person_id, o.condition, o.origin, o.active desc, o.seq desc, o.line
  on conflict on constraint forwarding_slot_key do update set
      no_answer_seconds = excluded.no_answer_seconds, target_kind = excluded.target_kind,
      target_number = excluded.target_number, target_person_id = excluded.target_person_id,
      active = excluded.active, valid_until = null, source = excluded.source,
      observed_at = excluded.observed_at, line = excluded.line,
      version = forwarding.version + case when
          (forwarding.no_answer_seconds, forwarding.target_kind, forwarding.target_number,
           forwarding.target_person_id, forwarding.active)
        is distinct from (excluded.no_answer_seconds, excluded.target_kind, excluded.target_number,
           excluded.target_person_id, excluded.active) then 1 else 0 end
   where forwarding.line = excluded.line or excluded.active or not forwarding.active;
delete from forwarding f using municipality m
   where m.code = f.municipality_code and m.dial_plan = $3 and f.layer = $1
     and (f.observed_at is null or f.observed_at <= $4)
     and not exists (select 1 from jsonb_to_recordset($2) as o(municipality_code text, line text, topic text, e164 text,
      extension text, condition text, origin text, active boolean, seconds integer, target_kind text,
      target_e164 text, target_extension text, seq numeric, observed_at timestamptz)
                       join phone_number n on n.e164 = o.e164 or n.extension = o.extension
                      where n.person_id = f.person_id and o.condition = f.condition
                        and o.origin = f.origin and o.target_kind is not null)
  returning f.id, f.person_id as "personId", f.municipality_code as municipality,
    f.line is null as "setHere";
COMMIT;

-- DialSequencesStore.countOn
insert into phone_report as known (municipality_code, line, topic, report_seq)
  values ($1, $2, 'DIAL', $3)
  on conflict on constraint phone_report_pkey do update set report_seq = excluded.report_seq
   where excluded.report_seq > known.report_seq
  returning line;

-- SyncRunsStore.start
INSERT INTO "sync_run"("id", "municipality_code", "source_id", "status", "started_at", "finished_at", "seen", "created", "updated", "missing", "message", "kind", "trigger", "server", "moved", "disabled", "reappeared", "left_scope", "removed", "raised", "rejected", "plan_hash") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);

-- SyncRunsStore.request
START TRANSACTION;
select pg_advisory_xact_lock($1, hashtext($2));
SELECT "SyncRunRow"."id" AS "SyncRunRow_id", "SyncRunRow"."municipality_code" AS "SyncRunRow_municipality_code", "SyncRunRow"."source_id" AS "SyncRunRow_source_id", "SyncRunRow"."status" AS "SyncRunRow_status", "SyncRunRow"."started_at" AS "SyncRunRow_started_at", "SyncRunRow"."finished_at" AS "SyncRunRow_finished_at", "SyncRunRow"."seen" AS "SyncRunRow_seen", "SyncRunRow"."created" AS "SyncRunRow_created", "SyncRunRow"."updated" AS "SyncRunRow_updated", "SyncRunRow"."missing" AS "SyncRunRow_missing", "SyncRunRow"."message" AS "SyncRunRow_message", "SyncRunRow"."kind" AS "SyncRunRow_kind", "SyncRunRow"."trigger" AS "SyncRunRow_trigger", "SyncRunRow"."server" AS "SyncRunRow_server", "SyncRunRow"."moved" AS "SyncRunRow_moved", "SyncRunRow"."disabled" AS "SyncRunRow_disabled", "SyncRunRow"."reappeared" AS "SyncRunRow_reappeared", "SyncRunRow"."left_scope" AS "SyncRunRow_left_scope", "SyncRunRow"."removed" AS "SyncRunRow_removed", "SyncRunRow"."raised" AS "SyncRunRow_raised", "SyncRunRow"."rejected" AS "SyncRunRow_rejected", "SyncRunRow"."plan_hash" AS "SyncRunRow_plan_hash" FROM "sync_run" "SyncRunRow" WHERE (("SyncRunRow"."source_id" = $1) AND ("SyncRunRow"."kind" = $2) AND ("SyncRunRow"."status" = $3)) LIMIT 1;
INSERT INTO "sync_run"("id", "municipality_code", "source_id", "status", "started_at", "finished_at", "seen", "created", "updated", "missing", "message", "kind", "trigger", "server", "moved", "disabled", "reappeared", "left_scope", "removed", "raised", "rejected", "plan_hash") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- SyncRunsStore.queued
select id, source_id as "sourceId", kind from sync_run
        where status = 'QUEUED' order by started_at, id;

-- SyncRunsStore.take
UPDATE "sync_run" SET "status" = $1, "started_at" = $2 WHERE ("id" = $3 AND "status" = $4);

-- SyncRunsStore.closeAborted
UPDATE "sync_run" SET "status" = $1, "finished_at" = $2 WHERE ("source_id" = $3 AND "status" = $4);

-- SyncRunsStore.finish
START TRANSACTION;
UPDATE "sync_run" SET "seen" = $1, "created" = $2, "updated" = $3, "moved" = $4, "disabled" = $5, "reappeared" = $6, "missing" = $7, "left_scope" = $8, "removed" = $9, "raised" = $10, "status" = $11, "server" = $12, "plan_hash" = $13, "message" = $14, "rejected" = $15, "finished_at" = $16 WHERE ("id" = $17 AND "status" = $18);
COMMIT;

-- SourcePeopleStore.undisclosedProtectedKeys
select p.source_id as source, p.directory_key as key
         from person p left join person_local l on l.person_id = p.id
        where p.source_id = any($1) and coalesce(l.protection_level, 'PROTECTED') = 'PROTECTED';

-- SourcePeopleStore.byKeys
select p.directory_key as key, p.id
         from person p join person_local l on l.person_id = p.id
        where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.employment = 'ACTIVE' and p.id = any($2::uuid[]))
    and (p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED')) and p.source_id = $3 and p.directory_key = any($4);

-- SyncHistoryStore.page
select r.id, r.municipality_code as municipality, r.source_id as source, r.kind, r.trigger, r.status,
    r.started_at as "startedAt", r.finished_at as "finishedAt", r.server, r.seen, r.created, r.updated,
    r.moved, r.disabled, r.reappeared, r.missing, r.left_scope as "leftScope", r.removed, r.raised,
    r.rejected - (select count(*) from sync_rejection j where j.run_id = r.id and exists (select 1 from person p left join person_local l on l.person_id = p.id
     where p.source_id = r.source_id and p.directory_key = j.directory_key and coalesce(l.protection_level, 'PROTECTED') = 'PROTECTED'))::integer
      as rejected,
    r.message, r.plan_hash as "planHash",
    to_char(r.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
    from sync_run r
   where ($1::text is null or r.municipality_code = $1)
     and ($2::text is null or r.source_id = $2)
     and ($3::timestamptz is null or (r.started_at, r.id) < ($3::timestamptz, $4::uuid))
   order by r.started_at desc, r.id desc
   limit $5;

-- SyncHistoryStore.byIds
select r.id, r.municipality_code as municipality, r.source_id as source, r.kind, r.trigger, r.status,
    r.started_at as "startedAt", r.finished_at as "finishedAt", r.server, r.seen, r.created, r.updated,
    r.moved, r.disabled, r.reappeared, r.missing, r.left_scope as "leftScope", r.removed, r.raised,
    r.rejected - (select count(*) from sync_rejection j where j.run_id = r.id and exists (select 1 from person p left join person_local l on l.person_id = p.id
     where p.source_id = r.source_id and p.directory_key = j.directory_key and coalesce(l.protection_level, 'PROTECTED') = 'PROTECTED'))::integer
      as rejected,
    r.message, r.plan_hash as "planHash",
    to_char(r.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey"
    from sync_run r
   where r.id = any($1)
   order by r.started_at desc, r.id desc;

-- SyncHistoryStore.rejections
select shown.run_id as "runId", shown.directory_key as key, shown.field, shown.code
    from sync_run r
    cross join lateral (
      select j.id, j.run_id, j.directory_key, j.field, j.code from sync_rejection j
       where j.run_id = r.id and not exists (select 1 from person p left join person_local l on l.person_id = p.id
     where p.source_id = r.source_id and p.directory_key = j.directory_key and coalesce(l.protection_level, 'PROTECTED') = 'PROTECTED')
       order by j.directory_key, j.field, j.code, j.id
       limit $2) as shown
   where r.id = any($1)
   order by shown.directory_key, shown.field, shown.code, shown.id;

-- AuditStore.record
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);

-- AuditStore.entries
select e.id::text as id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey", e.at, e.actor, e.roles, e.organisation,
    e.action, e.origin, e.about, e.object, e.fields, e.purpose, (e.about is not null and coalesce(l.protection_level, 'PROTECTED') = 'PROTECTED') as hidden, (select s.hash from audit_seal s
     where s.municipality_code = e.municipality_code and s.sealed_at >= e.at - interval '5 minutes'
       and s.ids @> e.id
     order by s.sealed_at limit 1) as seal
    from audit_entry e
    left join person_local l on l.person_id = e.about
   where e.municipality_code = $1
     and ($2::uuid is null or e.about = $2) and ($3::text is null or e.object = $3)
     and ($4::timestamptz is null or e.at >= $4) and ($5::timestamptz is null or e.at < $5)
     and ($6::boolean or ($2::uuid is null and $3::text is null) or not (e.about is not null and coalesce(l.protection_level, 'PROTECTED') = 'PROTECTED'))
     and ($7::timestamptz is null or (e.at, e.id) < ($7::timestamptz, $8::bigint))
   order by e.at desc, e.id desc limit $9;

-- AuditStore.accesses
select e.id::text as id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortKey", e.at, e.actor, e.roles, e.organisation,
    e.action, e.origin, e.about, e.object, e.fields, e.purpose, (e.about is not null and coalesce(l.protection_level, 'PROTECTED') = 'PROTECTED') as hidden, (select s.hash from audit_seal s
     where s.municipality_code = e.municipality_code and s.sealed_at >= e.at - interval '5 minutes'
       and s.ids @> e.id
     order by s.sealed_at limit 1) as seal
    from audit_entry e
    left join person_local l on l.person_id = e.about
   where e.about = $1 and e.action in ('READ_PROTECTED', 'REVEAL_NUMBERS')
     and ($2::text is null or e.municipality_code = $2)
     and ($3::timestamptz is null or (e.at, e.id) < ($3::timestamptz, $4::bigint))
   order by e.at desc, e.id desc limit $5;

-- AuditSealsStore.exclusively
select pg_try_advisory_lock($1, 0) as locked;
select pg_advisory_unlock($1, 0);

-- AuditSealsStore.lock
select pg_advisory_xact_lock($1, 0);

-- AuditSealsStore.makeMonths
select audit_make_months($1);

-- AuditSealsStore.codes
select code from municipality union all select 'ALL' order by code;

-- AuditSealsStore.codesInUse
select code from (select municipality_code as code from audit_seal
    union select municipality_code from audit_entry) as used order by code;

-- AuditSealsStore.last
select s.municipality_code as municipality, s.number, to_char(s.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sealedAt", s.month,
    s.dropped, s.ids::text as ids, s.rows, s.content, s.previous, s.hash
    from audit_seal s where s.municipality_code = $1 order by s.number desc limit 1;

-- AuditSealsStore.add
insert into audit_seal (municipality_code, number, sealed_at, month, dropped, ids, rows, content, previous, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- AuditSealsStore.after
select s.municipality_code as municipality, s.number, to_char(s.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sealedAt", s.month,
    s.dropped, s.ids::text as ids, s.rows, s.content, s.previous, s.hash
    from audit_seal s where s.municipality_code = $1 and ($2::integer is null or s.number > $2)
   order by s.number limit $3;

-- AuditSealsStore.unsealed
with covered as materialized (
    select range_agg(s.ids) as ids from audit_seal s
     where s.municipality_code = $1 and ($3::timestamptz is null or s.sealed_at >= $3)
  )
  
  select e.id::text as id, to_char(e.at at time zone 'UTC', 'YYYY-MM') as month,
    jsonb_build_array(e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.municipality_code, e.actor, e.roles, e.organisation,
      e.action, e.origin, e.about, e.object, e.fields::text, e.purpose)::text as line
    from audit_entry e
   where e.municipality_code = $1 and ($2::timestamptz is null or e.at >= $2)
     and not coalesce(e.id <@ (select ids from covered), false)
   order by e.id limit $4;

-- AuditSealsStore.linesOf
select e.id::text as id, to_char(e.at at time zone 'UTC', 'YYYY-MM') as month,
    jsonb_build_array(e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.municipality_code, e.actor, e.roles, e.organisation,
      e.action, e.origin, e.about, e.object, e.fields::text, e.purpose)::text as line
    from audit_entry e
   where e.municipality_code = $1 and e.id >= lower($2::int8multirange) and e.id < upper($2::int8multirange)
     and e.id <@ $2::int8multirange
   order by e.id, e.at;

-- AuditSealsStore.forgotten
with covered as materialized (
    select range_agg(s.ids) as ids from audit_seal s where s.municipality_code = $1
  )
  select e.id::text as id from audit_entry e
   where e.municipality_code = $1 and e.at < $2 and not coalesce(e.id <@ (select ids from covered), false)
   order by e.id limit 1;

-- AuditSealsStore.dropped
select month, max(number) as number from audit_seal where municipality_code = $1 and dropped group by month;

-- ApiKeysStore.add
START TRANSACTION;
select pg_advisory_xact_lock($1);
SELECT COUNT(1) AS "cnt" FROM "api_key" "ApiKeyRow" WHERE (("ApiKeyRow"."role" = $1) AND ("ApiKeyRow"."municipality_code" IS NULL) AND ("ApiKeyRow"."label" = $2) AND ("ApiKeyRow"."revoked_at" IS NULL) AND ("ApiKeyRow"."expires_at" > $3));
INSERT INTO "api_key"("id", "key_id", "secret_hmac", "role", "label", "municipality_code", "scopes", "expires_at", "revoked_at", "created_on", "last_used_on") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- ApiKeysStore.byKeyId
SELECT "ApiKeyRow"."id" AS "ApiKeyRow_id", "ApiKeyRow"."key_id" AS "ApiKeyRow_key_id", "ApiKeyRow"."secret_hmac" AS "ApiKeyRow_secret_hmac", "ApiKeyRow"."role" AS "ApiKeyRow_role", "ApiKeyRow"."label" AS "ApiKeyRow_label", "ApiKeyRow"."municipality_code" AS "ApiKeyRow_municipality_code", "ApiKeyRow"."scopes" AS "ApiKeyRow_scopes", "ApiKeyRow"."expires_at" AS "ApiKeyRow_expires_at", "ApiKeyRow"."revoked_at" AS "ApiKeyRow_revoked_at", "ApiKeyRow"."created_on" AS "ApiKeyRow_created_on", "ApiKeyRow"."last_used_on" AS "ApiKeyRow_last_used_on" FROM "api_key" "ApiKeyRow" WHERE (("ApiKeyRow"."key_id" = $1)) LIMIT 1;

-- ApiKeysStore.byId
SELECT "ApiKeyRow"."id" AS "ApiKeyRow_id", "ApiKeyRow"."key_id" AS "ApiKeyRow_key_id", "ApiKeyRow"."secret_hmac" AS "ApiKeyRow_secret_hmac", "ApiKeyRow"."role" AS "ApiKeyRow_role", "ApiKeyRow"."label" AS "ApiKeyRow_label", "ApiKeyRow"."municipality_code" AS "ApiKeyRow_municipality_code", "ApiKeyRow"."scopes" AS "ApiKeyRow_scopes", "ApiKeyRow"."expires_at" AS "ApiKeyRow_expires_at", "ApiKeyRow"."revoked_at" AS "ApiKeyRow_revoked_at", "ApiKeyRow"."created_on" AS "ApiKeyRow_created_on", "ApiKeyRow"."last_used_on" AS "ApiKeyRow_last_used_on" FROM "api_key" "ApiKeyRow" WHERE (("ApiKeyRow"."id" = $1)) LIMIT 1;

-- ApiKeysStore.all
SELECT "ApiKeyRow"."id" AS "ApiKeyRow_id", "ApiKeyRow"."key_id" AS "ApiKeyRow_key_id", "ApiKeyRow"."secret_hmac" AS "ApiKeyRow_secret_hmac", "ApiKeyRow"."role" AS "ApiKeyRow_role", "ApiKeyRow"."label" AS "ApiKeyRow_label", "ApiKeyRow"."municipality_code" AS "ApiKeyRow_municipality_code", "ApiKeyRow"."scopes" AS "ApiKeyRow_scopes", "ApiKeyRow"."expires_at" AS "ApiKeyRow_expires_at", "ApiKeyRow"."revoked_at" AS "ApiKeyRow_revoked_at", "ApiKeyRow"."created_on" AS "ApiKeyRow_created_on", "ApiKeyRow"."last_used_on" AS "ApiKeyRow_last_used_on" FROM "api_key" "ApiKeyRow" ORDER BY "ApiKeyRow"."label" ASC, "ApiKeyRow"."expires_at" DESC, "ApiKeyRow"."key_id" ASC;

-- ApiKeysStore.noteUse
UPDATE "api_key" SET "last_used_on" = $1 WHERE (("key_id" = $2 AND "last_used_on" IS NULL) OR ("key_id" = $3 AND "last_used_on" < $4));

-- ApiKeysStore.revoke
START TRANSACTION;
UPDATE "api_key" SET "revoked_at" = $1 WHERE ("id" = $2 AND "revoked_at" IS NULL);
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- SettingsStore.choose
START TRANSACTION;
select m.mobile_visibility, s.decision_reference, to_char(s.decided_on, 'YYYY-MM-DD') as decided_on,
    s.leavers_after_days, s.ended_absences_after_days, s.audit_months, s.outside_forwarding, s.version
    from municipality_settings s
    join municipality m on m.code = s.municipality_code
   where s.municipality_code = $1
     for update of s;
UPDATE "municipality" SET "mobile_visibility" = $1 WHERE "code" = $2;
UPDATE "municipality_settings" SET "decision_reference" = $1, "decided_on" = $2, "leavers_after_days" = $3, "ended_absences_after_days" = $4, "audit_months" = $5, "outside_forwarding" = $6, "version" = $7 WHERE "municipality_code" = $8;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- SettingsStore.decide
select id from unit;
START TRANSACTION;
insert into department_decision (unit_id, municipality_code, decision_reference, decided_on)
  values ($1, $2, $3, $4)
  on conflict on constraint department_decision_pkey do update set
      decision_reference = excluded.decision_reference, decided_on = excluded.decided_on;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- SettingsStore.all
select m.code, m.mobile_visibility, s.decision_reference, to_char(s.decided_on, 'YYYY-MM-DD') as decided_on,
    s.leavers_after_days, s.ended_absences_after_days, s.audit_months, s.outside_forwarding, s.version,
    (select jsonb_agg(jsonb_build_object('reference', d.decision_reference, 'decided_on', d.decided_on,
         'units', (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = d.unit_id
       union all
       select above.id, above.name, above.parent_id, up.depth + 1
         from up cross join lateral (select * from unit u where u.id = up.parent_id offset 0) above
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', up.id, 'name', up.name, 'hours', (select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.opens_at, 'to', h.closes_at)
           order by h.weekday, h.opens_at) from opening_hours h where h.unit_id = up.id),
         'members', (select jsonb_agg(g.person_id order by g.position, g.person_id)
           from answer_group_member g where g.unit_id = up.id),
         'decided', exists (select from department_decision d where d.unit_id = up.id)) order by up.depth desc) from up)) order by unit.name, unit.id)
       from department_decision d join unit on unit.id = d.unit_id
      where d.municipality_code = m.code) as departments
    from municipality m
    join municipality_settings s on s.municipality_code = m.code;

-- SettingsStore.decide, withdrawn
select id from unit;
START TRANSACTION;
DELETE FROM "department_decision" WHERE "unit_id" = $1;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- AbsenceReasonsStore.choose
START TRANSACTION;
select m.mobile_visibility, s.decision_reference, to_char(s.decided_on, 'YYYY-MM-DD') as decided_on,
    s.leavers_after_days, s.ended_absences_after_days, s.audit_months, s.outside_forwarding, s.version
    from municipality_settings s
    join municipality m on m.code = s.municipality_code
   where s.municipality_code = $1
     for update of s;
DELETE FROM "absence_reason_setting" WHERE "municipality_code" = $1;
INSERT INTO "absence_reason_setting"("municipality_code", "reason", "in_use", "label_sv", "label_en", "digit", "letter_code") VALUES ($1, $2, $3, $4, $5, $6, $7), ($8, $9, $10, $11, $12, $13, $14);
UPDATE "municipality_settings" SET "version" = $1 WHERE "municipality_code" = $2;
insert into audit_entry (id, at, municipality_code, actor, roles, organisation, action, origin, about,
      object, fields, purpose)
  select nextval('audit_entry_number'), f.at, coalesce(f.municipality, 'ALL'), f.actor, f.roles,
      f.organisation, f.action, f.origin, f.about, f.object, f.fields, f.purpose
    from jsonb_to_recordset($1) as f(at timestamptz, municipality text, actor text, roles text,
      organisation text, action text, origin text, about uuid, object text, fields text[], purpose text);
COMMIT;

-- AbsenceReasonsStore.of
SELECT "AbsenceReasonSettingRow"."municipality_code" AS "AbsenceReasonSettingRow_municipality_code", "AbsenceReasonSettingRow"."reason" AS "AbsenceReasonSettingRow_reason", "AbsenceReasonSettingRow"."in_use" AS "AbsenceReasonSettingRow_in_use", "AbsenceReasonSettingRow"."label_sv" AS "AbsenceReasonSettingRow_label_sv", "AbsenceReasonSettingRow"."label_en" AS "AbsenceReasonSettingRow_label_en", "AbsenceReasonSettingRow"."digit" AS "AbsenceReasonSettingRow_digit", "AbsenceReasonSettingRow"."letter_code" AS "AbsenceReasonSettingRow_letter_code" FROM "absence_reason_setting" "AbsenceReasonSettingRow" WHERE (("AbsenceReasonSettingRow"."municipality_code" = $1));

-- AbsenceReasonsStore.all
SELECT "AbsenceReasonSettingRow"."municipality_code" AS "AbsenceReasonSettingRow_municipality_code", "AbsenceReasonSettingRow"."reason" AS "AbsenceReasonSettingRow_reason", "AbsenceReasonSettingRow"."in_use" AS "AbsenceReasonSettingRow_in_use", "AbsenceReasonSettingRow"."label_sv" AS "AbsenceReasonSettingRow_label_sv", "AbsenceReasonSettingRow"."label_en" AS "AbsenceReasonSettingRow_label_en", "AbsenceReasonSettingRow"."digit" AS "AbsenceReasonSettingRow_digit", "AbsenceReasonSettingRow"."letter_code" AS "AbsenceReasonSettingRow_letter_code" FROM "absence_reason_setting" "AbsenceReasonSettingRow";
