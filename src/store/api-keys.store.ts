import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MunicipalityCode } from '../kernel/ids.js';
import type { ApiKeyScope, Role } from '../kernel/words.js';
import { ApiKeyRow } from './rows/api-key.row.js';

/** A key as it is stored: never its secret, only an HMAC of it. */
export type StoredKey = {
  readonly keyId: string;
  readonly secretHmac: string;
  readonly role: Role;
  readonly label: string;
  readonly municipality: MunicipalityCode | null;
  readonly scopes: readonly ApiKeyScope[];
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
};

/** The keys of systems. */
@Injectable()
export class ApiKeysStore {
  constructor(private readonly database: DataSource) {}

  /** The key with this public id, or null. */
  async byKeyId(keyId: string): Promise<StoredKey | null> {
    const row = await this.database.getRepository(ApiKeyRow).findOneBy({ keyId });
    if (row === null) return null;
    return {
      keyId: row.keyId,
      secretHmac: row.secretHmac,
      role: row.role as Role,
      label: row.label,
      municipality: row.municipalityCode as MunicipalityCode | null,
      scopes: row.scopes as ApiKeyScope[],
      expiresAt: row.expiresAt,
      revokedAt: row.revokedAt,
    };
  }

  /** Stores a new key. */
  async add(key: StoredKey): Promise<void> {
    const { municipality, scopes, ...rest } = key;
    await this.database
      .getRepository(ApiKeyRow)
      .insert({ id: randomUUID(), municipalityCode: municipality, scopes: [...scopes], ...rest });
  }
}
