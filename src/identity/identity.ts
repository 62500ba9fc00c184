import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Viewer } from '../kernel/viewer.js';
import { RelationsStore, type Relations } from '../store/relations.store.js';
import { BrowserTokens } from './browser-tokens.js';
import { IssuedTokens, type IssuedIdentity } from './issued-token.js';
import type { KnownIdentity } from './known-identity.js';
import { KnownKeys } from './known-keys.js';
import { nobody } from './nobody.js';
import { Remembered } from './remembered.js';
import type { Shown } from './shown.js';

/** Whose token this is. */
@Injectable()
export class Identity {
  readonly #people = new Remembered<Relations>();

  constructor(
    private readonly keys: KnownKeys,
    private readonly relations: RelationsStore,
    private readonly tokens: IssuedTokens,
    private readonly browsers: BrowserTokens,
    private readonly clock: Clock,
  ) {}

  /** The viewer whom a request shows itself to be. Throws UNAUTHENTICATED; there is no anonymous viewer. */
  async viewer(shown: Shown): Promise<Viewer> {
    return (await this.known(shown)).viewer;
  }

  /**
   * The same, with whether it has expired by now, for whoever stays: by what was read after `since` (of
   * `performance.now()`), so that a revocation that was heard of counts.
   */
  async known({ authorization, origin }: Shown, since = 0): Promise<KnownIdentity> {
    const token = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw nobody();
    if (token.startsWith('vxk_')) return this.keys.known(token, since);
    if (token.startsWith('vxb_')) return this.browsers.known(token, origin, since);
    return this.byToken(token, since);
  }

  private async byToken(token: string, since: number): Promise<KnownIdentity> {
    const issued = await this.tokens.verify(token);
    if (issued === null) throw nobody();
    const { municipality, actor, expiresAt } = issued;
    const known = await this.relationsOf(issued, since);
    const viewer = {
      roles: [...new Set([...issued.roles, ...(known?.roles ?? [])])],
      municipality,
      personId: known?.personId ?? null,
      scopes: [],
      actor,
      managed: new Set(known?.managed),
      answeredFor: new Set(known?.answeredFor),
      named: new Set(known?.named),
    };
    // By the machine's time, as tokens are.
    return { viewer, expired: () => Date.now() >= expiresAt.getTime() };
  }

  private async relationsOf(
    { municipality, person }: IssuedIdentity,
    since: number,
  ): Promise<Relations | null> {
    if (person === null) return null;
    const { by, value } = person;
    const read = () => this.relations.undisclosedOf(municipality, by, value);
    const now = this.clock.now().getTime();
    return this.#people.of(`${municipality} ${by} ${value}`, now, read, since);
  }
}
