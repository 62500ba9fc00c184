import { randomUUID } from 'node:crypto';
import type { SourceKey } from './directory.store.js';
import type { SyncConnection } from './sync-connections.js';

/** Remembers losses that nobody was asked about, as `KIND:key`, and forgets those that were made good. */
export async function writeLosses(
  tx: SyncConnection['manager'],
  source: SourceKey,
  run: {
    readonly losses: readonly string[];
    readonly regained: readonly string[];
    readonly at: Date;
  },
): Promise<void> {
  if (run.regained.length > 0)
    await tx.query(
      `delete from sync_loss where source_id = $1 and kind || ':' || directory_key = any($2)`,
      [source.id, run.regained],
    );
  if (run.losses.length > 0)
    await tx.query(
      `insert into sync_loss (id, municipality_code, source_id, directory_key, kind, lost_at)
       select l.id, $2, $1, l.key, l.kind, $4
         from json_to_recordset($3) as l(id uuid, key text, kind text)
       on conflict on constraint sync_loss_entry_key do update set lost_at = excluded.lost_at`,
      [source.id, source.municipality, JSON.stringify(run.losses.map(lossRow)), run.at],
    );
}

function lossRow(loss: string) {
  const [kind = '', ...key] = loss.split(':');
  return { id: randomUUID(), kind, key: key.join(':') };
}
