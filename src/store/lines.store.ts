import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LineStatus } from '../kernel/phone-words.js';
import type { E164, Extension } from '../staff/phone-number.js';

/** A line as the exchange reports it: nothing of who is at the other end (P22). */
export type LineObservation = {
  readonly e164: E164 | null;
  readonly extension: Extension | null;
  readonly status: LineStatus;
  /** Rises with every report of the line; late and repeated ones are dropped by it. */
  readonly reportSeq: string;
  readonly expiresAt: Date;
};

/** Live facts: one row a line, overwritten, never audited. */
@Injectable()
export class LinesStore {
  constructor(private readonly database: DataSource) {}

  /** Overwrites the lines of a dial plan that belong to somebody; what is known to be newer, or still counts, stays. */
  async report(dialPlan: string, observations: readonly LineObservation[], now: Date) {
    await this.database.query(
      `insert into line_state as known (municipality_code, line, status, report_seq, expires_at)
       select distinct on (m.code, o.line) m.code, o.line, o.status, o.seq, o.expires_at
         from jsonb_to_recordset($2) as o(line text, e164 text, extension text, status text,
                seq numeric, expires_at timestamptz)
         join municipality m on m.dial_plan = $1
        where exists (select 1 from phone_number n
                       where n.municipality_code = m.code
                         and (n.e164 = o.e164 or n.extension = o.extension))
        order by m.code, o.line, o.seq desc
       on conflict on constraint line_state_pkey do update set
           status = excluded.status, report_seq = excluded.report_seq, expires_at = excluded.expires_at
        where excluded.report_seq > known.report_seq or known.expires_at <= $3`,
      [dialPlan, JSON.stringify(observations.map((o) => observationRow(dialPlan, o))), now],
    );
  }
}

function observationRow(dialPlan: string, { e164, extension, status, ...rest }: LineObservation) {
  return {
    line: e164 ?? `${dialPlan}/${extension}`,
    e164,
    extension,
    status,
    seq: rest.reportSeq,
    expires_at: rest.expiresAt.toISOString(),
  };
}
