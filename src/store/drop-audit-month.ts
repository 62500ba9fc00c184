import { countMonth } from './audit-seals.sql.js';
import { openAsOwner } from './migrate.js';
import type { AuditConnection } from './seal.js';

/** How many rows of a month a municipality has. */
export type MonthRows = { readonly code: string; readonly rows: number };

/** The rows of a month that each municipality has. */
export async function rowsOfMonth(
  tx: AuditConnection,
  month: string,
): Promise<readonly MonthRows[]> {
  return (await tx.query(countMonth, boundsOf(month))) as readonly MonthRows[];
}

/** Takes a month's rows away whole; only the owner of the tables can. `month` is as `2026-01`. */
export async function dropMonth(tx: AuditConnection, month: string): Promise<void> {
  const partition = `audit_entry_${month.replace('-', '_')}`;
  await tx.query(`set local lock_timeout = '10s'`);
  await tx.query(`drop table if exists public.${partition}`);
  // A month that began before its partition was made stands among the others.
  await tx.query('delete from public.audit_entry_other where at >= $1 and at < $2', [
    ...boundsOf(month),
  ]);
}

/** Runs `work` in one transaction as the owner of the tables. */
export async function asOwner<T>(
  ownerUrl: string,
  work: (tx: AuditConnection) => Promise<T>,
): Promise<T> {
  const owner = openAsOwner(ownerUrl);
  await owner.initialize();
  try {
    return await owner.transaction(work);
  } finally {
    await owner.destroy();
  }
}

function boundsOf(month: string): readonly [Date, Date] {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return [new Date(Date.UTC(year, index - 1)), new Date(Date.UTC(year, index))];
}
