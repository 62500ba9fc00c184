import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { MunicipalityCode, PersonId } from '../kernel/ids.js';
import type { AccountState, ProtectionLevel } from '../kernel/words.js';
import type { UnitRecord } from '../staff/directory-record.js';
import { foldForSearch } from '../staff/names.js';
import {
  insertLocal,
  insertNumbers,
  lossRow,
  numberRows,
  personRow,
  upsertPeople,
  type DirectoryWrite,
} from './directory-writes.js';
import { DirectorySourceRow } from './rows/directory-source.row.js';

/** Which source the facts come from. */
export type SourceKey = { readonly id: string; readonly municipality: MunicipalityCode };

/** Directory facts. Nothing here touches a local fact, but for levels, which a directory may raise. */
@Injectable()
export class DirectoryStore {
  constructor(private readonly database: DataSource) {}

  /** When the source was last read to its end, and under which configuration; nulls before the first time. */
  async lastComplete(source: SourceKey) {
    const row = await this.database.getRepository(DirectorySourceRow).findOneBy({ id: source.id });
    return { at: row?.lastCompleteAt ?? null, configuration: row?.configuration ?? null };
  }

  /** What is known of a source's people, by directory key: id, digest, and which fields are filled. */
  async knownPeople(source: SourceKey) {
    const rows = (await this.database.query(
      `select p.directory_key as key, p.id, p.source_hash as hash, p.missing_since is not null as missing,
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
        where p.source_id = $1`,
      [source.id],
    )) as (KnownRow & { readonly key: string })[];
    return new Map(
      rows.map(({ key, fields, ...known }) => [key, { ...known, fields: new Set(fields) }]),
    );
  }

  /** Raises levels by directory key, at once and never down. Returns how many people it protected more. */
  async raiseLevels(
    source: SourceKey,
    levels: readonly { readonly key: string; readonly level: ProtectionLevel }[],
  ): Promise<number> {
    const [, count] = (await this.database.query(
      `update person_local l
          set protection_level = raised.level, version = l.version + 1
         from person p
         join jsonb_to_recordset($2) as raised(key text, level text) on raised.key = p.directory_key
        where p.id = l.person_id and p.source_id = $1
          and array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], raised.level)
            > array_position(array['OPEN', 'RESTRICTED', 'PROTECTED'], l.protection_level)`,
      [source.id, JSON.stringify(levels)],
    )) as [unknown, number];
    return count;
  }

  /** Carries out one run's writes in one transaction: all of them, or none. */
  async apply(
    source: SourceKey,
    run: {
      readonly units: readonly UnitRecord[];
      readonly people: readonly DirectoryWrite[];
      readonly reappear: readonly PersonId[];
      readonly missing: readonly PersonId[];
      /** Losses that nobody was asked about, and those that are made good, as `KIND:key`. */
      readonly losses: readonly string[];
      readonly regained: readonly string[];
      readonly configuration: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.writeUnits(tx, source, run.units);
      await this.writePeople(tx, source, run.people, new Map(run.units.map((u) => [u.dn, u.key])));
      await tx.query(
        `update person set missing_since = null, left_at = null, employment = 'ACTIVE'
          where id = any($1)`,
        [run.reappear],
      );
      await this.letGo(tx, source, run.at);
      await tx.query(`update person set missing_since = $2 where id = any($1)`, [
        run.missing,
        run.at,
      ]);
      await this.writeLosses(tx, source, run);
      await tx.query(
        `update directory_source set last_complete_at = $2, configuration = $3 where id = $1`,
        [source.id, run.at, run.configuration],
      );
    });
  }

  /** Who has been missing from two complete reads at least six hours apart has left, and after 90 days is gone. */
  private async letGo(tx: EntityManager, source: SourceKey, at: Date) {
    await tx.query(
      `update person set employment = 'GONE'
        where source_id = $1 and employment = 'LEFT' and left_at <= $2`,
      [source.id, new Date(at.getTime() - shownAfterLeavingMilliseconds)],
    );
    await tx.query(
      `update person set employment = 'LEFT', left_at = $3
        where source_id = $1 and employment = 'ACTIVE' and missing_since <= $2`,
      [source.id, new Date(at.getTime() - missingMilliseconds), at],
    );
  }

  private async writeLosses(
    tx: EntityManager,
    source: SourceKey,
    run: {
      readonly losses: readonly string[];
      readonly regained: readonly string[];
      readonly at: Date;
    },
  ) {
    await tx.query(
      `delete from sync_loss where source_id = $1 and kind || ':' || directory_key = any($2)`,
      [source.id, run.regained],
    );
    await tx.query(
      `insert into sync_loss (id, municipality_code, source_id, directory_key, kind, lost_at)
       select l.id, $2, $1, l.key, l.kind, $4
         from jsonb_to_recordset($3) as l(id uuid, key text, kind text)
       on conflict on constraint sync_loss_entry_key do update set lost_at = excluded.lost_at`,
      [source.id, source.municipality, JSON.stringify(run.losses.map(lossRow)), run.at],
    );
  }

  private async writeUnits(tx: EntityManager, source: SourceKey, units: readonly UnitRecord[]) {
    const keyOf = new Map(units.map((unit) => [unit.dn, unit.key]));
    const rows = units.map((unit) => ({
      id: randomUUID(),
      key: unit.key,
      parent: keyOf.get(unit.parentDn ?? '') ?? null,
      name: unit.name,
      folded: foldForSearch(unit.name),
    }));
    await tx.query(
      `insert into unit (id, municipality_code, source_id, directory_key, name, folded_name)
       select u.id, $2, $1, u.key, u.name, u.folded
         from jsonb_to_recordset($3) as u(id uuid, key text, name text, folded text)
       on conflict on constraint unit_source_key do update
          set name = excluded.name, folded_name = excluded.folded_name
        where (unit.name, unit.folded_name) is distinct from (excluded.name, excluded.folded_name)`,
      [source.id, source.municipality, JSON.stringify(rows)],
    );
    await tx.query(
      `update unit set parent_id = parent.id
         from jsonb_to_recordset($2) as u(key text, parent text)
         left join unit parent on parent.source_id = $1 and parent.directory_key = u.parent
        where unit.source_id = $1 and unit.directory_key = u.key
          and unit.parent_id is distinct from parent.id`,
      [source.id, JSON.stringify(rows)],
    );
  }

  private async writePeople(
    tx: EntityManager,
    source: SourceKey,
    people: readonly DirectoryWrite[],
    unitKeys: ReadonlyMap<string, string>,
  ) {
    for (let at = 0; at < people.length; at += batchSize) {
      const batch = people.slice(at, at + batchSize);
      const rows = batch.map((write) => personRow(write, unitKeys));
      await tx.query(upsertPeople, [source.id, source.municipality, JSON.stringify(rows)]);
      // The level stands before the person can be read: the same transaction, and an inner join.
      await tx.query(insertLocal, [source.id, JSON.stringify(rows)]);
      await tx.query(
        `delete from directory_number n using person p
          where p.id = n.person_id and p.source_id = $1 and p.directory_key = any($2)`,
        [source.id, batch.map((write) => write.key)],
      );
      await tx.query(insertNumbers, [source.id, JSON.stringify(batch.flatMap(numberRows))]);
    }
  }
}

/** What is known of one person, for a plan and its gate. */
type KnownRow = {
  readonly id: PersonId;
  readonly hash: string;
  readonly missing: boolean;
  readonly accountState: AccountState;
  readonly fields: readonly ('title' | 'email' | 'employeeId' | 'unit' | 'direct' | 'mobile')[];
};

/** Rule R2: soft first. */
const missingMilliseconds = 6 * 3_600_000;
const shownAfterLeavingMilliseconds = 90 * 86_400_000;

const batchSize = 500;
