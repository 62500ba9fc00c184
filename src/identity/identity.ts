import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Viewer } from '../kernel/viewer.js';
import { RelationsStore, type Relations } from '../store/relations.store.js';
import { IssuedTokens, type IssuedIdentity } from './issued-token.js';
import { KnownKeys } from './known-keys.js';
import { nobody } from './nobody.js';
import { Remembered } from './remembered.js';

/** Whose token this is. */
@Injectable()
export class Identity {
  readonly #people = new Remembered<Relations>();

  constructor(
    private readonly keys: KnownKeys,
    private readonly relations: RelationsStore,
    private readonly tokens: IssuedTokens,
    private readonly clock: Clock,
  ) {}

  /** The viewer whom an Authorization header names. Throws UNAUTHENTICATED; there is no anonymous viewer. */
  async viewer(authorization: string | undefined): Promise<Viewer> {
    const token = /^Bearer ([\w.~+/=-]{1,8192})$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw nobody();
    return token.startsWith('vxk_') ? this.keys.viewer(token) : this.byToken(token);
  }

  private async byToken(token: string): Promise<Viewer> {
    const issued = await this.tokens.verify(token);
    if (issued === null) throw nobody();
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
    const { by, value } = person;
    return this.#people.of(`${municipality} ${by} ${value}`, this.clock.now().getTime(), () =>
      this.relations.undisclosedOf(municipality, by, value),
    );
  }
}
