import { randomUUID } from 'node:crypto';
import type { UnitRecord } from '../staff/directory-record.js';
import { foldForSearch } from '../staff/names.js';
import type { SourceKey } from './directory.store.js';
import type { Digest } from './staging.js';
import type { SyncConnection } from './sync-connections.js';

/** Writes units and the tree that they make. A unit is known by its key; one that moved takes its place with it. */
export async function writeUnits(
  tx: SyncConnection['manager'],
  source: SourceKey,
  units: readonly UnitRecord[],
  digest: Digest,
): Promise<void> {
  if (units.length === 0) return;
  const rows = units.map((unit) => {
    const dn = digest(unit.dn);
    return {
      id: randomUUID(),
      key: unit.key ?? `attributes:${dn}`,
      dn,
      parent: unit.parentDn === null ? null : digest(unit.parentDn),
      name: unit.name,
      folded: foldForSearch(unit.name),
    };
  });
  const json = JSON.stringify(rows);
  await tx.query(vacatePlaces, [source.id, json]);
  await tx.query(upsertUnits, [source.id, source.municipality, json]);
  await tx.query(linkParents, [source.id, json]);
}

/** A name that belongs to another unit now is no longer the old one's. */
const vacatePlaces = `
  update unit set dn_digest = null
    from json_to_recordset($2) as w(key text, dn text)
   where unit.source_id = $1 and unit.dn_digest = w.dn and unit.directory_key <> w.key`;

/** Only what differs: a conflict locks its row, and a run in which nothing changed has none. Their lines the database keeps. */
const upsertUnits = `
  insert into unit (id, municipality_code, source_id, directory_key, name, folded_name, dn_digest, line)
  select w.id, $2, $1, w.key, w.name, w.folded, w.dn, '[]'
    from json_to_recordset($3) as w(id uuid, key text, name text, folded text, dn text)
    left join unit u on u.source_id = $1 and u.directory_key = w.key
   where (u.name, u.folded_name, u.dn_digest) is distinct from (w.name, w.folded, w.dn)
  on conflict on constraint unit_source_key do update
     set name = excluded.name, folded_name = excluded.folded_name, dn_digest = excluded.dn_digest`;

const linkParents = `
  update unit set parent_id = parent.id
    from json_to_recordset($2) as w(key text, parent text)
    left join unit parent on parent.source_id = $1 and parent.dn_digest = w.parent
   where unit.source_id = $1 and unit.directory_key = w.key
     and unit.parent_id is distinct from parent.id`;
