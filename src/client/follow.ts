import { createClient } from 'graphql-ws/client';
import type { StreamEvent } from './answers.js';
import { endingOfClose, endingOfErrors, type Ending, type ServerError } from './ending.js';
import type { Entry } from './entry-fields.js';
import type { DirectoryChangedSubscriptionVariables } from './schema-types.js';
import type { Surroundings } from './surroundings.js';

/** A stream that is asked for. */
export type StreamRequest = {
  readonly url: string;
  readonly authorization: string;
  readonly query: string;
  readonly variables: DirectoryChangedSubscriptionVariables;
  /** When nothing has come for so long, the connection is taken to be dead. */
  readonly milliseconds: number;
};

type Told<E extends Entry> = { readonly directoryChanged: StreamEvent<E> };

/**
 * Opens a WebSocket, and hands over each event until the stream ends, the signal says so, or `take` returns why it is
 * to end. Nothing is retried here, and when it ends nothing is left open. Never rejects.
 */
export function follow<E extends Entry>(
  request: StreamRequest,
  take: (event: StreamEvent<E>) => Ending | null,
  signal: AbortSignal,
  { later }: Surroundings,
): Promise<Ending> {
  const { url, authorization, query, variables, milliseconds } = request;
  return new Promise((resolve) => {
    let heard = false;
    let over = false;
    const client = createClient({ url, connectionParams: { authorization }, retryAttempts: 0 });
    const stop = () => end({ kind: 'STOPPED' });
    const silent = () => end({ kind: 'SILENT' });
    let cancel = later(milliseconds, silent);
    signal.addEventListener('abort', stop);

    function end(ending: Ending): void {
      if (over) return;
      over = true;
      cancel();
      signal.removeEventListener('abort', stop);
      // Not a polite goodbye, which a dead connection would never answer.
      client.terminate();
      resolve(ending);
    }

    client.subscribe<Told<E>>(
      { query, variables },
      {
        next: ({ data, errors }) => {
          if (over) return;
          if (!data?.directoryChanged) return end(endingOfErrors(errors ?? []));
          heard = true;
          cancel();
          cancel = later(milliseconds, silent);
          const ending = take(data.directoryChanged);
          if (ending !== null) end(ending);
        },
        error: (cause) => end(endingOf(cause, heard)),
        complete: () => end({ kind: 'LOST' }),
      },
    );
    if (signal.aborted) stop();
  });
}

/** What graphql-ws hands over: errors of the stream, the close of the socket, or whatever went wrong with it. */
function endingOf(cause: unknown, heard: boolean): Ending {
  if (Array.isArray(cause)) return endingOfErrors(cause as readonly ServerError[]);
  const { code } = Object(cause) as { readonly code?: unknown };
  return endingOfClose(typeof code === 'number' ? code : undefined, heard);
}
