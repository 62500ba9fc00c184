import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { MunicipalityCode, PersonId } from '../kernel/ids.js';
import type { PagePosition } from '../kernel/page.js';
import type { AuditAction, AuditOrigin } from '../kernel/audit-words.js';
import { accessPage, entriesPage } from './audit.sql.js';
import { recordFacts } from './audit-writes.js';

/** A recorded fact as it is kept, with where it stands in the list: `sortKey` is its instant to the microsecond. */
export type KeptFact = PagePosition & {
  readonly at: Date;
  readonly actor: string;
  readonly roles: string;
  readonly organisation: MunicipalityCode | null;
  readonly action: AuditAction;
  readonly origin: AuditOrigin;
  readonly about: PersonId | null;
  readonly object: string | null;
  readonly fields: readonly string[];
  readonly purpose: string | null;
  /** Whether it is about somebody who is PROTECTED now, or not known any more. */
  readonly hidden: boolean;
  /** The hash of the seal that covers it; null until it is sealed. */
  readonly seal: string | null;
};

/** Which entries of a municipality are wanted; null does not narrow. */
export type FactsWanted = {
  readonly municipality: MunicipalityCode;
  readonly about: PersonId | null;
  readonly object: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  /** Whether a person or an object may be asked for that belongs to somebody PROTECTED. */
  readonly withHidden: boolean;
};

type PageOfFacts = { readonly first: number; readonly after: PagePosition | null };

/** What was recorded, and what has to be recorded that nothing is changed by. */
@Injectable()
export class AuditStore {
  constructor(private readonly database: DataSource) {}

  /** Records what was read, in one statement, before anybody gets it. */
  async record(facts: readonly AuditFact[]): Promise<void> {
    await recordFacts(this.database, facts);
  }

  /** One page of a municipality's entries, the newest first. */
  async entries(wanted: FactsWanted, { first, after }: PageOfFacts): Promise<readonly KeptFact[]> {
    const { municipality, about, object, from, to, withHidden } = wanted;
    const position = [after?.sortKey ?? null, after?.id ?? null, first];
    const narrow = [municipality, about, object, from, to, withHidden];
    return this.database.query(entriesPage, [...narrow, ...position]);
  }

  /** One page of who read a person, the newest first; a municipality narrows it to its own record. */
  async accesses(
    about: PersonId,
    municipality: MunicipalityCode | null,
    { first, after }: PageOfFacts,
  ): Promise<readonly KeptFact[]> {
    const position = [after?.sortKey ?? null, after?.id ?? null, first];
    return this.database.query(accessPage, [about, municipality, ...position]);
  }
}
