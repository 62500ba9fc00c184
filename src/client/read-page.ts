import type { Page } from './answers.js';
import {
  areFaultsOfFields,
  endingOfErrors,
  endingOfStatus,
  type Ending,
  type ServerError,
} from './ending.js';
import type { Entry } from './entry-fields.js';
import type { DirectoryQueryVariables } from './schema-types.js';
import type { Surroundings } from './surroundings.js';

/** A page that is asked for. */
export type PageRequest = {
  readonly url: string;
  readonly authorization: string;
  readonly query: string;
  readonly variables: DirectoryQueryVariables;
  /** So long it may take. */
  readonly milliseconds: number;
};

/** A page, or why there is none. */
export type PageAnswer<E extends Entry> = { readonly page: Page<E> } | { readonly ending: Ending };

type Body<E extends Entry> = {
  readonly data?: { readonly directory: Page<E> | null } | null;
  readonly errors?: readonly ServerError[];
};

const longestWait = 300_000;

/** Asks for one page of the directory over HTTP. Never rejects. */
export async function readPage<E extends Entry>(
  request: PageRequest,
  signal: AbortSignal,
  { later }: Surroundings,
): Promise<PageAnswer<E>> {
  const limit = new AbortController();
  const stop = () => limit.abort();
  const cancel = later(request.milliseconds, stop);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    const response = await fetch(request.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        authorization: request.authorization,
      },
      body: JSON.stringify({ query: request.query, variables: request.variables }),
      credentials: 'omit',
      signal: limit.signal,
    });
    const text = await response.text();
    return answerOf(bodyOf<E>(text), response.status, waitOf(response.headers.get('retry-after')));
  } catch {
    return { ending: { kind: signal.aborted ? 'STOPPED' : 'LOST' } };
  } finally {
    cancel();
    signal.removeEventListener('abort', stop);
  }
}

function answerOf<E extends Entry>(
  { data, errors = [] }: Body<E>,
  status: number,
  wait: number,
): PageAnswer<E> {
  if (data?.directory && areFaultsOfFields(errors)) return { page: data.directory };
  if (errors.length > 0) return { ending: endingOfErrors(errors, wait) };
  return { ending: endingOfStatus(status, wait) };
}

/** A proxy may answer with a page of its own. */
function bodyOf<E extends Entry>(text: string): Body<E> {
  try {
    return Object(JSON.parse(text)) as Body<E>;
  } catch {
    return {};
  }
}

/** The milliseconds that a Retry-After of seconds means. */
function waitOf(header: string | null): number {
  const seconds = Number(header ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1000, longestWait) : 0;
}
