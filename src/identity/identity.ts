import { Injectable } from '@nestjs/common';
import { AppError } from '../kernel/app-error.js';
import { noRelations, type Viewer } from '../kernel/viewer.js';
import { PeopleStore } from '../store/people.store.js';
import { IssuedTokens } from './issued-token.js';
import { KnownKeys } from './known-keys.js';

/** Whose token this is. */
@Injectable()
export class Identity {
  constructor(
    private readonly keys: KnownKeys,
    private readonly people: PeopleStore,
    private readonly tokens: IssuedTokens,
  ) {}

  /** The viewer whom an Authorization header names. Throws UNAUTHENTICATED; there is no anonymous viewer. */
  async viewer(authorization: string | undefined): Promise<Viewer> {
    const token = /^Bearer ([^\s]{1,8192})$/i.exec(authorization ?? '')?.[1];
    if (token === undefined)
      throw new AppError('UNAUTHENTICATED', 'Send a key or a token: "Authorization: Bearer …".');
    return token.startsWith('vxk_') ? this.keys.viewer(token) : this.byToken(token);
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
    return { roles, municipality, personId, scopes: [], actor, ...noRelations };
  }
}
