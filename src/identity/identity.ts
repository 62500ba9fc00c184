import { Inject, Injectable } from '@nestjs/common';
import { serverSecret } from '../config/settings.js';
import { AppError } from '../kernel/app-error.js';
import { Clock } from '../kernel/clock.js';
import { noRelations, type Viewer } from '../kernel/viewer.js';
import { ApiKeysStore, type StoredKey } from '../store/api-keys.store.js';
import { PeopleStore } from '../store/people.store.js';
import { keyHmac, keyIdOf, newApiKey, sameHmac, type KeyRole } from './api-key.js';
import { IssuedTokens } from './issued-token.js';

/** A revocation reaches every process within this time. */
const rememberMilliseconds = 1_000;

/** What to make a key for. */
export type KeyRequest = Pick<StoredKey, 'label' | 'municipality' | 'scopes' | 'expiresAt'> & {
  readonly role: KeyRole;
};

/** Whose token this is. */
@Injectable()
export class Identity {
  readonly #remembered = new Map<string, { readonly key: StoredKey; readonly until: number }>();

  constructor(
    private readonly keys: ApiKeysStore,
    private readonly people: PeopleStore,
    private readonly tokens: IssuedTokens,
    private readonly clock: Clock,
    @Inject(serverSecret) private readonly secret: string,
  ) {}

  /** The viewer whom an Authorization header names. Throws UNAUTHENTICATED; there is no anonymous viewer. */
  async viewer(authorization: string | undefined): Promise<Viewer> {
    const token = /^Bearer ([^\s]{1,8192})$/i.exec(authorization ?? '')?.[1];
    if (token === undefined)
      throw new AppError('UNAUTHENTICATED', 'Send a key or a token: "Authorization: Bearer …".');
    return token.startsWith('vxk_') ? this.byKey(token) : this.byToken(token);
  }

  /** Makes a key and stores what is needed to know it again; the text is shown this once. */
  async createKey({ role, ...request }: KeyRequest): Promise<string> {
    const { text, keyId } = newApiKey(role);
    const secretHmac = keyHmac(text, this.secret);
    await this.keys.add({ ...request, role, keyId, secretHmac, revokedAt: null });
    return text;
  }

  private async byKey(text: string): Promise<Viewer> {
    const keyId = keyIdOf(text);
    const key = keyId && (await this.key(keyId));
    // Both are compared whatever happened, so that an unknown id takes as long as a wrong secret.
    const matches = sameHmac(keyHmac(text, this.secret), key ? key.secretHmac : '');
    if (!key || !matches || key.revokedAt !== null)
      throw new AppError('UNAUTHENTICATED', 'This key is not known.');
    if (key.expiresAt <= this.clock.now())
      throw new AppError('UNAUTHENTICATED', 'This key has expired: ask for a new one.');
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
    if (issued === null)
      throw new AppError('UNAUTHENTICATED', 'This token is not valid here, or no longer.');
    const { municipality, employeeId, roles, actor } = issued;
    const personId =
      employeeId === null
        ? null
        : await this.people.undisclosedIdOfEmployee(municipality, employeeId);
    const relations = personId === null ? noRelations : await this.people.relationsOf(personId);
    return { roles, municipality, personId, scopes: [], actor, ...relations };
  }

  private async key(keyId: string): Promise<StoredKey | null> {
    const now = this.clock.now().getTime();
    const remembered = this.#remembered.get(keyId);
    if (remembered && remembered.until > now) return remembered.key;
    const key = await this.keys.byKeyId(keyId);
    if (key === null) this.#remembered.delete(keyId);
    else this.#remembered.set(keyId, { key, until: now + rememberMilliseconds });
    return key;
  }
}
