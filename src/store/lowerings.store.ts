import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThan, type EntityManager } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { MunicipalityCode, PersonId } from '../kernel/ids.js';
import type { ProtectionLevel } from '../kernel/words.js';
import { rowVersion } from './row-version.js';
import { recordFacts } from './audit-writes.js';
import { oldestRequest } from './level-rises.store.js';
import { liftProtection } from './lift-protection.js';
import { LevelLoweringRow } from './rows/level-lowering.row.js';
import { PersonLocalRow } from './rows/person-local.row.js';

/** An officer's word on lowering somebody: which version of the person it was said of, and who said it. */
export type LoweringWish = {
  readonly personId: PersonId;
  readonly municipality: MunicipalityCode;
  /** Lower than the level of that version. */
  readonly level: ProtectionLevel;
  readonly version: string;
  readonly caseReference: string;
  readonly actor: string;
  /** The officer's own entry: two tokens of one person are not two officers. */
  readonly officerId: PersonId;
  readonly at: Date;
};

/** What came of a confirmation. */
export type LoweringResult = 'LOWERED' | 'CHANGED' | 'NOT_ASKED' | 'ASKED_BEFORE';

/** A request that another officer may confirm. */
export type OpenLowering = {
  readonly personId: PersonId;
  readonly level: ProtectionLevel;
  readonly caseReference: string;
  readonly requestedBy: string;
  readonly requesterId: PersonId;
  readonly requestedAt: Date;
};

const maxOpen = 100;

/** Requests to lower somebody's level, and their confirmation by another officer. */
@Injectable()
export class LoweringsStore {
  constructor(private readonly database: DataSource) {}

  /** Keeps a request in place of any that waits for this person; nothing else changes. False when the person's version has moved on. */
  async request(wish: LoweringWish, fact: AuditFact): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      if ((await locked(tx, wish)) === null) return false;
      await tx.delete(LevelLoweringRow, { personId: wish.personId, confirmedAt: IsNull() });
      await tx.insert(LevelLoweringRow, {
        id: randomUUID(),
        municipalityCode: wish.municipality,
        personId: wish.personId,
        version: rowVersion(wish.version),
        level: wish.level,
        caseReference: wish.caseReference,
        requestedBy: wish.actor,
        requesterId: wish.officerId,
        requestedAt: wish.at,
        confirmedBy: null,
        confirmedAt: null,
      });
      await recordFacts(tx, [fact]);
      return true;
    });
  }

  /**
   * Lowers as another officer asked within seven days. Under the lock of the person, so that a rise
   * comes before or after: one in between has moved the version on, and the request is void.
   */
  async confirm(wish: LoweringWish, fact: AuditFact): Promise<LoweringResult> {
    const { personId, level, actor, officerId, at } = wish;
    return this.database.transaction(async (tx) => {
      const local = await locked(tx, wish);
      if (local === null) return 'CHANGED';
      const request = await tx.findOneBy(LevelLoweringRow, {
        personId,
        level,
        version: local.version,
        confirmedAt: IsNull(),
        requestedAt: MoreThan(oldestRequest(at)),
      });
      if (request === null) return 'NOT_ASKED';
      if (request.requestedBy === actor || request.requesterId === officerId) return 'ASKED_BEFORE';
      const confirmed = { confirmedBy: actor, confirmedAt: at };
      await tx.update(LevelLoweringRow, { id: request.id }, confirmed);
      const lowered = { protectionLevel: level, levelRunId: null, version: local.version + 1 };
      await tx.update(PersonLocalRow, { personId }, lowered);
      await liftProtection(tx, [personId], at);
      await recordFacts(tx, [fact]);
      return 'LOWERED';
    });
  }

  /** The municipality's requests that can be confirmed now, the newest first; at most 100. */
  async open(municipality: MunicipalityCode, now: Date): Promise<readonly OpenLowering[]> {
    return this.database.query(openLowerings, [municipality, oldestRequest(now), maxOpen]);
  }
}

/** The person's local facts, locked, if they still have the version that the officer read. */
async function locked(
  tx: EntityManager,
  { personId, version }: LoweringWish,
): Promise<PersonLocalRow | null> {
  return tx.findOne(PersonLocalRow, {
    where: { personId, version: rowVersion(version) },
    lock: { mode: 'pessimistic_write' },
  });
}

const openLowerings = `
  select r.person_id as "personId", r.level, r.case_reference as "caseReference",
      r.requested_by as "requestedBy", r.requester_id as "requesterId", r.requested_at as "requestedAt"
    from level_lowering r
    join person p on p.id = r.person_id and p.employment = 'ACTIVE'
    join person_local l on l.person_id = r.person_id and l.version = r.version
   where r.municipality_code = $1 and r.confirmed_at is null and r.requested_at > $2
   order by r.requested_at desc, r.id limit $3`;
