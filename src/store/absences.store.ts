import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, Not } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { AbsenceId, MunicipalityCode, PersonId } from '../kernel/ids.js';
import type { Absence } from '../staff/absence.js';
import type { Referral } from '../staff/referral.js';
import { recordFacts } from './audit-writes.js';
import { AbsenceRow } from './rows/absence.row.js';

/** Whose absence it is. */
export type AbsenceOwner = { readonly personId: PersonId; readonly municipality: MunicipalityCode };

/** A new absence, with its record. */
export type NewAbsence = {
  readonly owner: AbsenceOwner;
  readonly absence: Absence;
  readonly fact: AuditFact;
};

/** Local facts: absences. */
@Injectable()
export class AbsencesStore {
  constructor(private readonly database: DataSource) {}

  /** Adds an absence, and records it. */
  async add(owner: AbsenceOwner, absence: Absence, fact: AuditFact): Promise<void> {
    await this.addAll([{ owner, absence, fact }]);
  }

  /** Adds them all and records each, or none. */
  async addAll(all: readonly NewAbsence[]): Promise<void> {
    if (all.length === 0) return;
    await this.database.transaction(async (tx) => {
      const rows = all.map(({ owner: { personId, municipality }, absence }) => {
        const whose = { id: absence.id, personId, municipalityCode: municipality, version: 1 };
        return { ...whose, ...columns(absence) };
      });
      await tx.insert(AbsenceRow, rows);
      await recordFacts(
        tx,
        all.map(({ fact }) => fact),
      );
    });
  }

  /**
   * Overwrites an absence that still has the version, and records it; false when somebody else was first.
   * One that came from a calendar is over at `backAt`, also when the calendar is read again.
   */
  async replace(absence: Absence, fact: AuditFact, backAt: Date): Promise<boolean> {
    const version = Number(absence.version);
    return this.database.transaction(async (tx) => {
      await tx.query(keepReturn, [absence.id, version, backAt]);
      const changed = { ...columns(absence), version: version + 1 };
      const { affected } = await tx.update(AbsenceRow, { id: absence.id, version }, changed);
      if (affected === 1) await recordFacts(tx, [fact]);
      return affected === 1;
    });
  }

  /** Removes an absence that never began, and records it; false when somebody else changed it first. */
  async remove(absence: Absence, fact: AuditFact): Promise<boolean> {
    const key = { id: absence.id, version: Number(absence.version) };
    return this.database.transaction(async (tx) => {
      await tx.query(keepReturn, [key.id, key.version, absence.startsAt]);
      const { affected } = await tx.delete(AbsenceRow, key);
      if (affected === 1) await recordFacts(tx, [fact]);
      return affected === 1;
    });
  }

  /** Erases the notes of absences that have ended; they were for operators meanwhile. Returns how many. */
  async eraseEndedNotes(now: Date): Promise<number> {
    const result = await this.database.getRepository(AbsenceRow).update(
      [
        { note: Not(IsNull()), endsAt: LessThanOrEqual(now), recurrence: IsNull() },
        { note: Not(IsNull()), seriesEndsAt: LessThanOrEqual(now) },
      ],
      { note: null },
    );
    return result.affected ?? 0;
  }

  /**
   * Erases some of the absences that ended so many days ago as their municipality has decided, and
   * records of which municipality; none of one that has decided nothing. Returns how many.
   */
  async eraseEnded(now: Date): Promise<number> {
    return this.database.transaction(async (tx) => {
      const [rows] = (await tx.query(eraseEnded, [now])) as [{ code: MunicipalityCode }[], number];
      const codes = [...new Set(rows.map(({ code }) => code))];
      const facts = codes.map((municipality) => ({ ...erasing, at: now, municipality }));
      await recordFacts(tx, facts);
      return rows.length;
    });
  }

  /** Whose absence an id names, or null; the caller must look the person up within the viewer's reach. */
  async ownerUndisclosed(id: AbsenceId): Promise<PersonId | null> {
    const row = await this.database
      .getRepository(AbsenceRow)
      .findOne({ where: { id }, select: { personId: true } });
    return (row?.personId ?? null) as PersonId | null;
  }
}

/** Since when somebody is back from an event of a calendar, so that the calendar does not say otherwise the next time. */
const keepReturn = `
  insert into calendar_return (person_id, event_key, municipality_code, back_at, forget_at)
  select person_id, event_key, municipality_code, $3, ends_at from absence
   where id = $1 and version = $2 and event_key is not null and ends_at is not null
  on conflict on constraint calendar_return_pkey do update
     set back_at = excluded.back_at, forget_at = greatest(calendar_return.forget_at, excluded.forget_at)`;

/** Short transactions: whoever changes an absence meanwhile does not wait, and a locked one is due the next time. */
const eraseEnded = `
  with due as (
    select a.id from municipality_settings s
      join absence a on a.municipality_code = s.municipality_code
       and a.ends_at <= $1::timestamptz - make_interval(hours => 24 * s.ended_absences_after_days)
       and (a.recurrence is null
         or a.series_ends_at <= $1::timestamptz - make_interval(hours => 24 * s.ended_absences_after_days))
     order by a.ends_at, a.id
     limit 500
       for update of a skip locked)
  delete from absence where id in (select id from due) returning municipality_code as code`;

const erasing = {
  actor: 'retention',
  roles: '',
  organisation: null,
  action: 'ERASE_ABSENCES',
  origin: 'RETENTION',
  about: null,
  object: null,
  fields: [],
  purpose: null,
} as const;

function referralColumns(referral: Referral | null) {
  return {
    referralKind: referral?.kind ?? null,
    substituteId: referral?.kind === 'PERSON' ? referral.personId : null,
    referralUnitId: referral?.kind === 'ANSWER_GROUP' ? referral.unitId : null,
  };
}

function columns(absence: Absence) {
  const { recurrence } = absence;
  return {
    reason: absence.reason,
    startsAt: absence.startsAt,
    endsAt: absence.endsAt,
    endsAtPrecision: absence.endsAtPrecision,
    phoneRings: absence.phoneRings,
    note: absence.note,
    ...referralColumns(absence.referral),
    source: absence.source,
    recurrence: recurrence && {
      rule: recurrence.rule,
      exceptHolidays: recurrence.exceptHolidays,
      endedEarly: recurrence.endedEarly.map(({ startsAt, endsAt }) => {
        return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
      }),
    },
    seriesEndsAt: recurrence?.endsAt ?? null,
    ...(absence.source === 'CALENDAR' ? {} : { eventKey: null }),
  };
}
