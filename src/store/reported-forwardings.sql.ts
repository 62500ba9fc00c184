import { protectedNow } from './protected-people.js';

/** What an exchange says, as the parameter that holds it in JSON is read. */
function said(parameter: number): string {
  return `jsonb_to_recordset($${parameter}) as o(municipality_code text, line text, topic text, e164 text,
      extension text, condition text, origin text, active boolean, seconds integer, target_kind text,
      target_e164 text, target_extension text, seq numeric, observed_at timestamptz)`;
}

/** Whose line it is, within the municipality of the line: nobody, or everybody who shares it. */
const holders = `(select distinct n.person_id from phone_number n
     where n.municipality_code = o.municipality_code and (n.e164 = o.e164 or n.extension = o.extension))`;

/**
 * Counts each line of the dial plan ($1) on by what it says of a forwarding ($2), and returns those that are
 * newer than what is known. A full report ($3) that was seen later is newer, whatever it counts:
 * an exchange that was started anew counts from the beginning.
 */
export const acceptReports = `
  insert into phone_report as known (municipality_code, line, topic, report_seq, observed_at)
  select distinct on (m.code, o.line, o.topic) m.code, o.line, o.topic, o.seq, o.observed_at
    from ${said(2)}
    join municipality m on m.dial_plan = $1
   where exists (select 1 from phone_number n
                  where n.municipality_code = m.code and (n.e164 = o.e164 or n.extension = o.extension))
   order by m.code, o.line, o.topic, o.seq desc
  on conflict on constraint phone_report_pkey do update set
      report_seq = excluded.report_seq, observed_at = excluded.observed_at
   where excluded.report_seq > known.report_seq or ($3 and excluded.observed_at > known.observed_at)
  returning municipality_code, line, topic`;

/**
 * Takes away, of a layer ($1), what the exchange says is gone ($2), and what somebody had set here in a slot of
 * which the exchange now says something.
 */
export const removeTold = `
  delete from forwarding f using ${said(2)}, lateral ${holders} as holder
   where f.person_id = holder.person_id and f.layer = $1
     and f.condition = o.condition and f.origin = o.origin
     and (f.line is null or (o.target_kind is null and f.line = o.line))
  returning f.id, f.person_id as "personId", f.municipality_code as municipality,
    f.line is null as "setHere"`;

/**
 * Sets, in a layer ($1), what the exchange has ($2). A number or an extension of the dial plan ($3) that is
 * somebody's becomes that person, but of somebody PROTECTED, who is not known to exist: it stays a
 * number, as one that nobody has. Of two lines of a person, one that is active goes before one that is not.
 */
export const setTold = `
  insert into forwarding (id, municipality_code, person_id, condition, origin, layer, no_answer_seconds,
      target_kind, target_number, target_person_id, active, valid_until, source, observed_at, line, version)
  select distinct on (holder.person_id, o.condition, o.origin)
      gen_random_uuid(), o.municipality_code, holder.person_id, o.condition, o.origin, $1, o.seconds,
      case when target.id is not null then 'PERSON' when o.target_kind = 'EXTENSION' then 'NUMBER'
        else o.target_kind end,
      case when target.id is null then o.target_e164 end, target.id, o.active, null, 'PHONE_SYSTEM',
      o.observed_at, o.line, 1
    from ${said(2)}
    join lateral ${holders} as holder on true
    left join lateral (
      select p.id from phone_number n
        join municipality m on m.code = n.municipality_code
        join person p on p.id = n.person_id and p.employment = 'ACTIVE'
        left join person_local l on l.person_id = p.id
       where (n.e164 = o.target_e164 or (n.extension = o.target_extension and m.dial_plan = $3))
         and not ${protectedNow}
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
   where forwarding.line = excluded.line or excluded.active or not forwarding.active`;

/**
 * Takes away from a layer ($1) of a dial plan ($3) what a full report ($2), seen at an instant ($4), does not have.
 * What was seen after that stays.
 */
export const removeOthers = `
  delete from forwarding f using municipality m
   where m.code = f.municipality_code and m.dial_plan = $3 and f.layer = $1
     and (f.observed_at is null or f.observed_at <= $4)
     and not exists (select 1 from ${said(2)}
                       join phone_number n on n.e164 = o.e164 or n.extension = o.extension
                      where n.person_id = f.person_id and o.condition = f.condition
                        and o.origin = f.origin and o.target_kind is not null)
  returning f.id, f.person_id as "personId", f.municipality_code as municipality,
    f.line is null as "setHere"`;
