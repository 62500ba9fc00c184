-- MunicipalitiesStore.configure
insert into municipality (code, id, name, switchboard_number, area_code, extension_digits,
             dial_plan, number_series, mobile_visibility)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict on constraint municipality_pkey do update set
             name = excluded.name, switchboard_number = excluded.switchboard_number,
             area_code = excluded.area_code, extension_digits = excluded.extension_digits,
             dial_plan = excluded.dial_plan, number_series = excluded.number_series,
             mobile_visibility = excluded.mobile_visibility;
insert into directory_source (id, municipality_code, marks, refused_binds) values ($1, $2, '{}', 0)
           on conflict on constraint directory_source_pkey do nothing;
SELECT "MunicipalityRow"."code" AS "MunicipalityRow_code", "MunicipalityRow"."id" AS "MunicipalityRow_id", "MunicipalityRow"."name" AS "MunicipalityRow_name", "MunicipalityRow"."switchboard_number" AS "MunicipalityRow_switchboard_number", "MunicipalityRow"."area_code" AS "MunicipalityRow_area_code", "MunicipalityRow"."extension_digits" AS "MunicipalityRow_extension_digits", "MunicipalityRow"."dial_plan" AS "MunicipalityRow_dial_plan", "MunicipalityRow"."number_series" AS "MunicipalityRow_number_series", "MunicipalityRow"."mobile_visibility" AS "MunicipalityRow_mobile_visibility" FROM "municipality" "MunicipalityRow" ORDER BY "MunicipalityRow"."name" ASC;

-- PeopleStore.undisclosedByIds
select p.id, p.municipality_code, p.display_name, p.given_name, p.family_name, p.title, p.email,
    p.employee_id, p.kind, p.account_state, p.left_at, p.manager_id, l.protection_level, l.mobile_audience,
    l.version,
    (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = p.unit_id
       union all
       select u.id, u.name, u.parent_id, up.depth + 1 from unit u join up on u.id = up.parent_id
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by depth desc) from up) as units,
    (select jsonb_agg(jsonb_build_object('kind', n.kind, 'e164', n.e164, 'extension', n.extension,
         'source', n.source) order by n.kind, n.position, n.e164, n.extension)
       from phone_number n where n.person_id = p.id) as numbers,
    (select jsonb_agg(to_jsonb(a) order by a.starts_at, a.id)
       from absence a where a.person_id = p.id and (a.ends_at is null or a.ends_at > $3)) as absences,
    (select jsonb_agg(to_jsonb(f) order by f.condition, f.origin, f.layer)
       from forwarding f where f.person_id = p.id and (f.valid_until is null or f.valid_until > $3)
    ) as forwardings,
    (select jsonb_agg(jsonb_build_object('kind', n.kind, 'status', s.status,
         'expires_at', s.expires_at) order by n.kind, s.line)
       from phone_number n
       join line_state s on s.municipality_code = n.municipality_code
        and s.line in (n.e164, m.dial_plan || '/' || n.extension)
      where n.person_id = p.id) as lines
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.id = $2) and p.id = any($4);

-- PeopleStore.undisclosedReferredFrom
with recursive referral as (
    select id, 0 as hop from unnest($4::uuid[]) as start(id)
    union
    select target.id, referral.hop + 1
      from referral
      join lateral (
        select a.substitute_id as id from absence a
         where a.person_id = referral.id and a.starts_at <= $3 and (a.ends_at is null or a.ends_at > $3)
        union all
        select f.target_person_id from forwarding f
         where f.person_id = referral.id and f.active and (f.valid_until is null or f.valid_until > $3)
        union all
        select subordinate.manager_id from person subordinate
         where subordinate.id = referral.id and $5::boolean
      ) as target on target.id is not null
      join person p on p.id = target.id
      join person_local l on l.person_id = p.id
     where referral.hop < case when $5 then 15 else 5 end and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.id = $2)
  )
  
  select p.id, p.municipality_code, p.display_name, p.given_name, p.family_name, p.title, p.email,
    p.employee_id, p.kind, p.account_state, p.left_at, p.manager_id, l.protection_level, l.mobile_audience,
    l.version,
    (with recursive up as (
       select u.id, u.name, u.parent_id, 0 as depth from unit u where u.id = p.unit_id
       union all
       select u.id, u.name, u.parent_id, up.depth + 1 from unit u join up on u.id = up.parent_id
        where up.depth < 20
     ) select jsonb_agg(jsonb_build_object('id', id, 'name', name) order by depth desc) from up) as units,
    (select jsonb_agg(jsonb_build_object('kind', n.kind, 'e164', n.e164, 'extension', n.extension,
         'source', n.source) order by n.kind, n.position, n.e164, n.extension)
       from phone_number n where n.person_id = p.id) as numbers,
    (select jsonb_agg(to_jsonb(a) order by a.starts_at, a.id)
       from absence a where a.person_id = p.id and (a.ends_at is null or a.ends_at > $3)) as absences,
    (select jsonb_agg(to_jsonb(f) order by f.condition, f.origin, f.layer)
       from forwarding f where f.person_id = p.id and (f.valid_until is null or f.valid_until > $3)
    ) as forwardings,
    (select jsonb_agg(jsonb_build_object('kind', n.kind, 'status', s.status,
         'expires_at', s.expires_at) order by n.kind, s.line)
       from phone_number n
       join line_state s on s.municipality_code = n.municipality_code
        and s.line in (n.e164, m.dial_plan || '/' || n.extension)
      where n.person_id = p.id) as lines
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.id = $2) and p.id in (select id from referral where hop > 0) and p.id <> all($4);

-- PeopleStore.search
select p.id, p.sort_key as "sortKey"
    
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.id = $2)
     and ($10::text[] is null or p.municipality_code = any($10))
     and ($11::text is null or (p.sort_key, p.id) > ($11::text collate "sv-x-icu", $12::uuid))
     and (
       ($3::text[] <> '{}' and (
         select bool_and(
             ' ' || p.folded_text || ' ' || coalesce(u.folded_name, '') like term.prefix
             or (p.email like term.mail and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($5) or p.id = $2)))
           from unnest($3::text[], $4::text[]) as term(prefix, mail)
           left join unit u on u.id = p.unit_id))
       or ($6::text is not null and exists (
         select 1 from phone_number n
          where n.person_id = p.id and (n.e164 like $6 or n.extension = $7)
            and (p.id = $2 or case when n.kind = 'MOBILE' then (coalesce(l.mobile_audience, m.mobile_visibility) || ':' || (l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end)) = any($9)
            else (l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($8) end))))
   order by p.sort_key, p.id
   limit $13;

-- PeopleStore.find by mail address
select p.id 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.id = $2) and p.email = $3 and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($4) or p.id = $2) order by p.sort_key, p.id limit 1;

-- PeopleStore.find by employee id
select p.id 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.id = $2) and p.municipality_code = $3 and p.employee_id = $4 and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($5) or p.id = $2)
   order by p.sort_key, p.id limit 1;

-- PeopleStore.findByNumber
select p.id 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.id = $2)
     and p.id in (select n.person_id from phone_number n where n.e164 = $3)
     and exists (select 1 from phone_number n
                  where n.person_id = p.id and n.e164 = $3 and (p.id = $2 or case when n.kind = 'MOBILE' then (coalesce(l.mobile_audience, m.mobile_visibility) || ':' || (l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end)) = any($5)
            else (l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($4) end))
   order by p.sort_key, p.id limit 1;

-- PeopleStore.findByExtension
select p.id 
    from person p
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   where ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($1) or p.id = $2) and m.dial_plan = $3
     and exists (select 1 from phone_number n where n.person_id = p.id and n.extension = $4)
     and ((l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end) = any($5) or p.id = $2)
   order by p.sort_key, p.id limit 1;

-- PeopleStore.undisclosedIdOfEmployee
select (array_agg(p.id))[1] as id from person p
   where p.municipality_code = $1 and p.employee_id = $2 and p.employment = 'ACTIVE'
  having count(*) = 1;

-- PeopleStore.unit
with recursive up as (
    select u.id, u.name, u.parent_id, u.municipality_code, 0 as depth from unit u where u.id = $1
    union all
    select u.id, u.name, u.parent_id, u.municipality_code, up.depth + 1
      from unit u join up on u.id = up.parent_id where up.depth < 20
  ) select max(municipality_code) as code,
      jsonb_agg(jsonb_build_object('id', id, 'name', name) order by depth desc) as units
      from up having count(*) > 0;

-- DirectoryStore.knownPeople
select p.directory_key as key, p.id, p.source_hash as hash, p.missing_since is not null as missing,
          p.account_state as "accountState",
          array_remove(array[
            case when p.title is not null then 'title' end,
            case when p.email is not null then 'email' end,
            case when p.employee_id is not null then 'employeeId' end,
            case when p.unit_id is not null then 'unit' end,
            case when 'DIRECT' = any(n.kinds) then 'direct' end,
            case when 'MOBILE' = any(n.kinds) then 'mobile' end], null) as fields
         from person p
         left join (select person_id, array_agg(kind) as kinds from directory_number group by person_id) n
           on n.person_id = p.id
        where p.source_id = $1;

-- DirectoryStore.raiseLevels
update person_local l
          set protection_level = raised.level, version = l.version + 1
         from person p
         join jsonb_to_recordset($2) as raised(key text, level text) on raised.key = p.directory_key
        where p.id = l.person_id and p.source_id = $1
          and array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], raised.level)
            > array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], l.protection_level);

-- DirectoryStore.apply
START TRANSACTION;
insert into unit (id, municipality_code, source_id, directory_key, name, folded_name)
       select u.id, $2, $1, u.key, u.name, u.folded
         from jsonb_to_recordset($3) as u(id uuid, key text, name text, folded text)
       on conflict on constraint unit_source_key do update
          set name = excluded.name, folded_name = excluded.folded_name
        where (unit.name, unit.folded_name) is distinct from (excluded.name, excluded.folded_name);
update unit set parent_id = parent.id
         from jsonb_to_recordset($2) as u(key text, parent text)
         left join unit parent on parent.source_id = $1 and parent.directory_key = u.parent
        where unit.source_id = $1 and unit.directory_key = u.key
          and unit.parent_id is distinct from parent.id;
update person set missing_since = null, left_at = null, employment = 'ACTIVE'
          where id = any($1);
update person set employment = 'GONE'
        where source_id = $1 and employment = 'LEFT' and left_at <= $2;
update person set employment = 'LEFT', left_at = $3
        where source_id = $1 and employment = 'ACTIVE' and missing_since <= $2;
update person set missing_since = $2 where id = any($1);
delete from sync_loss where source_id = $1 and kind || ':' || directory_key = any($2);
insert into sync_loss (id, municipality_code, source_id, directory_key, kind, lost_at)
       select l.id, $2, $1, l.key, l.kind, $4
         from jsonb_to_recordset($3) as l(id uuid, key text, kind text)
       on conflict on constraint sync_loss_entry_key do update set lost_at = excluded.lost_at;
update directory_source set last_complete_at = $2, configuration = $3 where id = $1;
COMMIT;

-- DirectoryStore.lastComplete
SELECT "DirectorySourceRow"."id" AS "DirectorySourceRow_id", "DirectorySourceRow"."municipality_code" AS "DirectorySourceRow_municipality_code", "DirectorySourceRow"."last_complete_at" AS "DirectorySourceRow_last_complete_at", "DirectorySourceRow"."configuration" AS "DirectorySourceRow_configuration", "DirectorySourceRow"."mapping" AS "DirectorySourceRow_mapping", "DirectorySourceRow"."marks" AS "DirectorySourceRow_marks", "DirectorySourceRow"."lane_server" AS "DirectorySourceRow_lane_server", "DirectorySourceRow"."lane_position" AS "DirectorySourceRow_lane_position", "DirectorySourceRow"."refused_binds" AS "DirectorySourceRow_refused_binds", "DirectorySourceRow"."refused_credentials" AS "DirectorySourceRow_refused_credentials" FROM "directory_source" "DirectorySourceRow" WHERE (("DirectorySourceRow"."id" = $1)) LIMIT 1;

-- HeldPlansStore.recentLosses
SELECT "SyncLossRow"."kind" AS "SyncLossRow_kind", "SyncLossRow"."directory_key" AS "SyncLossRow_directory_key", "SyncLossRow"."id" AS "SyncLossRow_id" FROM "sync_loss" "SyncLossRow" WHERE (("SyncLossRow"."source_id" = $1) AND ("SyncLossRow"."lost_at" > $2));

-- HeldPlansStore.approvedSets
SELECT "HeldPlanRow"."id" AS "HeldPlanRow_id", "HeldPlanRow"."municipality_code" AS "HeldPlanRow_municipality_code", "HeldPlanRow"."source_id" AS "HeldPlanRow_source_id", "HeldPlanRow"."hash" AS "HeldPlanRow_hash", "HeldPlanRow"."rules" AS "HeldPlanRow_rules", "HeldPlanRow"."held" AS "HeldPlanRow_held", "HeldPlanRow"."held_at" AS "HeldPlanRow_held_at", "HeldPlanRow"."decision" AS "HeldPlanRow_decision", "HeldPlanRow"."decided_at" AS "HeldPlanRow_decided_at", "HeldPlanRow"."decided_by" AS "HeldPlanRow_decided_by" FROM "held_plan" "HeldPlanRow" WHERE (("HeldPlanRow"."source_id" = $1) AND ("HeldPlanRow"."decision" = $2) AND ("HeldPlanRow"."decided_at" > $3));

-- HeldPlansStore.hold
insert into held_plan (id, municipality_code, source_id, hash, rules, held, held_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint held_plan_hash_key do update set
           held_at = excluded.held_at, decision = null, decided_at = null
        where held_plan.decided_at <= $8;

-- HeldPlansStore.waiting
SELECT "HeldPlanRow"."id" AS "HeldPlanRow_id", "HeldPlanRow"."municipality_code" AS "HeldPlanRow_municipality_code", "HeldPlanRow"."source_id" AS "HeldPlanRow_source_id", "HeldPlanRow"."hash" AS "HeldPlanRow_hash", "HeldPlanRow"."rules" AS "HeldPlanRow_rules", "HeldPlanRow"."held" AS "HeldPlanRow_held", "HeldPlanRow"."held_at" AS "HeldPlanRow_held_at", "HeldPlanRow"."decision" AS "HeldPlanRow_decision", "HeldPlanRow"."decided_at" AS "HeldPlanRow_decided_at", "HeldPlanRow"."decided_by" AS "HeldPlanRow_decided_by" FROM "held_plan" "HeldPlanRow" WHERE (("HeldPlanRow"."decision" IS NULL)) ORDER BY "HeldPlanRow"."held_at" DESC, "HeldPlanRow"."hash" ASC;

-- HeldPlansStore.decide
UPDATE "held_plan" SET "decision" = $1, "decided_at" = $2 WHERE ("hash" = $3 AND "decision" IS NULL);

-- AbsencesStore.add
INSERT INTO "absence"("id", "municipality_code", "person_id", "reason", "starts_at", "ends_at", "ends_at_precision", "phone_rings", "note", "substitute_id", "source", "version") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- AbsencesStore.replace
UPDATE "absence" SET "reason" = $1, "starts_at" = $2, "ends_at" = $3, "ends_at_precision" = $4, "phone_rings" = $5, "note" = $6, "substitute_id" = $7, "source" = $8, "version" = $9 WHERE ("id" = $10 AND "version" = $11);

-- AbsencesStore.eraseEndedNotes
UPDATE "absence" SET "note" = $1 WHERE (NOT("note" IS NULL) AND "ends_at" <= $2);

-- AbsencesStore.ownerUndisclosed
SELECT "AbsenceRow"."person_id" AS "AbsenceRow_person_id", "AbsenceRow"."id" AS "AbsenceRow_id" FROM "absence" "AbsenceRow" WHERE (("AbsenceRow"."id" = $1)) LIMIT 1;

-- AbsencesStore.remove
DELETE FROM "absence" WHERE ("id" = $1 AND "version" = $2);

-- ForwardingsStore.set
insert into forwarding (id, municipality_code, person_id, condition, origin, layer,
           no_answer_seconds, target_kind, target_number, target_person_id, active, valid_until,
           source, observed_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)
       on conflict on constraint forwarding_slot_key do update set
           no_answer_seconds = excluded.no_answer_seconds, target_kind = excluded.target_kind,
           target_number = excluded.target_number, target_person_id = excluded.target_person_id,
           active = excluded.active, valid_until = excluded.valid_until, source = excluded.source,
           observed_at = excluded.observed_at, version = forwarding.version + 1
       returning id;

-- ForwardingsStore.ownerUndisclosed
SELECT "ForwardingRow"."person_id" AS "ForwardingRow_person_id", "ForwardingRow"."id" AS "ForwardingRow_id" FROM "forwarding" "ForwardingRow" WHERE (("ForwardingRow"."id" = $1)) LIMIT 1;

-- ForwardingsStore.remove
DELETE FROM "forwarding" WHERE ("id" = $1 AND "version" = $2);

-- LocalFactsStore.changeNumbers
START TRANSACTION;
SELECT "PersonLocalRow"."person_id" AS "PersonLocalRow_person_id", "PersonLocalRow"."municipality_code" AS "PersonLocalRow_municipality_code", "PersonLocalRow"."protection_level" AS "PersonLocalRow_protection_level", "PersonLocalRow"."mobile_audience" AS "PersonLocalRow_mobile_audience", "PersonLocalRow"."version" AS "PersonLocalRow_version" FROM "person_local" "PersonLocalRow" WHERE (("PersonLocalRow"."person_id" = $1) AND ("PersonLocalRow"."version" = $2)) LIMIT 1 FOR UPDATE;
SELECT "AddedNumberRow"."id" AS "AddedNumberRow_id", "AddedNumberRow"."municipality_code" AS "AddedNumberRow_municipality_code", "AddedNumberRow"."person_id" AS "AddedNumberRow_person_id", "AddedNumberRow"."kind" AS "AddedNumberRow_kind", "AddedNumberRow"."e164" AS "AddedNumberRow_e164", "AddedNumberRow"."extension" AS "AddedNumberRow_extension", "AddedNumberRow"."original" AS "AddedNumberRow_original" FROM "added_number" "AddedNumberRow" WHERE (("AddedNumberRow"."person_id" = $1) AND ("AddedNumberRow"."kind" = $2)) LIMIT 1;
DELETE FROM "added_number" WHERE ("person_id" = $1 AND "kind" = $2);
INSERT INTO "added_number"("id", "municipality_code", "person_id", "kind", "e164", "extension", "original") VALUES ($1, $2, $3, $4, $5, $6, $7);
UPDATE "person_local" SET "version" = $1 WHERE "person_id" = $2;
COMMIT;

-- LocalFactsStore.setLevel
UPDATE "person_local" SET "protection_level" = $1, "version" = $2 WHERE ("person_id" = $3 AND "version" = $4);

-- LinesStore.report
insert into line_state as known (municipality_code, line, status, report_seq, expires_at)
       select distinct on (m.code, o.line) m.code, o.line, o.status, o.seq, o.expires_at
         from jsonb_to_recordset($2) as o(line text, e164 text, extension text, status text,
                seq numeric, expires_at timestamptz)
         join municipality m on m.dial_plan = $1
        where exists (select 1 from phone_number n
                       where n.municipality_code = m.code
                         and (n.e164 = o.e164 or n.extension = o.extension))
        order by m.code, o.line, o.seq desc
       on conflict on constraint line_state_pkey do update set
           status = excluded.status, report_seq = excluded.report_seq, expires_at = excluded.expires_at
        where excluded.report_seq > known.report_seq or known.expires_at <= $3;

-- SyncRunsStore.start
INSERT INTO "sync_run"("id", "municipality_code", "source_id", "status", "started_at", "finished_at", "seen", "created", "updated", "missing", "message", "kind", "trigger", "server", "moved", "disabled", "reappeared", "left_scope", "removed", "raised", "rejected", "plan_hash") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);

-- SyncRunsStore.request
INSERT INTO "sync_run"("id", "municipality_code", "source_id", "status", "started_at", "finished_at", "seen", "created", "updated", "missing", "message", "kind", "trigger", "server", "moved", "disabled", "reappeared", "left_scope", "removed", "raised", "rejected", "plan_hash") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22);

-- SyncRunsStore.queued
SELECT "SyncRunRow"."id" AS "SyncRunRow_id", "SyncRunRow"."municipality_code" AS "SyncRunRow_municipality_code", "SyncRunRow"."source_id" AS "SyncRunRow_source_id", "SyncRunRow"."status" AS "SyncRunRow_status", "SyncRunRow"."started_at" AS "SyncRunRow_started_at", "SyncRunRow"."finished_at" AS "SyncRunRow_finished_at", "SyncRunRow"."seen" AS "SyncRunRow_seen", "SyncRunRow"."created" AS "SyncRunRow_created", "SyncRunRow"."updated" AS "SyncRunRow_updated", "SyncRunRow"."missing" AS "SyncRunRow_missing", "SyncRunRow"."message" AS "SyncRunRow_message", "SyncRunRow"."kind" AS "SyncRunRow_kind", "SyncRunRow"."trigger" AS "SyncRunRow_trigger", "SyncRunRow"."server" AS "SyncRunRow_server", "SyncRunRow"."moved" AS "SyncRunRow_moved", "SyncRunRow"."disabled" AS "SyncRunRow_disabled", "SyncRunRow"."reappeared" AS "SyncRunRow_reappeared", "SyncRunRow"."left_scope" AS "SyncRunRow_left_scope", "SyncRunRow"."removed" AS "SyncRunRow_removed", "SyncRunRow"."raised" AS "SyncRunRow_raised", "SyncRunRow"."rejected" AS "SyncRunRow_rejected", "SyncRunRow"."plan_hash" AS "SyncRunRow_plan_hash" FROM "sync_run" "SyncRunRow" WHERE (("SyncRunRow"."status" = $1)) ORDER BY "SyncRunRow"."started_at" ASC, "SyncRunRow"."id" ASC;

-- SyncRunsStore.take
UPDATE "sync_run" SET "status" = $1, "started_at" = $2 WHERE ("id" = $3 AND "status" = $4);

-- SyncRunsStore.closeAborted
UPDATE "sync_run" SET "status" = $1, "finished_at" = $2 WHERE ("source_id" = $3 AND "status" = $4);

-- SyncRunsStore.finish
START TRANSACTION;
UPDATE "sync_run" SET "seen" = $1, "created" = $2, "updated" = $3, "moved" = $4, "disabled" = $5, "reappeared" = $6, "missing" = $7, "left_scope" = $8, "removed" = $9, "raised" = $10, "status" = $11, "server" = $12, "plan_hash" = $13, "message" = $14, "rejected" = $15, "finished_at" = $16 WHERE "id" = $17;
delete from sync_rejection using sync_run
        where sync_rejection.run_id = sync_run.id and sync_run.source_id = $1
          and sync_run.started_at < $2 and not exists (select 1 from level_rise r where r.run_id = sync_run.id);
delete from sync_run where source_id = $1 and started_at < $2 and not exists (select 1 from level_rise r where r.run_id = sync_run.id);
COMMIT;

-- ApiKeysStore.add
INSERT INTO "api_key"("id", "key_id", "secret_hmac", "role", "label", "municipality_code", "scopes", "expires_at", "revoked_at") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- ApiKeysStore.byKeyId
SELECT "ApiKeyRow"."id" AS "ApiKeyRow_id", "ApiKeyRow"."key_id" AS "ApiKeyRow_key_id", "ApiKeyRow"."secret_hmac" AS "ApiKeyRow_secret_hmac", "ApiKeyRow"."role" AS "ApiKeyRow_role", "ApiKeyRow"."label" AS "ApiKeyRow_label", "ApiKeyRow"."municipality_code" AS "ApiKeyRow_municipality_code", "ApiKeyRow"."scopes" AS "ApiKeyRow_scopes", "ApiKeyRow"."expires_at" AS "ApiKeyRow_expires_at", "ApiKeyRow"."revoked_at" AS "ApiKeyRow_revoked_at" FROM "api_key" "ApiKeyRow" WHERE (("ApiKeyRow"."key_id" = $1)) LIMIT 1;
