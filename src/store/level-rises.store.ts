import { Injectable } from '@nestjs/common';
import type { ProtectionLevel } from '../kernel/words.js';
import type { SourceKey } from './directory.store.js';
import type { SyncConnection } from './sync-connections.js';

/** Levels that runs raised. */
@Injectable()
export class LevelRisesStore {
  /** Raises levels by directory key, at once and never down, and records each. Returns how many people it protected more. */
  async raise(
    connection: Pick<SyncConnection, 'query'>,
    source: SourceKey,
    runId: string,
    levels: readonly { readonly key: string; readonly level: ProtectionLevel }[],
    at: Date,
  ): Promise<number> {
    if (levels.length === 0) return 0;
    const [{ raised }] = (await connection.query(
      `with raised as (
         update person_local l
            set protection_level = w.level, version = l.version + 1
           from person p
           join json_to_recordset($2) as w(key text, level text) on w.key = p.directory_key,
                person_local old
          where p.id = l.person_id and p.source_id = $1 and old.person_id = l.person_id
            and array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], w.level)
              > array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], l.protection_level)
         returning l.person_id, old.protection_level as before, l.protection_level as after
       ), recorded as (
         insert into level_rise (id, municipality_code, run_id, person_id, level_before, level_after, raised_at)
         select gen_random_uuid(), $3, $4, person_id, before, after, $5 from raised
         on conflict on constraint level_rise_entry_key do update set level_after = excluded.level_after
       )
       select count(*)::int as raised from raised`,
      [source.id, JSON.stringify(levels), source.municipality, runId, at],
    )) as [{ raised: number }];
    return raised;
  }
}
