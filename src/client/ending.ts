import type { ResyncCause } from './schema-types.js';

/** Why a try to list or to watch has ended. */
export type Ending =
  /** The connection, the server or what stands between is not there. */
  | { readonly kind: 'LOST' }
  /** Nothing came for so long that the connection cannot be alive. */
  | { readonly kind: 'SILENT' }
  | { readonly kind: 'GOING_AWAY' }
  /** The server had a fault of its own. */
  | { readonly kind: 'FAULT' }
  /** Too much was asked, or is open; with the milliseconds that the server said to wait. */
  | { readonly kind: 'TOO_MUCH'; readonly wait: number }
  /** The caller's function gave no token. */
  | { readonly kind: 'NO_TOKEN' }
  /** The token is not valid, or no longer. */
  | { readonly kind: 'REFUSED' }
  /** Events were lost: list again. */
  | { readonly kind: 'RESYNC'; readonly cause: ResyncCause }
  /** What is asked cannot be, or is not for this viewer. */
  | { readonly kind: 'WRONG'; readonly code: string; readonly message: string }
  /** A function of the caller threw. */
  | { readonly kind: 'OBSERVER_FAILED'; readonly error: unknown }
  | { readonly kind: 'STOPPED' };

/** What the server says of an error, as far as it is read. */
export type ServerError = {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
};

/** Codes that come again when the same is asked again. */
const wrong: readonly string[] = [
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'COST_LIMIT_EXCEEDED',
  'OPERATION_NOT_ALLOWED',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];
const forbidden = 4403;
const unauthorized = 4401;
const tooMuch = 4429;
const goingAway = 1001;

/** What errors of an answer mean. One that passes counts more than one that stays: it is worth another try. */
export function endingOfErrors(errors: readonly ServerError[], wait = 0): Ending {
  const codes = errors.map(codeOf);
  if (codes.includes('UNAUTHENTICATED')) return { kind: 'REFUSED' };
  if (codes.includes('RATE_LIMITED')) return { kind: 'TOO_MUCH', wait };
  if (codes.includes('DEPENDENCY_UNAVAILABLE')) return { kind: 'LOST' };
  const first = errors.find((error) => wrong.includes(codeOf(error)));
  if (first) return { kind: 'WRONG', code: codeOf(first), message: first.message };
  return { kind: 'FAULT' };
}

/** Whether errors are faults in fields alone, so that the rest of the answer is as good as it will be. */
export function areFaultsOfFields(errors: readonly ServerError[]): boolean {
  return errors.every((error) => codeOf(error) === 'INTERNAL');
}

/** What an HTTP status means when there is no GraphQL answer with it. */
export function endingOfStatus(status: number, wait: number): Ending {
  if (status === 401) return { kind: 'REFUSED' };
  return status === 429 ? { kind: 'TOO_MUCH', wait } : { kind: 'LOST' };
}

/** What a close of the WebSocket means; `heard` is whether anything had come through it. */
export function endingOfClose(code: number | undefined, heard: boolean): Ending {
  if (code === forbidden || code === unauthorized) return { kind: 'REFUSED' };
  if (code === goingAway) return { kind: 'GOING_AWAY' };
  if (code !== tooMuch) return { kind: 'LOST' };
  // Before anything was told it can only mean that too many connections are open.
  return heard ? { kind: 'RESYNC', cause: 'TOO_SLOW' } : { kind: 'TOO_MUCH', wait: 0 };
}

function codeOf({ extensions }: ServerError): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : '';
}
