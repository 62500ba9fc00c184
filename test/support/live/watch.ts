import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { TestApp } from '../app.js';

/** A client that watches the directory. */
export type Watching = {
  /** The next event that is no bookmark. Throws what the stream ended with, or after ten seconds without any. */
  next(): Promise<Readonly<Record<string, unknown>>>;
  /** The next bookmark, and what came before it is not looked at. */
  bookmark(): Promise<Readonly<Record<string, unknown>>>;
  stop(): Promise<void>;
};

type Event = Readonly<Record<string, unknown>>;

/** Watches as whoever holds a token or a key of keys.json, and waits until the stream stands. */
export async function watch(
  app: TestApp,
  who: string,
  entry: string,
  after: string | null = null,
): Promise<Watching> {
  const client = createClient({
    url: `${app.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${app.keys[who] ?? who}` },
  });
  const query = `subscription ($after: EventCursor) { directoryChanged(after: $after) {
    __typename ... on EntryChanged { cursor entry { ${entry} } } ... on EntryGone { cursor id }
    ... on Bookmark { cursor at } ... on ResyncRequired { cursor cause } } }`;
  const came: Event[] = [];
  let heard = () => undefined as void;
  const begun = new Promise<void>((resolve) => (heard = resolve));
  let ended: unknown = null;
  client.subscribe<{ directoryChanged: Event }>(
    { query, variables: { after } },
    {
      next: ({ data, errors }) => {
        if (data) came.push(data.directoryChanged);
        else ended = errors;
        heard();
      },
      error: (error) => {
        // A socket that was closed, or the errors of the operation.
        ended = (Object(error) as { readonly code?: number }).code ?? error;
        heard();
      },
      complete: () => {
        ended ??= 'complete';
        heard();
      },
    },
  );
  const take = async (wanted: (event: Event) => boolean): Promise<Event> => {
    const deadline = performance.now() + 10_000;
    for (;;) {
      const event = came.shift();
      if (event && wanted(event)) return event;
      if (event) continue;
      if (ended !== null) throw new Error(`It ended: ${JSON.stringify(ended)}`);
      if (performance.now() > deadline) throw new Error('Nothing came.');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 200);
        heard = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const isBookmark = (event: Event) => event['__typename'] === 'Bookmark';
  // It stands when the first event is there.
  await begun;
  return {
    next: () => take((event) => !isBookmark(event)),
    bookmark: () => take(isBookmark),
    stop: async () => client.dispose(),
  };
}
