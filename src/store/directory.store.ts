import { Injectable } from '@nestjs/common';
import type { MunicipalityCode } from '../kernel/ids.js';
import type { AccountState, PersonKind, ProtectionLevel } from '../kernel/words.js';
import type { UnitRecord } from '../staff/directory-record.js';
import * as sql from './directory-writes.sql.js';
import { eraseLeavers, keep, letGo, markMissing, takeBack } from './leavers.js';
import type { LanePosition } from './source-state.store.js';
import type { Digest } from './staging.js';
import { recordCreations, recordUpdates } from './sync-audit.sql.js';
import type { SyncConnection } from './sync-connections.js';
import { writeLosses } from './sync-losses.js';
import { writeUnits } from './unit-writes.js';

/** Which source the facts come from. */
export type SourceKey = { readonly id: string; readonly municipality: MunicipalityCode };

/** What the gate has to know of one person. */
export type StateRow = {
  readonly accountState: AccountState;
  readonly kind: PersonKind;
  readonly missing: boolean;
  /** The watched fields that the directory fills, parted by spaces. */
  readonly filled: string;
};

/** What is known of one person, for a plan and its gate. */
export type KnownRow = StateRow & { readonly key: string; readonly hash: string };

/** An entry that has another key now. */
export type Pair = { readonly from: string; readonly to: string };

/** What a run carries out, beside what it has staged. */
export type Carried = {
  readonly units: readonly UnitRecord[];
  /** How many people are staged, and how many of them are known already. */
  readonly staged: number;
  readonly known: number;
  readonly relinked: readonly Pair[];
  /** Staged, but not to be carried out: they wait for a decision, or for the next complete read. */
  readonly leftOut: readonly string[];
  /** Not in the answer, and yet not missing: perhaps there under another key. */
  readonly notMissing: readonly string[];
  readonly reappeared: readonly string[];
  /** Losses that nobody was asked about, and those that are made good, as `KIND:key`. */
  readonly losses: readonly string[];
  readonly regained: readonly string[];
  readonly lane: LanePosition | null;
  readonly at: Date;
  /** Null for a read of what changed only: nobody is missing from that. */
  readonly complete: {
    readonly missing: readonly string[];
    readonly configuration: string;
    readonly mapping: string;
    readonly marks: Readonly<Record<string, number>>;
  } | null;
};

/** So many rows are read at once: whoever asks meanwhile waits for no more of them than that. */
const knownAtOnce = 500;
const knownColumns = `directory_key as key, source_hash as hash, account_state as "accountState", kind,
    missing_since is not null as missing, filled`;

/** Directory facts: what is known of a source, and what a run changes of it, in one transaction. */
@Injectable()
export class DirectoryStore {
  /** What is known of a source's people, some thousands at a time, in one pass over them. */
  async *knownPeople(
    connection: SyncConnection,
    source: SourceKey,
  ): AsyncGenerator<readonly KnownRow[]> {
    await connection.query('begin');
    try {
      await connection.query(
        `declare known no scroll cursor for
           select ${knownColumns} from person where source_id = $1 and employment <> 'ERASED'`,
        [source.id],
      );
      for (;;) {
        const rows = (await connection.query(`fetch ${knownAtOnce} from known`)) as KnownRow[];
        if (rows.length === 0) return;
        yield rows;
      }
    } finally {
      await connection.query('commit');
    }
  }

  /** What is known of the people with these keys. */
  async *knownByKeys(
    connection: SyncConnection,
    source: SourceKey,
    keys: readonly string[],
  ): AsyncGenerator<readonly KnownRow[]> {
    yield (await connection.query(
      `select ${knownColumns} from person
        where source_id = $1 and directory_key = any($2) and employment <> 'ERASED'`,
      [source.id, keys],
    )) as KnownRow[];
  }

  /** How many of the source's people are in each state. */
  async countStates(
    connection: SyncConnection,
    source: SourceKey,
  ): Promise<readonly { readonly state: StateRow; readonly count: number }[]> {
    const rows = (await connection.query(
      `select account_state as "accountState", kind, missing_since is not null as missing, filled,
           count(*)::int as count
         from person where source_id = $1 and employment <> 'ERASED' group by 1, 2, 3, 4`,
      [source.id],
    )) as (StateRow & { readonly count: number })[];
    return rows.map(({ count, ...state }) => ({ state, count }));
  }

  /** The levels of the source's people who are not OPEN, by directory key. */
  async levels(
    connection: SyncConnection,
    source: SourceKey,
  ): Promise<ReadonlyMap<string, ProtectionLevel>> {
    const rows = (await connection.query(
      `select p.directory_key as key, l.protection_level as level
         from person_local l join person p on p.id = l.person_id
        where l.protection_level <> 'OPEN' and p.source_id = $1`,
      [source.id],
    )) as { key: string; level: ProtectionLevel }[];
    return new Map(rows.map(({ key, level }) => [key, level]));
  }

  /**
   * New entries that have the employee id of somebody who is missing: each old and new key once, and
   * only where the id is one person's on both sides.
   */
  async relinkable(
    connection: SyncConnection,
    source: SourceKey,
    created: ReadonlyMap<string, string | null>,
    seen: (key: string) => boolean,
  ): Promise<readonly Pair[]> {
    const byId = new Map<string, string[]>();
    for (const [key, employeeId] of created)
      if (employeeId !== null) byId.set(employeeId, [...(byId.get(employeeId) ?? []), key]);
    const rows = (await connection.query(
      `select employee_id as "employeeId", array_agg(directory_key) as keys from person
        where source_id = $1 and employee_id = any($2) and employment <> 'ERASED'
        group by employee_id`,
      [source.id, [...byId.keys()]],
    )) as { employeeId: string; keys: string[] }[];
    return rows.flatMap(({ employeeId, keys }) => {
      const [from, ...others] = keys;
      const [to, ...more] = byId.get(employeeId) ?? [];
      const single = others.length + more.length === 0;
      return single && from && to && !seen(from) ? [{ from, to }] : [];
    });
  }

  /** Carries out one run in one transaction: all of it, or none. `close` writes the run's record in the same. */
  async carryOut(
    connection: SyncConnection,
    source: SourceKey,
    run: Carried,
    digest: Digest,
    close: (
      tx: SyncConnection['manager'],
      counted: { readonly moved: number; readonly removed: number },
    ) => Promise<void>,
  ): Promise<void> {
    await connection.manager.transaction(async (tx) => {
      await writeUnits(tx, source, run.units, digest);
      const moved = run.staged > 0 ? await this.writeStaged(tx, source, run) : 0;
      const back = [...run.reappeared, ...run.relinked.map((pair) => pair.to)];
      if (back.length > 0) await takeBack(tx, source, back, run.at);
      if (run.notMissing.length > 0) await keep(tx, source, run.notMissing, run.at);
      const removed = await this.closeRead(tx, source, run);
      if (run.staged + back.length + removed > 0)
        await tx.query(sql.resolveManagers, [source.id, run.at]);
      await writeLosses(tx, source, run);
      await close(tx, { moved, removed });
    });
  }

  private async writeStaged(tx: SyncConnection['manager'], source: SourceKey, run: Carried) {
    const one: [string] = [source.id];
    const dated: [string, Date] = [source.id, run.at];
    await tx.query(sql.wholeTables);
    if (run.leftOut.length > 0) {
      await tx.query(sql.unstageNumbers, [source.id, run.leftOut]);
      await tx.query(sql.unstage, [source.id, run.leftOut]);
    }
    if (run.relinked.length > 0) {
      const pairs = [run.relinked.map((pair) => pair.from), run.relinked.map((pair) => pair.to)];
      await tx.query(sql.relink, [source.id, ...pairs]);
      await tx.query(sql.stagedAsKnown, [source.id, pairs[1]]);
      await tx.query(sql.stagedNumbersAsKnown, [source.id, pairs[1]]);
      await tx.query(sql.raiseRelinked, [source.id, pairs[1], run.at]);
    }
    const moved = run.known + run.relinked.length > 0 ? await this.overwrite(tx, dated) : 0;
    await tx.query(sql.insertPeople, one);
    await tx.query(sql.insertLevels, one);
    await tx.query(sql.insertNumbers, one);
    await tx.query(recordCreations, dated);
    return moved;
  }

  private async overwrite(tx: SyncConnection['manager'], [source, at]: readonly [string, Date]) {
    await tx.query(sql.findKnown, [source]);
    await tx.query(sql.findKnownNumbers, [source]);
    const [{ moved }] = (await tx.query(sql.countMoved, [source])) as [{ moved: number }];
    await tx.query(recordUpdates, [source, at]);
    await tx.query(sql.updatePeople, [source]);
    await tx.query(sql.deleteNumbers, [source]);
    return moved;
  }

  /** Writes how far the source was read; after a read of everything also who is missing, left and gone. */
  private async closeRead(tx: SyncConnection['manager'], source: SourceKey, run: Carried) {
    const lane = [run.lane?.server ?? null, run.lane?.position ?? null];
    if (run.complete === null) {
      await tx.query(
        `update directory_source set lane_server = $2, lane_position = $3 where id = $1`,
        [source.id, ...lane],
      );
      return 0;
    }
    const { missing, configuration, mapping, marks } = run.complete;
    const removed = await letGo(tx, source, run.at);
    await eraseLeavers(tx, source, run.at);
    if (missing.length > 0) await markMissing(tx, source, missing, run.at);
    await tx.query(
      `update directory_source set lane_server = $2, lane_position = $3, last_complete_at = $4,
           configuration = $5, mapping = $6, marks = $7 where id = $1`,
      [source.id, ...lane, run.at, configuration, mapping, JSON.stringify(marks)],
    );
    return removed;
  }
}
