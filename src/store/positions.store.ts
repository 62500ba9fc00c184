import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MunicipalityCode, PersonId, UnitId } from '../kernel/ids.js';
import type { Cell } from '../kernel/viewer.js';

/** Where the stream of changes stands. Positions rise in the order of commits; a rise of `rights` says that somebody may see more or less. */
export type Head = {
  readonly position: number;
  readonly rights: number;
  /** Whoever stands before this one may have missed that an entry has gone. */
  readonly oldest: number;
};

/** An entry that has changed: where it stands, whom it is visible to, and the audiences that have lost sight of it, each with the position of that. */
export type Moved = {
  readonly id: PersonId;
  readonly municipality: MunicipalityCode;
  readonly position: number;
  /** NONE for an alias card that does not stand. */
  readonly cell: Cell | 'NONE';
  readonly leftFrom: Readonly<Record<string, number>>;
  readonly unitId: UnitId | null;
  readonly managerId: PersonId | null;
};

/** So much of a municipality has changed at once that its clients list again. */
export type Reset = { readonly municipality: MunicipalityCode; readonly position: number };

/** What lies after a position. */
export type MovedAfter = {
  readonly head: Head;
  readonly moved: readonly Moved[];
  readonly resets: readonly Reset[];
};

const dayMilliseconds = 86_400_000;

/** The positions of changes: the database's triggers write them, whoever makes the change. */
@Injectable()
export class PositionsStore {
  constructor(private readonly database: DataSource) {}

  /** Where the stream stands now. */
  async head(): Promise<Head> {
    const [row] = (await this.database.query(head)) as [Record<keyof Head, string>];
    return {
      position: Number(row.position),
      rights: Number(row.rights),
      oldest: Number(row.oldest),
    };
  }

  /**
   * Where the stream stands, the entries whose last change lies after a position, in its order, at most so many, and
   * the municipalities whose clients list again since then: all of one moment, so that none has moved on in between.
   */
  async undisclosedMoved(after: number, most: number): Promise<MovedAfter> {
    type Row = Omit<MovedAfter, 'moved'> & { readonly moved: Moved | null };
    const rows = (await this.database.query(moved, [after, most])) as [Row, ...Row[]];
    const [{ head, resets }] = rows;
    return { head, resets, moved: rows.flatMap((row) => row.moved ?? []) };
  }

  /** Once a day: forgets who lost sight of what more than a day ago, and when it was. */
  async forgetDayOld(now: Date): Promise<void> {
    const before = new Date(now.getTime() - dayMilliseconds);
    await this.database.transaction(async (tx) => {
      const turned = (await tx.query(turnDay, [now, before])) as [{ oldest: string }[], number];
      const [row] = turned[0];
      if (row) await tx.query(forgetLeft, [row.oldest]);
    });
  }
}

const head = `select position, rights, oldest from stream_head`;

const moved = `
  select jsonb_build_object('position', h.position, 'rights', h.rights, 'oldest', h.oldest) as head, e.moved,
         coalesce((select jsonb_agg(jsonb_build_object('municipality', r.municipality_code, 'position', r.position))
            from stream_reset r where r.position > $1), '[]') as resets
    from stream_head h left join lateral (
      select jsonb_build_object('id', e.entry_id, 'municipality', e.municipality_code, 'position', e.position,
               'cell', e.cell, 'leftFrom', e.left_from, 'unitId', p.unit_id, 'managerId', p.manager_id) as moved
        from stream_entry e join person p on p.id = e.entry_id
       where e.position > $1 order by e.position limit $2) e on true`;

/** What was the head a day ago is the oldest that can be resumed from, and the head of now is remembered. */
const turnDay = `
  update stream_head set oldest = day_position, day_position = position, day_at = $1
   where day_at is null or day_at <= $2
  returning oldest`;

const forgetLeft = `
  update stream_entry e set left_from = (
    select coalesce(jsonb_object_agg(key, value), '{}')
      from jsonb_each(e.left_from) where value::bigint > $1)
   where left_from <> '{}'`;
