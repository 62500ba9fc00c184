import { openAs, type Watched } from './socket.js';

/** An event as it came. */
export type Told = Readonly<Record<string, unknown>>;

/** A stream whose events are kept in the order in which they come. */
export type Recording = {
  /** What has come since the last time, up to the first event that is wanted, and with it; bookmarks are left out. */
  until(wanted: (event: Told) => boolean): Promise<readonly Told[]>;
  /** How many bookmarks have come so far. */
  bookmarks(): number;
  stop(): void;
};

const patienceMilliseconds = 20_000;

/** Subscribes, and waits until the stream stands. Throws what it was refused with, or how it ended. */
export async function record(url: string, token: string, query: string): Promise<Recording> {
  const watched = await openAs(url, token);
  watched.say({ type: 'subscribe', id: '1', payload: { query } });
  const next = async (): Promise<Told> => {
    const message = await orEnd(watched);
    const { type, payload } = message as { type?: string; payload?: { data?: unknown } };
    const event = type === 'next' ? payload?.data : undefined;
    if (typeof event !== 'object' || event === null || !('directoryChanged' in event))
      throw new Error(`Instead of an event: ${JSON.stringify(message)}`);
    return event.directoryChanged as Told;
  };
  // Where it stands comes first.
  await next();
  return {
    until: async (wanted) => {
      const events: Told[] = [];
      for (;;) {
        const event = await next();
        if (event['__typename'] !== 'Bookmark') events.push(event);
        if (wanted(event)) return events;
      }
    },
    bookmarks: () => watched.messages.filter(isBookmark).length,
    stop: () => watched.socket.terminate(),
  };
}

function isBookmark({ payload }: Readonly<Record<string, unknown>>): boolean {
  return JSON.stringify(payload ?? null).includes('"__typename":"Bookmark"');
}

/** The next message; or that the socket was closed, or that nothing came. */
async function orEnd(watched: Watched): Promise<Told> {
  let late: NodeJS.Timeout | undefined;
  const nothing = new Promise<Told>((resolve) => {
    late = setTimeout(() => resolve({ type: 'nothing' }), patienceMilliseconds);
  });
  const closed = watched.closed.then((code) => ({ type: 'closed', code }));
  try {
    return await Promise.race([watched.heard(), closed, nothing]);
  } finally {
    clearTimeout(late);
  }
}
