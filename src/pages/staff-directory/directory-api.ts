import { AskError } from '../ask/ask.js';
import { BrowserToken } from './browser-token.js';

type Answer = {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
};

/** Asks the API from an intranet's page: with a browser token, and once more with another one when it is refused. */
export class DirectoryApi {
  readonly #tokens: BrowserToken;

  constructor(
    private readonly address: string,
    tokenUrl: string,
  ) {
    this.#tokens = new BrowserToken(tokenUrl);
  }

  /** The answer. Throws `AskError`: TOKEN when the intranet gives no token, NETWORK when nothing came back. */
  async ask<T>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    signal: AbortSignal | null = null,
  ): Promise<T> {
    const body = JSON.stringify({ query, variables });
    const first = await this.#sent(body, signal);
    const answer = codeOf(first) === 'UNAUTHENTICATED' ? await this.#sent(body, signal) : first;
    const [error] = answer.errors ?? [];
    if (error) throw new AskError(codeOf(answer) ?? 'INTERNAL', error.message);
    return answer.data as T;
  }

  async #sent(body: string, signal: AbortSignal | null): Promise<Answer> {
    const token = await this.#tokens.get().catch((error: unknown) => {
      throw new AskError('TOKEN', error instanceof Error ? error.message : 'No token.');
    });
    try {
      const response = await fetch(this.address, {
        method: 'POST',
        credentials: 'omit',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
        signal,
      });
      const answer = (await response.json()) as Answer;
      if (codeOf(answer) === 'UNAUTHENTICATED') this.#tokens.refuse(token);
      return answer;
    } catch (error) {
      if (signal?.aborted) throw error;
      throw new AskError('NETWORK', 'The directory cannot be reached.');
    }
  }
}

function codeOf({ errors }: Answer): string | undefined {
  return errors?.[0]?.extensions?.code;
}
