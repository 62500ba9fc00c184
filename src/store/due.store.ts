import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PersonId } from '../kernel/ids.js';
import type { DueMinute } from '../staff/due.js';
import { isSeries, type Series } from '../staff/recurrence.js';
import type { AbsenceJson } from './person-card-row.js';
import { absenceFrom } from './person-card.js';

/** What becomes true of people between two instants that no statement can see: minutes of opening hours, days, and occurrences. */
export type DueRules = {
  readonly minutes: readonly DueMinute[];
  /** When a day begins: whoever is away then, or at a workplace that keeps hours, is back on another day as seen from it. */
  readonly midnights: readonly Date[];
  readonly occurrences: readonly { readonly at: Date; readonly id: PersonId }[];
};

/** Says what is due from one instant to another, given the series of everybody. */
export type FindDue = (
  series: readonly { readonly personId: PersonId; readonly series: Series }[],
  from: Date,
  to: Date,
) => DueRules;

/** So many entries are moved in one transaction: fewer than are told as one change of a municipality. */
const most = 150;
/** After a longer silence whoever watches lists again. */
const longestMilliseconds = 86_400_000;
const minuteMilliseconds = 60_000;

/** Moves the entries whose facts become others by the passing of time alone. */
@Injectable()
export class DueStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Moves who is due up to now, each once, whoever else is at it in other processes; some of them, and true, when
   * there are many.
   */
  async move(now: Date, find: FindDue): Promise<boolean> {
    return this.moveNext(`${readClock} skip locked`, now, find);
  }

  /** The same after another process that is at it: true while there are more. */
  async moveAfterOthers(now: Date, find: FindDue): Promise<boolean> {
    return this.moveNext(readClock, now, find);
  }

  private async moveNext(read: string, now: Date, find: FindDue): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [clock] = (await tx.query(read)) as { at: Date | null; id: string }[];
      // Another process is at it.
      if (!clock) return false;
      const { at } = clock;
      if (at === null || now.getTime() - at.getTime() > longestMilliseconds) {
        if (at !== null) await tx.query(touchEverybody);
        await tx.query(setClock, [now, everybody]);
        return false;
      }
      if (at >= now) return false;
      const { minutes, midnights, occurrences } = await this.rules(tx, at, now, find);
      const due = (await tx.query(dueNext, [
        at,
        clock.id,
        now,
        JSON.stringify(minutes),
        JSON.stringify(occurrences),
        midnights,
        most,
      ])) as { at: Date; id: PersonId }[];
      const last = due.length < most ? undefined : due.at(-1);
      if (due.length > 0) await tx.query(touch, [[...new Set(due.map(({ id }) => id))]]);
      // Nothing is written while nothing happens, but once a minute.
      if (due.length > 0 || now.getTime() - at.getTime() >= minuteMilliseconds)
        await tx.query(setClock, last ? [last.at, last.id] : [now, everybody]);
      return last !== undefined;
    });
  }

  /** Opening hours and series change with the minute: nothing is looked for in between. */
  private async rules(tx: EntityManager, at: Date, now: Date, find: FindDue): Promise<DueRules> {
    const minute = (instant: Date) => Math.floor(instant.getTime() / minuteMilliseconds);
    // Those of the instant at which the last ones were left are in it again: the query leaves out who was told.
    const from = new Date(at.getTime() - 1);
    if (minute(from) === minute(now)) return { minutes: [], midnights: [], occurrences: [] };
    const rows = (await tx.query(series, [from])) as { absence: AbsenceJson; personId: PersonId }[];
    const all = rows.flatMap(({ absence, personId }) => {
      const one = absenceFrom(absence);
      return isSeries(one) ? [{ personId, series: one }] : [];
    });
    return find(all, from, now);
  }
}

/** After everybody of an instant. */
const everybody = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const readClock = `select at, entry_id as id from stream_clock for update`;

const setClock = `update stream_clock set at = $1, entry_id = $2`;

/** The row that closes what a transaction has touched: the triggers' own (migrations/0019-positions.ts). */
const last = `union all select pg_current_xact_id(), 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`;

const touchEverybody = `
  insert into stream_touch select pg_current_xact_id(), id from municipality ${last}`;

const touch = `
  insert into stream_touch select pg_current_xact_id(), unnest($1::uuid[]) ${last}`;

const series = `
  select to_jsonb(a) as absence, a.person_id as "personId" from absence a
   where a.recurrence is not null and (a.series_ends_at is null or a.series_ends_at >= $1)`;

const dueNext = `
  with recursive opening as (
    select h.at, o.unit_id from jsonb_to_recordset($4) as h(at timestamptz, weekday integer, time text)
      join opening_hours o on o.weekday = h.weekday and h.time in (o.opens_at, o.closes_at)
    union
    select m.at, o.unit_id from unnest($6::timestamptz[]) m(at), opening_hours o
    union
    select opening.at, u.id from unit u join opening on u.parent_id = opening.unit_id
  )
  select due.at, due.id from (
    select starts_at as at, person_id as id from absence where starts_at between $1 and $3 and recurrence is null
    union select ends_at, person_id from absence where ends_at between $1 and $3 and recurrence is null
    union select m.at, a.person_id from unnest($6::timestamptz[]) m(at)
      join absence a on a.starts_at < m.at and a.ends_at > m.at and a.recurrence is null
    union select valid_until, person_id from forwarding where valid_until between $1 and $3
    union select m.at, f.person_id from unnest($6::timestamptz[]) m(at) join forwarding f on f.valid_until > m.at
    union select opening.at, p.id from opening join person p on p.unit_id = opening.unit_id
    union select o.at, o.id from jsonb_to_recordset($5) as o(at timestamptz, id uuid)
  ) due
   where (due.at, due.id) > ($1, $2::uuid) and due.at <= $3
   order by due.at, due.id limit $7`;
