import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PersonId } from '../kernel/ids.js';
import type { NumberAudience, NumberKind, ProtectionLevel } from '../kernel/words.js';
import type { E164, Extension } from '../staff/phone-number.js';
import { AddedNumberRow } from './rows/added-number.row.js';
import { PersonLocalRow } from './rows/person-local.row.js';

/** Numbers to add beside the directory's; undefined keeps what is there, null takes it away. */
export type NumberChange = {
  readonly direct: E164 | null | undefined;
  readonly extension: Extension | null | undefined;
  readonly mobile: E164 | null | undefined;
  readonly mobileAudience: NumberAudience | null | undefined;
};

/** Local facts that hang on the person itself: added numbers, who sees the mobile, the level. */
@Injectable()
export class LocalFactsStore {
  constructor(private readonly database: DataSource) {}

  /** Adds and removes numbers, all or none; false when the person's version has moved on. */
  async changeNumbers(personId: PersonId, version: string, change: NumberChange): Promise<boolean> {
    const { direct, extension, mobile, mobileAudience } = change;
    return this.database.transaction(async (tx) => {
      const local = await tx.findOne(PersonLocalRow, {
        where: { personId, version: rowVersion(version) },
        lock: { mode: 'pessimistic_write' },
      });
      if (local === null) return false;
      await setNumber(tx, local, 'DIRECT', { e164: direct, extension });
      await setNumber(tx, local, 'MOBILE', { e164: mobile, extension: undefined });
      await tx.update(
        PersonLocalRow,
        { personId },
        { version: local.version + 1, ...(mobileAudience !== undefined && { mobileAudience }) },
      );
      return true;
    });
  }

  /** Sets the level by hand, which no undoing of a run touches; false when the person's version has moved on. */
  async setLevel(personId: PersonId, version: string, level: ProtectionLevel): Promise<boolean> {
    const result = await this.database
      .getRepository(PersonLocalRow)
      .update(
        { personId, version: rowVersion(version) },
        { protectionLevel: level, levelRunId: null, version: rowVersion(version) + 1 },
      );
    return result.affected === 1;
  }
}

async function setNumber(
  tx: EntityManager,
  { personId, municipalityCode }: PersonLocalRow,
  kind: NumberKind,
  change: Pick<NumberChange, 'extension'> & { readonly e164: E164 | null | undefined },
): Promise<void> {
  if (change.e164 === undefined && change.extension === undefined) return;
  const before = await tx.findOneBy(AddedNumberRow, { personId, kind });
  const e164 = change.e164 === undefined ? (before?.e164 ?? null) : change.e164;
  const extension = change.extension === undefined ? (before?.extension ?? null) : change.extension;
  await tx.delete(AddedNumberRow, { personId, kind });
  const original = e164 ?? extension;
  if (original === null) return;
  const number = { id: randomUUID(), kind, e164, extension, original };
  await tx.insert(AddedNumberRow, { ...number, personId, municipalityCode });
}

/** The version that a client sent, as rows hold it; text that never was one matches no row. */
function rowVersion(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
}
