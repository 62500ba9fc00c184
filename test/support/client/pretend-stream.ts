import type { PretendDirectory, PretendEvent } from './pretend-directory.js';

/** What a stream is told of. */
export type StreamSource = {
  readonly directory: PretendDirectory;
  /** The cause for which the client is to list again, once. */
  readonly resync: () => string | null;
  readonly silent: () => boolean;
};

/** What changes after a position, then where it stands, and bookmarks while nothing happens. */
export async function* pretendStream(
  { directory, resync, silent }: StreamSource,
  after: string | null,
  bookmarkMilliseconds: number,
): AsyncGenerator<PretendEvent> {
  let cursor = after ?? directory.cursor;
  let quiet = true;
  for (;;) {
    const cause = resync();
    if (cause !== null) yield { __typename: 'ResyncRequired', cursor, cause };
    for (const event of silent() ? [] : directory.since(cursor)) {
      yield event;
      ({ cursor } = event);
      quiet = false;
    }
    if (quiet && !silent()) {
      const at = '2026-03-02T08:00:00Z';
      yield { __typename: 'Bookmark', cursor, at };
    }
    quiet = await isQuiet(directory, bookmarkMilliseconds);
  }
}

/** Waits for a change, and is true when there was none for so long. */
function isQuiet(directory: PretendDirectory, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done(true), milliseconds);
    const silence = directory.listen(() => done(false));
    function done(quiet: boolean): void {
      clearTimeout(timer);
      silence();
      resolve(quiet);
    }
  });
}
