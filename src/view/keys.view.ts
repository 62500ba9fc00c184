import { Injectable } from '@nestjs/common';
import type { ApiKeyId } from '../kernel/ids.js';
import { keyPrefix, type KeyRole } from '../kernel/key-words.js';
import { atCommandLine, inAudience, type Viewer } from '../kernel/viewer.js';
import type { ApiKeyScope } from '../kernel/words.js';
import { keyReaders } from '../policy/disclosure.js';
import { ApiKeysStore, type ListedKey } from '../store/api-keys.store.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import type { MunicipalityView } from './person-view.js';
import { municipalityView } from './place-view.js';

/** A key as it may be shown: everything but what would let somebody use it. */
export type ApiKeyView = {
  readonly id: ApiKeyId;
  /** What the key begins with, up to its secret. */
  readonly prefix: string;
  readonly keyId: string;
  readonly kind: KeyRole;
  readonly label: string;
  readonly municipality: MunicipalityView | null;
  readonly scopes: readonly ApiKeyScope[];
  readonly createdOn: string | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedOn: string | null;
};

/** What technicians, and whoever sits at the machine, get to know of the keys; for everybody else there are none. */
@Injectable()
export class KeysView {
  constructor(
    private readonly keys: ApiKeysStore,
    private readonly municipalities: MunicipalitiesStore,
  ) {}

  /** Every key that ever was, by label. */
  async all(viewer: Viewer): Promise<readonly ApiKeyView[]> {
    return reads(viewer) ? (await this.keys.all()).map((key) => this.view(key)) : [];
  }

  /** One key, or null. */
  async byId(viewer: Viewer, id: ApiKeyId): Promise<ApiKeyView | null> {
    const key = reads(viewer) ? await this.keys.byId(id) : null;
    return key && this.view(key);
  }

  private view(key: ListedKey): ApiKeyView {
    const municipality = key.municipality && this.municipalities.byCode(key.municipality);
    return {
      id: key.id,
      prefix: keyPrefix(key.role, key.keyId),
      keyId: key.keyId,
      kind: key.role,
      label: key.label,
      municipality: municipality && municipalityView(municipality),
      scopes: key.scopes,
      createdOn: key.createdOn,
      expiresAt: key.expiresAt,
      revokedAt: key.revokedAt,
      lastUsedOn: key.lastUsedOn,
    };
  }
}

function reads(viewer: Viewer): boolean {
  return viewer === atCommandLine || inAudience(viewer, keyReaders);
}
