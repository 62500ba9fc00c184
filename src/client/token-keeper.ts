/** Gives the token, or a promise of it; asked at the beginning, and again when a token was refused. */
export type TokenSource = () => string | Promise<string>;

/** Keeps the token until it is refused, so that the issuer is not asked at each try to connect. */
export class TokenKeeper {
  #token: string | null = null;
  #refused: string | null = null;

  constructor(private readonly source: TokenSource) {}

  /** The token in use; null when the only one that there is was refused. Throws what the source throws. */
  async token(): Promise<string | null> {
    if (this.#token !== null) return this.#token;
    const token = await this.source();
    if (token === this.#refused) return null;
    this.#token = token;
    return token;
  }

  /** The token was refused: the source is asked for another one. */
  refuse(): void {
    this.#refused = this.#token ?? this.#refused;
    this.#token = null;
  }
}
