import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, MoreThan } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { ApiKeyId, MunicipalityCode } from '../kernel/ids.js';
import type { KeyRole } from '../kernel/key-words.js';
import type { ApiKeyScope } from '../kernel/words.js';
import { dateInSweden } from '../staff/swedish-time.js';
import { recordFacts } from './audit-writes.js';
import { ApiKeyRow } from './rows/api-key.row.js';

/** A key as it is stored: never its secret, only an HMAC of it. */
export type StoredKey = {
  readonly keyId: string;
  readonly secretHmac: string;
  readonly role: KeyRole;
  readonly label: string;
  readonly municipality: MunicipalityCode | null;
  readonly scopes: readonly ApiKeyScope[];
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
};

/** A key as it is listed. Its days are calendar days in Sweden: null where nobody knows, or it was never used. */
export type ListedKey = Omit<StoredKey, 'secretHmac'> & {
  readonly id: ApiKeyId;
  readonly createdOn: string | null;
  readonly lastUsedOn: string | null;
};

/** Live keys of the same kind, municipality and label: the one in use, and the one that takes its place. */
const maxLive = 2;

/** Keys are made one at a time, so that two processes cannot both make the last one; the number only has to be the same in both. */
const makingLock = 1_882_186_119;

/** The keys of systems. */
@Injectable()
export class ApiKeysStore {
  constructor(private readonly database: DataSource) {}

  /** The key with this public id, or null. */
  async byKeyId(keyId: string): Promise<StoredKey | null> {
    const row = await this.database.getRepository(ApiKeyRow).findOneBy({ keyId });
    return row && { ...listed(row), secretHmac: row.secretHmac };
  }

  /** Every key, live or not: by label, the one that lives longest first. */
  async all(): Promise<readonly ListedKey[]> {
    const rows = await this.database
      .getRepository(ApiKeyRow)
      .find({ order: { label: 'ASC', expiresAt: 'DESC', keyId: 'ASC' } });
    return rows.map(listed);
  }

  /** One key as it is listed, or null. */
  async byId(id: ApiKeyId): Promise<ListedKey | null> {
    const row = await this.database.getRepository(ApiKeyRow).findOneBy({ id });
    return row && listed(row);
  }

  /** Stores a new key with its record; null when two of the same kind, municipality and label live already. */
  async add(key: StoredKey, at: Date, fact: AuditFact): Promise<ApiKeyId | null> {
    const { municipality, scopes, ...rest } = key;
    const id = randomUUID() as ApiKeyId;
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [makingLock]);
      const live = await tx.countBy(ApiKeyRow, {
        role: key.role,
        municipalityCode: municipality ?? IsNull(),
        label: key.label,
        revokedAt: IsNull(),
        expiresAt: MoreThan(at),
      });
      if (live >= maxLive) return null;
      await tx.insert(ApiKeyRow, {
        id,
        municipalityCode: municipality,
        scopes: [...scopes],
        createdOn: dateInSweden(at),
        lastUsedOn: null,
        ...rest,
      });
      await recordFacts(tx, [fact]);
      return id;
    });
  }

  /** Revokes a key, with its record; false when it is not there, or revoked already, and then nothing is recorded. */
  async revoke(id: ApiKeyId, at: Date, fact: AuditFact): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const result = await tx.update(ApiKeyRow, { id, revokedAt: IsNull() }, { revokedAt: at });
      if (result.affected !== 1) return false;
      await recordFacts(tx, [fact]);
      return true;
    });
  }

  /** Keeps the day on which a key was used, if that is later than what is kept. */
  async noteUse(keyId: string, day: string): Promise<void> {
    const keys = this.database.getRepository(ApiKeyRow);
    await keys.update(
      [
        { keyId, lastUsedOn: IsNull() },
        { keyId, lastUsedOn: LessThan(day) },
      ],
      { lastUsedOn: day },
    );
  }
}

function listed(row: ApiKeyRow): ListedKey {
  return {
    id: row.id as ApiKeyId,
    keyId: row.keyId,
    role: row.role as KeyRole,
    label: row.label,
    municipality: row.municipalityCode as MunicipalityCode | null,
    scopes: row.scopes as ApiKeyScope[],
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt,
    createdOn: row.createdOn,
    lastUsedOn: row.lastUsedOn,
  };
}
