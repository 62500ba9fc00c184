import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual, type EntityManager } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { AbsenceId } from '../kernel/ids.js';
import type { AbsenceReason, TimePrecision } from '../kernel/absence-words.js';
import {
  planCalendar,
  type CalendarAbsence,
  type CalendarPlan,
  type KeptCalendarAbsence,
} from '../staff/calendar-plan.js';
import type { AbsenceOwner } from './absences.store.js';
import { recordFacts } from './audit-writes.js';
import { AbsenceRow } from './rows/absence.row.js';
import { CalendarReturnRow } from './rows/calendar-return.row.js';

/** The absences that come from people's calendars. */
@Injectable()
export class CalendarsStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Puts the absences that a calendar wants in the place of those that came from it before, and records it
   * where anything differs. Two imports for the same person take turns.
   */
  async replace(
    owner: AbsenceOwner,
    wanted: readonly CalendarAbsence[],
    now: Date,
    fact: AuditFact,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(lockPerson, [owner.personId]);
      const keys = wanted.map(({ key }) => key);
      const kept = (await tx.query(keptEvents, [owner.personId, now, keys])) as EventRow[];
      const returns = (await tx.query(returnsOf, [owner.personId, now])) as ReturnRow[];
      const backAt = new Map(returns.map((one) => [one.event_key, one.back_at]));
      const plan = planCalendar(kept.map(eventFrom), wanted, backAt, now);
      if (await carryOut(tx, owner, plan)) await recordFacts(tx, [fact]);
    });
  }

  /** Forgets who came back early from events that are over by now. Returns how many. */
  async forgetReturns(now: Date): Promise<number> {
    const result = await this.database
      .getRepository(CalendarReturnRow)
      .delete({ forgetAt: LessThanOrEqual(now) });
    return result.affected ?? 0;
  }
}

/** Carries a plan out; whether there was anything to do. */
async function carryOut(
  tx: EntityManager,
  { personId, municipality }: AbsenceOwner,
  { add, change, remove }: CalendarPlan,
): Promise<boolean> {
  if (remove.length > 0) await tx.query('delete from absence where id = any($1)', [remove]);
  for (const { id, ...one } of change) {
    const version = () => 'version + 1';
    await tx.update(AbsenceRow, { id }, { ...columns(one), version });
  }
  const rows = add.map((one) => {
    const id = randomUUID();
    return { id, personId, municipalityCode: municipality, version: 1, ...columns(one) };
  });
  if (rows.length > 0) await tx.insert(AbsenceRow, rows);
  return add.length + change.length + remove.length > 0;
}

function columns({ key, reason, startsAt, endsAt, endsAtPrecision, phoneRings }: CalendarAbsence) {
  const said = { eventKey: key, reason, startsAt, endsAt, endsAtPrecision, phoneRings };
  return { ...said, note: null, source: 'CALENDAR' };
}

type ReturnRow = { readonly event_key: string; readonly back_at: Date };
type EventRow = {
  readonly id: AbsenceId;
  readonly event_key: string;
  readonly reason: AbsenceReason;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly ends_at_precision: TimePrecision;
  readonly phone_rings: boolean;
};

function eventFrom(row: EventRow): KeptCalendarAbsence {
  return {
    id: row.id,
    key: row.event_key,
    reason: row.reason,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    endsAtPrecision: row.ends_at_precision,
    phoneRings: row.phone_rings,
  };
}

const lockPerson = `select 1 from person_local where person_id = $1 for no key update`;

/** Those that are over too, if the calendar has them still: an event has one row. */
const keptEvents = `
  select id, event_key, reason, starts_at, ends_at, ends_at_precision, phone_rings from absence
   where person_id = $1 and event_key is not null and (ends_at > $2 or event_key = any($3))`;

const returnsOf = `select event_key, back_at from calendar_return where person_id = $1 and forget_at > $2`;
