import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { signInAgain } from './at-the-issuer.js';
import type { Given } from './sign-in-service.js';
import type { SignedInEvent } from './signed-in-event.js';
import { sameHolder } from './token-holder.js';

/**
 * Who is signed in on a page: its token, in memory only. A page has one, listens to its panel with `signedIn`,
 * and shows a `<session-bar>` where it shows anything.
 */
export class Session implements ReactiveController {
  token: string | null = null;
  /** Milliseconds; null when nobody said so. */
  endsAt: number | null = null;
  #choice: string | null = null;
  #renewing: AbortController | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#renewing?.abort();
  }

  /** Listens to `signed-in` of a `<sign-in-panel>`. */
  readonly signedIn = ({ detail, given, choice }: SignedInEvent): void => {
    this.#choice = choice;
    this.#take(detail, given.expiresIn);
  };

  /** Forgets who is signed in. */
  readonly signOut = (): void => {
    this.#renewing?.abort();
    this.#choice = null;
    this.#take(null, null);
  };

  /** Whether `renew` can do anything: a demonstration's sign-in is chosen anew. */
  get renewable(): boolean {
    return this.#choice !== null;
  }

  /** Signs in again beside the page, from a click. Throws `SignInError`. */
  async renew(): Promise<void> {
    if (this.#choice === null || this.token === null) return this.signOut();
    this.#renewing?.abort();
    const renewing = new AbortController();
    this.#renewing = renewing;
    const given = await signInAgain(this.#choice, renewing.signal);
    if (given === null || this.token === null) return;
    // What stands on the screen is for whoever was here, and for nobody else.
    if (sameHolder(this.token, given.token)) this.#take(given.token, given.expiresIn);
    else location.reload();
  }

  #take(token: string | null, expiresIn: Given['expiresIn']): void {
    this.token = token;
    this.endsAt = expiresIn === null ? null : Date.now() + expiresIn * 1000;
    this.host.requestUpdate();
  }
}
