import { Inject, Injectable } from '@nestjs/common';
import { serverSecret } from '../config/settings.js';
import { AppError } from '../kernel/app-error.js';
import { Clock } from '../kernel/clock.js';
import { noRelations, type Viewer } from '../kernel/viewer.js';
import { ApiKeysStore, type StoredKey } from '../store/api-keys.store.js';
import { RelationsStore, type Relations } from '../store/relations.store.js';
import { keyHmac, keyIdOf, sameHmac } from './api-key.js';
import { IssuedTokens, type IssuedIdentity } from './issued-token.js';
import { KeyUse } from './key-use.js';

/** A revocation, of a key, a role or a duty, reaches every process within this time, counted from before it was read. */
const rememberMilliseconds = 1_000;
/** So many people are remembered at a time; a second holds fewer requests than that. */
const maxRemembered = 5_000;
/** The one answer to every header that names nobody: it does not say how near it came. */
const nobody = 'This is no valid key or token. Send one: "Authorization: Bearer …".';

/** Whose token this is. */
@Injectable()
export class Identity {
  readonly #remembered = new Map<string, { readonly key: StoredKey; readonly readAt: number }>();
  readonly #people = new Map<
    string,
    { readonly relations: Relations | null; readonly readAt: number }
  >();

  constructor(
    private readonly keys: ApiKeysStore,
    private readonly use: KeyUse,
    private readonly relations: RelationsStore,
    private readonly tokens: IssuedTokens,
    private readonly clock: Clock,
    @Inject(serverSecret) private readonly secret: string,
  ) {}

  /** The viewer whom an Authorization header names. Throws UNAUTHENTICATED; there is no anonymous viewer. */
  async viewer(authorization: string | undefined): Promise<Viewer> {
    const token = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new AppError('UNAUTHENTICATED', nobody);
    return token.startsWith('vxk_') ? this.byKey(token) : this.byToken(token);
  }

  private async byKey(text: string): Promise<Viewer> {
    const keyId = keyIdOf(text);
    const key = keyId && (await this.key(keyId));
    // Both are compared whatever happened, so that an unknown id takes as long as a wrong secret.
    const matches = sameHmac(keyHmac(text, this.secret), key ? key.secretHmac : '');
    if (!key || !matches || key.revokedAt !== null) throw new AppError('UNAUTHENTICATED', nobody);
    if (key.expiresAt <= this.clock.now())
      throw new AppError('UNAUTHENTICATED', 'This key has expired: ask for a new one.');
    this.use.note(key.keyId, this.clock.now());
    return {
      roles: [key.role],
      municipality: key.municipality,
      personId: null,
      scopes: key.scopes,
      actor: `key:${key.keyId}`,
      ...noRelations,
    };
  }

  private async byToken(token: string): Promise<Viewer> {
    const issued = await this.tokens.verify(token);
    if (issued === null) throw new AppError('UNAUTHENTICATED', nobody);
    const { municipality, actor } = issued;
    const known = await this.relationsOf(issued);
    return {
      roles: [...new Set([...issued.roles, ...(known?.roles ?? [])])],
      municipality,
      personId: known?.personId ?? null,
      scopes: [],
      actor,
      managed: new Set(known?.managed),
      answeredFor: new Set(known?.answeredFor),
      named: new Set(known?.named),
    };
  }

  private async relationsOf({ municipality, person }: IssuedIdentity): Promise<Relations | null> {
    if (person === null) return null;
    const now = this.clock.now().getTime();
    const place = `${municipality} ${person.by} ${person.value}`;
    const remembered = this.#people.get(place);
    if (isFresh(remembered, now)) return remembered.relations;
    const relations = await this.relations.undisclosedOf(municipality, person.by, person.value);
    if (this.#people.size >= maxRemembered) this.#people.clear();
    this.#people.set(place, { relations, readAt: now });
    return relations;
  }

  private async key(keyId: string): Promise<StoredKey | null> {
    const now = this.clock.now().getTime();
    const remembered = this.#remembered.get(keyId);
    if (isFresh(remembered, now)) return remembered.key;
    const key = await this.keys.byKeyId(keyId);
    if (key === null) this.#remembered.delete(keyId);
    else this.#remembered.set(keyId, { key, readAt: now });
    return key;
  }
}

/** Whether what was read is young enough; a clock that is set back makes nothing younger. */
function isFresh<T extends { readonly readAt: number }>(
  remembered: T | undefined,
  now: number,
): remembered is T {
  if (remembered === undefined) return false;
  const age = now - remembered.readAt;
  return age >= 0 && age < rememberMilliseconds;
}
