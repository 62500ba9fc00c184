import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { LineStatus } from '../kernel/phone-words.js';
import type { E164, Extension } from '../staff/phone-number.js';
import { noteExchangeReport } from './exchange-report.js';

/** A line as the exchange reports it: nothing of who is at the other end (P22). */
export type LineObservation = {
  readonly e164: E164 | null;
  readonly extension: Extension | null;
  readonly status: LineStatus;
  /** Rises with every report of the line; late and repeated ones are dropped by it. */
  readonly reportSeq: string;
  readonly observedAt: Date;
  readonly expiresAt: Date;
};

/** Some lines of a dial plan; a full report says of those which it does not name that they are unknown. */
export type LinesReported = {
  readonly dialPlan: string;
  readonly full: boolean;
  readonly lines: readonly LineObservation[];
};

/** As long as a report that is older may still be valid, a line remembers which reports it had. */
const rememberMilliseconds = 86_400_000;

/** Live facts: one row a line, overwritten, never audited. */
@Injectable()
export class LinesStore {
  constructor(private readonly database: DataSource) {}

  /** Overwrites the lines of a dial plan that belong to somebody; what is known to be newer, or still counts, stays. */
  async report({ dialPlan, full, lines }: LinesReported, now: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      await noteExchangeReport(tx, dialPlan, now);
      if (lines.length === 0) return;
      const rows = JSON.stringify(lines.map((line) => observationRow(dialPlan, line)));
      await tx.query(overwrite, [dialPlan, rows, now]);
      if (full) await this.forgetOthers(tx, dialPlan, rows, now);
    });
  }

  private async forgetOthers(
    tx: Pick<EntityManager, 'query'>,
    ...parameters: [string, string, Date]
  ): Promise<void> {
    await tx.query(forgetOthers, parameters);
  }

  /** Takes the state out of what has expired, and deletes what no late report can be older than any more (P22). */
  async eraseExpired(now: Date): Promise<void> {
    await this.database.query(silenceExpired, [now]);
    await this.database.query(deleteExpired, [new Date(now.getTime() - rememberMilliseconds)]);
  }
}

function observationRow(dialPlan: string, { e164, extension, status, ...rest }: LineObservation) {
  return {
    line: e164 ?? `${dialPlan}/${extension}`,
    e164,
    extension,
    status,
    seq: rest.reportSeq,
    observed_at: rest.observedAt.toISOString(),
    expires_at: rest.expiresAt.toISOString(),
  };
}

/**
 * After the expiry of what is known, an exchange that was restarted may count from the beginning. Nobody else
 * writes between what is read here and what is written: reports of a dial plan wait for each other.
 */
const overwrite = `
  insert into line_state (municipality_code, line, status, report_seq, expires_at)
  select distinct on (m.code, o.line) m.code, o.line, o.status, o.seq, o.expires_at
    from jsonb_to_recordset($2) as o(line text, e164 text, extension text, status text,
           seq numeric, observed_at timestamptz, expires_at timestamptz)
    join municipality m on m.dial_plan = $1
    join exchange_state e on e.municipality_code = m.code and e.dial_plan = m.dial_plan
    left join line_state known on known.municipality_code = m.code and known.line = o.line
   where exists (select 1 from phone_number n
                  where n.municipality_code = m.code
                    and (n.e164 = o.e164 or n.extension = o.extension))
     and o.expires_at > $3
     and (known.line is null or o.seq > known.report_seq or known.expires_at <= o.observed_at)
     and (e.full_seq is null or o.seq > e.full_seq or e.full_until <= o.observed_at)
   order by m.code, o.line, o.seq desc
  on conflict on constraint line_state_pkey do update set
      status = excluded.status, report_seq = excluded.report_seq, expires_at = excluded.expires_at`;

/** Only of a full report that is newer than the last one; a line that has been reported later stays. */
const forgetOthers = `
  with reported as (
    select line, seq, observed_at, expires_at
      from jsonb_to_recordset($2) as o(line text, seq numeric, observed_at timestamptz, expires_at timestamptz)
  ), newest as (
    update exchange_state e
       set full_seq = r.seq, full_until = r.until
      from (select max(seq) as seq, max(observed_at) as observed_at, max(expires_at) as until from reported) r
     where e.dial_plan = $1 and r.until > $3
       and (e.full_seq is null or e.full_seq < r.seq or e.full_until <= r.observed_at)
    returning e.municipality_code, e.full_seq
  )
  update line_state s
     set status = 'UNKNOWN'
    from newest
   where s.municipality_code = newest.municipality_code and s.report_seq <= newest.full_seq
     and s.line not in (select line from reported)`;

const silenceExpired = `
  update line_state s set status = 'UNKNOWN'
    from (select municipality_code, line from line_state
           where expires_at <= $1 and status <> 'UNKNOWN' for update skip locked) as old
   where s.municipality_code = old.municipality_code and s.line = old.line`;

const deleteExpired = `
  delete from line_state s
   using (select municipality_code, line from line_state
           where expires_at <= $1 for update skip locked) as old
   where s.municipality_code = old.municipality_code and s.line = old.line`;
