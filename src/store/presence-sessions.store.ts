import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PersonId } from '../kernel/ids.js';
import type { Activity, Availability } from '../kernel/phone-words.js';
import type { FactSource } from '../kernel/words.js';
import type { E164, Extension } from '../staff/phone-number.js';
import { maxSessions, maxSessionSeconds } from '../staff/presence-session.js';
import type { AbsenceOwner } from './absences.store.js';
import { noteExchangeReport } from './exchange-report.js';
import { protectedNow } from './protected-people.js';

/** What a session says, and how new it is among what the same session has said. */
export type SessionReport = {
  readonly sessionId: string;
  readonly availability: Availability;
  readonly activity: Activity;
  readonly reportSeq: string;
  readonly observedAt: Date;
  readonly expiresAt: Date;
};

/** A session as the telephone system reports it, of whoever has the number, the extension or the id. */
export type SessionObservation = SessionReport & {
  readonly e164: E164 | null;
  readonly extension: Extension | null;
  readonly personId: PersonId | null;
};

type Kept = { readonly source: FactSource; readonly session_id: string; readonly silent: boolean };

/** Live facts: one row a person, source and session, overwritten, never audited. */
@Injectable()
export class PresenceSessionsStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Keeps what a person says of herself, unless the session has said something newer. False when she has as many
   * sessions already as count; one that says nothing any more gives place.
   */
  async say(owner: AbsenceOwner, session: SessionReport, now: Date): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      if (!(await this.makeRoom(tx, owner.personId, session.sessionId, now))) return false;
      await tx.query(keepOwn, [
        owner.personId,
        session.sessionId,
        owner.municipality,
        session.availability,
        session.activity,
        session.reportSeq,
        session.expiresAt,
        session.observedAt,
      ]);
      return true;
    });
  }

  private async makeRoom(
    tx: Pick<EntityManager, 'query'>,
    personId: PersonId,
    sessionId: string,
    now: Date,
  ): Promise<boolean> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 17))', [personId]);
    const kept = await tx.query<Kept[]>(sessionsOf, [personId, now]);
    const others = kept.filter((one) => one.source !== 'SELF' || one.session_id !== sessionId);
    if (others.length < maxSessions) return true;
    const silent = others.find((one) => one.silent);
    if (silent === undefined) return false;
    await tx.query(forget, [personId, silent.source, silent.session_id]);
    return true;
  }

  /** A person's own session says nothing any more; it still remembers which reports it had. */
  async takeBack(personId: PersonId, sessionId: string): Promise<void> {
    await this.database.query(
      `update presence_session set availability = 'UNKNOWN', activity = 'UNKNOWN'
        where person_id = $1 and source = 'SELF' and session_id = $2`,
      [personId, sessionId],
    );
  }

  /** Overwrites the sessions that the telephone system reports of people who are not PROTECTED; nobody is told whom that was. */
  async report(dialPlan: string, sessions: readonly SessionObservation[], now: Date) {
    await this.database.transaction(async (tx) => {
      await noteExchangeReport(tx, dialPlan, now);
      if (sessions.length === 0) return;
      await tx.query(overwrite, [dialPlan, JSON.stringify(sessions.map(observationRow)), now]);
    });
  }

  /** Takes what was said out of what has expired, and deletes what no late report can be older than any more. */
  async eraseExpired(now: Date): Promise<void> {
    await this.database.query(silenceExpired, [now]);
    await this.database.query(deleteExpired, [new Date(now.getTime() - maxSessionSeconds * 1000)]);
  }
}

function observationRow(session: SessionObservation) {
  return {
    e164: session.e164,
    extension: session.extension,
    person_id: session.personId,
    session_id: session.sessionId,
    availability: session.availability,
    activity: session.activity,
    seq: session.reportSeq,
    observed_at: session.observedAt.toISOString(),
    expires_at: session.expiresAt.toISOString(),
  };
}

const sessionsOf = `
  select source, session_id, expires_at <= $2 or availability = 'UNKNOWN' as silent
    from presence_session where person_id = $1 order by expires_at, source, session_id`;

const forget = `
  delete from presence_session where person_id = $1 and source = $2 and session_id = $3`;

const keepOwn = `
  insert into presence_session as known (person_id, source, session_id, municipality_code, availability,
      activity, report_seq, expires_at)
  values ($1, 'SELF', $2, $3, $4, $5, $6, $7)
  on conflict on constraint presence_session_pkey do update set
      availability = excluded.availability, activity = excluded.activity,
      report_seq = excluded.report_seq, expires_at = excluded.expires_at
   where excluded.report_seq > known.report_seq or known.expires_at <= $8`;

/**
 * Of several reports of a session, the newest; of new sessions, as many as there is room for. Nobody else writes
 * between what is read here and what is written: reports of a dial plan wait for each other.
 */
const overwrite = `
  with o as (
    select * from jsonb_to_recordset($2) as o(e164 text, extension text, person_id uuid, session_id text,
      availability text, activity text, seq numeric, observed_at timestamptz, expires_at timestamptz)
     where o.expires_at > $3
  ), named as (
    select person_id as id, o.* from o where person_id is not null
    union all
    select n.person_id, o.* from o join phone_number n on n.e164 = o.e164
    union all
    select n.person_id, o.* from o join phone_number n on n.extension = o.extension
  ), newest as (
    select distinct on (p.id, o.session_id) p.id as person_id, p.municipality_code, o.session_id,
        o.availability, o.activity, o.seq, o.expires_at, known.person_id is null as added
      from named o
      join person p on p.id = o.id and p.employment = 'ACTIVE'
      join municipality m on m.code = p.municipality_code and m.dial_plan = $1
      left join person_local l on l.person_id = p.id
      left join presence_session known on known.person_id = p.id and known.source = 'PHONE_SYSTEM'
       and known.session_id = o.session_id
     where not (${protectedNow})
       and (known.person_id is null or o.seq > known.report_seq or known.expires_at <= o.observed_at)
     order by p.id, o.session_id, o.seq desc
  ), numbered as (
    select newest.*, row_number() over (partition by person_id, added order by session_id) as place
      from newest
  )
  insert into presence_session (person_id, source, session_id, municipality_code, availability,
      activity, report_seq, expires_at)
  select person_id, 'PHONE_SYSTEM', session_id, municipality_code, availability, activity, seq, expires_at
    from numbered
   where not added or place + (select count(*) from presence_session kept
                                where kept.person_id = numbered.person_id) <= ${maxSessions}
  on conflict on constraint presence_session_pkey do update set
      availability = excluded.availability, activity = excluded.activity,
      report_seq = excluded.report_seq, expires_at = excluded.expires_at`;

const silenceExpired = `
  update presence_session s set availability = 'UNKNOWN', activity = 'UNKNOWN'
    from (select person_id, source, session_id from presence_session
           where expires_at <= $1 and availability <> 'UNKNOWN' for update skip locked) as old
   where s.person_id = old.person_id and s.source = old.source and s.session_id = old.session_id`;

const deleteExpired = `
  delete from presence_session s
   using (select person_id, source, session_id from presence_session
           where expires_at <= $1 for update skip locked) as old
   where s.person_id = old.person_id and s.source = old.source and s.session_id = old.session_id`;
