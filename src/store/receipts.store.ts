import { Injectable } from '@nestjs/common';
import { DataSource, LessThanOrEqual, QueryFailedError } from 'typeorm';
import type { Receipt } from '../kernel/receipt.js';
import { ReceiptRow } from './rows/receipt.row.js';

/** What requests with an idempotency key came to; each is written with its change (`recordFacts`), so either both stand or neither. */
@Injectable()
export class ReceiptsStore {
  constructor(private readonly database: DataSource) {}

  /** What somebody's request with this key came to; null for a key that is new. */
  async of(actor: string, key: string): Promise<Receipt | null> {
    const row = await this.database.getRepository(ReceiptRow).findOneBy({ actor, key });
    return row && { key, digest: row.digest, result: row.result };
  }

  /** Erases those that were written at this instant or before. Returns how many. */
  async eraseWrittenBy(instant: Date): Promise<number> {
    const result = await this.database
      .getRepository(ReceiptRow)
      .delete({ at: LessThanOrEqual(instant) });
    return result.affected ?? 0;
  }
}

/** Whether a change failed because another one with the same key was carried out meanwhile. */
export function isReceiptTaken(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { constraint } = error.driverError as { readonly constraint?: string };
  return constraint === 'receipt_pkey';
}
