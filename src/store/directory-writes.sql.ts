import { recorded } from './sync-audit.sql.js';

/** The statements that carry out what was staged for a source ($1), each over all of it at once. */

/**
 * What was staged a moment ago has no statistics, and a plan made for a few rows takes a minute for a
 * hundred thousand. Without nested loops every join reads each table once.
 */
export const wholeTables = `set local enable_nestloop = off`;

/** Finds whom the staged known people are. */
export const findKnown = `
  update staged_person s set person_id = p.id
    from person p
   where s.source_id = $1 and s.known and p.source_id = $1 and p.directory_key = s.directory_key`;

export const findKnownNumbers = `
  update staged_number n set person_id = p.id
    from person p
   where n.source_id = $1 and n.known and p.source_id = $1 and p.directory_key = n.directory_key`;

/** How many known people have another place in the directory than before, PROTECTED ones left out. */
export const countMoved = `
  select count(*)::int as moved
    from staged_person s
    join person p on p.id = s.person_id
    join person_local l on l.person_id = p.id
   where s.source_id = $1 and s.known and p.dn_digest <> s.dn_digest and l.protection_level <> 'PROTECTED'`;

/** Links somebody who was made anew to who it was: the new key, everything else kept. */
export const relink = `
  update person p set directory_key = pair.new_key
    from unnest($2::text[], $3::text[]) as pair(old_key, new_key)
   where p.source_id = $1 and p.directory_key = pair.old_key`;

export const stagedAsKnown = `
  update staged_person set known = true where source_id = $1 and directory_key = any($2)`;

export const stagedNumbersAsKnown = `
  update staged_number set known = true where source_id = $1 and directory_key = any($2)`;

/** Whoever is linked to a marked entry has its level, if that is higher; at the instant $3. */
export const raiseRelinked = `
  with raised as (
  update person_local l set protection_level = s.level, version = l.version + 1, level_run_id = null
    from staged_person s
    join person p on p.source_id = $1 and p.directory_key = s.directory_key
   where s.source_id = $1 and s.directory_key = any($2) and l.person_id = p.id
     and array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], s.level)
       > array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], l.protection_level)
  returning l.person_id as id, l.municipality_code, array['protectionLevel'] as fields)
  ${recorded('SYNC_RAISE', '$3', 'raised')}`;

/** Leaves out what is staged of these keys ($2). */
export const unstage = `
  delete from staged_person where source_id = $1 and directory_key = any($2)`;

export const unstageNumbers = `
  delete from staged_number where source_id = $1 and directory_key = any($2)`;

export const insertPeople = `
  insert into person (id, municipality_code, source_id, directory_key, source_hash, display_name,
      given_name, family_name, title, email, employee_id, kind, account_state, unit_id, sort_key,
      search_words, list_key, employment, filled, dn_digest, manager_digest)
  select s.person_id, s.municipality_code, s.source_id, s.directory_key, s.source_hash, s.display_name,
      s.given_name, s.family_name, s.title, s.email, s.employee_id, s.kind, s.account_state, u.id, s.sort_key,
      s.search_words, s.list_key, 'ACTIVE', s.filled, s.dn_digest, s.manager_digest
    from staged_person s
    left join unit u on u.source_id = $1 and u.dn_digest = s.unit_digest
   where s.source_id = $1 and not s.known`;

/** Gives new people their level, in the same transaction: nobody can be read without one. */
export const insertLevels = `
  insert into person_local (person_id, municipality_code, protection_level, version)
  select s.person_id, s.municipality_code, s.level, 1
    from staged_person s where s.source_id = $1 and not s.known order by s.person_id`;

export const updatePeople = `
  update person p
     set source_hash = s.source_hash, display_name = s.display_name, given_name = s.given_name,
         family_name = s.family_name, title = s.title, email = s.email, employee_id = s.employee_id,
         kind = s.kind, account_state = s.account_state, unit_id = u.id, sort_key = s.sort_key,
         search_words = s.search_words, list_key = s.list_key, filled = s.filled, dn_digest = s.dn_digest,
         manager_digest = s.manager_digest
    from staged_person s
    left join unit u on u.source_id = $1 and u.dn_digest = s.unit_digest
   where s.source_id = $1 and s.known and p.id = s.person_id`;

export const deleteNumbers = `
  delete from directory_number n using staged_person s
   where s.source_id = $1 and s.known and n.person_id = s.person_id`;

export const insertNumbers = `
  insert into directory_number (person_id, municipality_code, position, kind, e164, extension, original)
  select n.person_id, n.municipality_code, n.position, n.kind, n.e164, n.extension, n.original
    from staged_number n where n.source_id = $1 order by n.person_id, n.position`;

/**
 * Finds each supervisor among the people of the source, at the instant $2; a name that leads nowhere
 * leads to nobody. Of a new person the supervisor is no change.
 */
export const resolveManagers = `
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
  ${recorded('SYNC_UPDATE', '$2', 'changed')}
   where not exists (
     select 1 from staged_person s where s.source_id = $1 and not s.known and s.person_id = c.id)`;
