import { Inject, Injectable } from '@nestjs/common';
import { serverSecret } from '../config/settings.js';
import { Clock } from '../kernel/clock.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Viewer } from '../kernel/viewer.js';
import { isPageOrigin } from './browser-origin.js';
import { browserTokenText, claimedToken, isBoundTo } from './browser-token.js';
import type { KnownIdentity } from './known-identity.js';
import { KnownKeys } from './known-keys.js';
import { nobody } from './nobody.js';

/** Short, since whoever looks at a page can read its token; long enough that a page asks for few. */
const lifeMilliseconds = 600_000;

/** A token that was made, and until when it is good. */
export type MadeToken = { readonly token: string; readonly expiresAt: Date };

/**
 * Lets the pages of one origin ask with the rights of an intranet's key, which itself stays on the intranet's server. Nothing is
 * kept: a token is good for its minutes while its key is, and ends with it.
 */
@Injectable()
export class BrowserTokens {
  constructor(
    private readonly keys: KnownKeys,
    private readonly clock: Clock,
    @Inject(serverSecret) private readonly secret: string,
  ) {}

  /** A token for the pages of an origin, with the key that the viewer is. */
  make({ actor, municipality }: Viewer, origin: string): Outcome<MadeToken> {
    if (!isPageOrigin(origin))
      return refused(
        'INVALID',
        'Ange sidans ursprung som webbläsaren skriver det, till exempel https://intranet.kommun.se, utan sökväg.',
        'origin',
      );
    const keyId = actor.replace(/^key:/, '');
    const seconds = Math.floor((this.clock.now().getTime() + lifeMilliseconds) / 1_000);
    const expiresAt = new Date(seconds * 1_000);
    const bound = { keyId, municipality: municipality ?? '', origin };
    return done({ token: browserTokenText(bound, expiresAt, this.secret), expiresAt });
  }

  /** Whose token it is when a page of this origin shows it. Throws UNAUTHENTICATED, whatever is wrong with it. */
  async known(text: string, origin: string | undefined, since: number): Promise<KnownIdentity> {
    const claimed = claimedToken(text);
    const key = claimed && (await this.keys.usable(claimed.keyId, since));
    if (!claimed || !key || key.role !== 'INTRANET_KEY' || origin === undefined) throw nobody();
    const bound = { keyId: key.keyId, municipality: key.municipality ?? '', origin };
    const expired = () => claimed.expiresAt <= this.clock.now();
    if (!isBoundTo(claimed, bound, this.secret) || expired()) throw nobody();
    const { viewer, expired: keyExpired } = this.keys.identityOf(key);
    return { viewer: { ...viewer, readsOnly: true }, expired: () => expired() || keyExpired() };
  }
}
