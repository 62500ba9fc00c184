import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What a subscription came to: its first answer, the errors that it was refused with, or how the socket was closed. */
export type First = {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly closed?: number;
};

/** The WebSocket address of a program. */
export function liveUrl(url: string): string {
  return `${url.replace('http', 'ws')}/graphql`;
}

/** A client of graphql-ws as others write them, who does not try again. */
export function liveClient(url: string, token: string): Client {
  return createClient({
    url: liveUrl(url),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
}

/** Subscribes, and waits for the first thing that comes. */
export async function firstOf(
  url: string,
  token: string,
  query: string,
  variables?: Record<string, unknown>,
): Promise<First> {
  const client = liveClient(url, token);
  try {
    return await new Promise<First>((resolve) => {
      client.subscribe(
        { query, ...(variables && { variables }) },
        {
          next: ({ data, errors }) => resolve({ data, ...(errors && { errors }) }),
          error: (error) => resolve(asFirst(error)),
          complete: () => resolve({}),
        },
      );
    });
  } finally {
    await client.dispose();
  }
}

function asFirst(error: unknown): First {
  if (Array.isArray(error)) return { errors: error as unknown[] };
  return { closed: Number((Object(error) as { code?: unknown }).code) };
}
