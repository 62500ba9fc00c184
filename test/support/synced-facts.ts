import type { Client } from 'pg';

/**
 * Everything that syncs write of a directory, as plain data that two databases can be compared by:
 * people and units by their keys instead of by their ids, without the records of runs and without times.
 */
export async function syncedFacts(db: Client): Promise<Readonly<Record<string, unknown>>> {
  const facts: Record<string, unknown> = {};
  for (const [name, sql] of Object.entries(statements)) facts[name] = (await db.query(sql)).rows;
  return facts;
}

const statements = {
  people: `
    select p.source_id, p.directory_key, p.source_hash, p.display_name, p.given_name, p.family_name, p.title,
        p.email, p.employee_id, p.kind, p.account_state, p.sort_key, p.search_words, p.list_key, p.employment, p.filled,
        p.dn_digest, p.manager_digest, p.missing_since is not null as missing, p.left_at is not null as left,
        u.directory_key as unit, m.directory_key as manager, l.protection_level, l.mobile_audience,
        (select jsonb_agg(jsonb_build_array(n.position, n.kind, n.e164, n.extension, n.original) order by n.position)
           from directory_number n where n.person_id = p.id) as numbers,
        (select jsonb_agg(jsonb_build_array(n.kind, n.e164) order by n.kind)
           from added_number n where n.person_id = p.id) as added
      from person p
      join person_local l on l.person_id = p.id
      left join unit u on u.id = p.unit_id
      left join person m on m.id = p.manager_id
     order by p.source_id, p.directory_key`,
  units: `
    select u.source_id, u.directory_key, u.name, u.folded_name, u.dn_digest, up.directory_key as parent
      from unit u left join unit up on up.id = u.parent_id
     order by u.source_id, u.directory_key`,
  losses: `select source_id, directory_key, kind from sync_loss order by 1, 2, 3`,
  held: `select source_id, hash, rules, held, decision from held_plan order by 1, 2`,
  staged: `select source_id, directory_key from staged_person
           union all select source_id, directory_key from staged_number order by 1, 2`,
  sources: `select id, configuration, mapping, marks from directory_source order by id`,
};
