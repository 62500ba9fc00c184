import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FindingRule } from '../kernel/finding-words.js';
import type { MunicipalityCode, PersonId, UnitId } from '../kernel/ids.js';
import type { Finding } from '../staff/findings.js';
import { SyncConnections } from './sync-connections.js';

/** Since when a finding has held, of a person or a unit, as its rule says. */
export type FindingSince = {
  readonly rule: FindingRule;
  readonly about: PersonId | UnitId;
  readonly since: Date;
};

/** The advisory lock of whoever keeps findings. */
const keepLock = 186_121;

/** Since when the findings hold (P11). That they hold is computed when they are read, from what the viewer may see. */
@Injectable()
export class FindingsStore {
  constructor(
    private readonly database: DataSource,
    private readonly connections: SyncConnections,
  ) {}

  /** Runs `work` as the only one that keeps findings, across all processes; does nothing when another one is at it. */
  async exclusively(work: () => Promise<void>): Promise<void> {
    await this.connections.use(async (connection) => {
      const [{ locked }] = (await connection.query(tryLock, [keepLock])) as [{ locked: boolean }];
      if (!locked) return;
      try {
        await work();
      } finally {
        // A connection that is gone has taken its lock with it.
        await connection.query(unlock, [keepLock]).catch(() => undefined);
      }
    });
  }

  /**
   * Keeps what holds in a municipality now: what is new since now, what was mended no more, and the rest as it is.
   * The findings must be computed as if nobody who is PROTECTED were there.
   */
  async keep(municipality: MunicipalityCode, findings: readonly Finding[], now: Date) {
    const found = findings.map(({ rule, personId, unitId }) => {
      return { rule, about: personId ?? unitId };
    });
    await this.database.query(keep, [municipality, JSON.stringify(found), now]);
  }

  /** Since when the findings about these people and units have held, as far as it is kept. */
  async since(about: readonly (PersonId | UnitId)[]): Promise<readonly FindingSince[]> {
    return this.database.query<FindingSince[]>(
      `select rule, about, since from finding where about = any($1) order by about, rule`,
      [about],
    );
  }
}

const tryLock = `select pg_try_advisory_lock($1, 0) as locked`;
const unlock = `select pg_advisory_unlock($1, 0)`;

/** Whoever has become PROTECTED since the findings were computed is left out, and nobody becomes it meanwhile. */
const keep = `
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
  on conflict on constraint finding_pkey do nothing`;
