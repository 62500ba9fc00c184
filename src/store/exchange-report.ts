import type { EntityManager } from 'typeorm';
import { minuteOf } from '../staff/exchange-state.js';

/**
 * Notes that an exchange has reported something, whatever it was, in the transaction of the report. The rows
 * stay locked until that ends, so that reports of one dial plan are taken one after the other.
 */
export async function noteExchangeReport(
  tx: Pick<EntityManager, 'query'>,
  dialPlan: string,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into exchange_state as known (municipality_code, dial_plan, last_report_at)
     select m.code, m.dial_plan, $2::timestamptz from municipality m where m.dial_plan = $1
      order by m.code
     on conflict on constraint exchange_state_pkey do update set
         last_report_at = excluded.last_report_at
      where excluded.last_report_at > known.last_report_at`,
    [dialPlan, minuteOf(now)],
  );
}
