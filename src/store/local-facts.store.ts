import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditFact, FactWithout } from '../kernel/audit-fact.js';
import type { PersonId } from '../kernel/ids.js';
import type { NumberAudience, NumberKind, ProtectionLevel } from '../kernel/words.js';
import type { E164, Extension } from '../staff/phone-number.js';
import { recordFacts } from './audit-writes.js';
import { rowVersion } from './row-version.js';
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

  /**
   * Adds and removes numbers, all or none, and records which; false when the person's version has
   * moved on. What changes nothing is not recorded, and makes no new version.
   */
  async changeNumbers(
    personId: PersonId,
    version: string,
    change: NumberChange,
    fact: FactWithout<'fields'>,
  ): Promise<boolean> {
    const { direct, extension, mobile, mobileAudience } = change;
    return this.database.transaction(async (tx) => {
      const local = await tx.findOne(PersonLocalRow, {
        where: { personId, version: rowVersion(version) },
        lock: { mode: 'pessimistic_write' },
      });
      if (local === null) return false;
      const atDesk = await setNumber(tx, local, 'DIRECT', { e164: direct, extension });
      const carried = await setNumber(tx, local, 'MOBILE', { e164: mobile, extension: undefined });
      const widened = mobileAudience !== undefined && mobileAudience !== local.mobileAudience;
      const fields = [
        ...(atDesk.e164 ? ['direct'] : []),
        ...(atDesk.extension ? ['extension'] : []),
        ...(carried.e164 ? ['mobile'] : []),
        ...(widened ? ['mobileAudience'] : []),
      ];
      if (fields.length === 0) return true;
      await recordFacts(tx, [{ ...fact, fields }]);
      await tx.update(
        PersonLocalRow,
        { personId },
        { version: local.version + 1, ...(mobileAudience !== undefined && { mobileAudience }) },
      );
      return true;
    });
  }

  /** Raises the level by hand, which no undoing of a run touches, and records it; false when the person's version has moved on. */
  async raiseLevel(
    personId: PersonId,
    version: string,
    level: ProtectionLevel,
    fact: AuditFact,
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const { affected } = await tx.update(
        PersonLocalRow,
        { personId, version: rowVersion(version) },
        { protectionLevel: level, levelRunId: null, version: rowVersion(version) + 1 },
      );
      if (affected === 1) await recordFacts(tx, [fact]);
      return affected === 1;
    });
  }
}

/** Sets the added number of a kind, and says what of it is another one than before. */
async function setNumber(
  tx: EntityManager,
  { personId, municipalityCode }: PersonLocalRow,
  kind: NumberKind,
  change: Pick<NumberChange, 'extension'> & { readonly e164: E164 | null | undefined },
): Promise<{ readonly e164: boolean; readonly extension: boolean }> {
  if (change.e164 === undefined && change.extension === undefined)
    return { e164: false, extension: false };
  const before = await tx.findOneBy(AddedNumberRow, { personId, kind });
  const e164 = change.e164 === undefined ? (before?.e164 ?? null) : change.e164;
  const extension = change.extension === undefined ? (before?.extension ?? null) : change.extension;
  const changed = {
    e164: e164 !== (before?.e164 ?? null),
    extension: extension !== (before?.extension ?? null),
  };
  await tx.delete(AddedNumberRow, { personId, kind });
  const original = e164 ?? extension;
  if (original === null) return changed;
  const number = { id: randomUUID(), kind, e164, extension, original };
  await tx.insert(AddedNumberRow, { ...number, personId, municipalityCode });
  return changed;
}
