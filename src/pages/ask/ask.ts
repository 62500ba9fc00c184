/** Why a question was not answered, by the code that the API gives it; NETWORK when nothing came back. */
export class AskError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'AskError';
  }
}

type Answer = {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
};

/** Asks the API, with a key or token. Throws `AskError`; `signal` takes a question back. */
export async function ask<T>(
  token: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  signal: AbortSignal | null = null,
): Promise<T> {
  const answer = await sent(token, JSON.stringify({ query, variables }), signal);
  const [error] = answer.errors ?? [];
  if (error) throw new AskError(error.extensions?.code ?? 'INTERNAL', error.message);
  return answer.data as T;
}

async function sent(token: string, body: string, signal: AbortSignal | null): Promise<Answer> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
      signal,
    });
    return (await response.json()) as Answer;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new AskError('NETWORK', 'The server cannot be reached.');
  }
}
