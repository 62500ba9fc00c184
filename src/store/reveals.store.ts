import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { PersonId } from '../kernel/ids.js';
import type { NumberKind } from '../kernel/words.js';
import type { E164, Extension } from '../staff/phone-number.js';
import { recordFacts } from './audit-writes.js';

/** A number that somebody has asked for, with a purpose. */
export type RevealedNumber = {
  readonly kind: NumberKind;
  readonly e164: E164 | null;
  readonly extension: Extension | null;
};

/** Numbers that leave the database only after it is recorded who gets them. */
@Injectable()
export class RevealsStore {
  constructor(private readonly database: DataSource) {}

  /** Records the reading and then reads, in one transaction; null when the person is not RESTRICTED any more, and nothing is recorded. */
  async undisclosedNumbers(
    personId: PersonId,
    fact: AuditFact,
  ): Promise<readonly RevealedNumber[] | null> {
    return this.database.transaction(async (tx) => {
      const restricted = (await tx.query(lockRestricted, [personId])) as readonly unknown[];
      if (restricted.length === 0) return null;
      await recordFacts(tx, [fact]);
      return tx.query(numbersOf, [personId]);
    });
  }
}

/** A rise waits until the answer is out, or has come first. */
const lockRestricted = `
  select 1 from person_local where person_id = $1 and protection_level = 'RESTRICTED' for share`;

const numbersOf = `
  select kind, e164, extension from phone_number
   where person_id = $1 order by kind, position, e164, extension`;
