/** What an intranet's server answers at `token-url`. */
type Given = { readonly token: string; readonly expiresAt: string };

/** A token is renewed when so much of its time has gone. */
const renewedAt = 0.8;
/** By the visitor's clock, which may be wrong, no token lives longer or shorter than this. */
const longest = 540_000;
const shortest = 15_000;

/**
 * Asks the intranet's own server for tokens, and keeps the one that is good in memory only. Several questions that
 * need one at the same time wait for the same.
 */
export class BrowserToken {
  #token: string | null = null;
  #until = 0;
  #asking: Promise<string> | null = null;

  constructor(
    private readonly address: string,
    private readonly now: () => number = () => performance.now(),
    private readonly wallClock: () => number = () => Date.now(),
  ) {}

  /** A token that should be good. Throws when the server gives none. */
  async get(): Promise<string> {
    if (this.#token !== null && this.now() < this.#until) return this.#token;
    this.#asking ??= this.#ask().finally(() => (this.#asking = null));
    return this.#asking;
  }

  /** That one was refused: the next question waits for another. */
  refuse(token: string): void {
    if (this.#token === token) this.#token = null;
  }

  async #ask(): Promise<string> {
    const response = await fetch(this.address, {
      method: 'POST',
      // The intranet knows its visitor by its own cookies, and nobody else is asked with them.
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
    });
    if (!response.ok) throw new Error(`No token: ${response.status}.`);
    const { token, expiresAt } = (await response.json()) as Given;
    this.#token = token;
    this.#until = this.now() + lifeOf(expiresAt, this.wallClock());
    return token;
  }
}

/** For how many milliseconds a token is shown before another one is asked for. */
export function lifeOf(expiresAt: string, now: number): number {
  const left = (Date.parse(expiresAt) - now) * renewedAt;
  return Number.isNaN(left) ? shortest : Math.min(longest, Math.max(shortest, left));
}
