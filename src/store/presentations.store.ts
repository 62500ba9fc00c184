import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { MunicipalityCode, PersonId } from '../kernel/ids.js';
import { addCard, withdrawCards } from './alias-cards.js';
import { recordFacts } from './audit-writes.js';
import { lockProtected } from './lock-protected.js';

/** How a PROTECTED person wants to appear: under an alias, or not at all (null). */
export type PresentationWish = {
  readonly personId: PersonId;
  readonly municipality: MunicipalityCode;
  readonly alias: string | null;
  readonly at: Date;
};

/** How PROTECTED people appear to those for whom they do not exist. */
@Injectable()
export class PresentationsStore {
  constructor(private readonly database: DataSource) {}

  /** Takes the alias card back that there is, and makes one of the alias wanted; false when the person is not PROTECTED any more. */
  async set({ alias, ...wish }: PresentationWish, fact: AuditFact): Promise<boolean> {
    const { personId, at } = wish;
    return this.database.transaction(async (tx) => {
      if (!(await lockProtected(tx, personId))) return false;
      await withdrawCards(tx, [personId], at);
      if (alias !== null) await addCard(tx, { ...wish, alias });
      await recordFacts(tx, [fact]);
      return true;
    });
  }
}
