/**
 * The codes of faults that the program itself throws. What a client expects to be refused is no fault:
 * it comes as `userErrors` of a mutation, and what it may not know of is null.
 */
export type AppErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'COST_LIMIT_EXCEEDED'
  | 'OPERATION_NOT_ALLOWED'
  | 'DEPENDENCY_UNAVAILABLE'
  | 'INTERNAL';

/** The closed list of codes that a client can meet in `extensions.code`: ours, and those of requests that never became an operation. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'COST_LIMIT_EXCEEDED',
  'OPERATION_NOT_ALLOWED',
  'DEPENDENCY_UNAVAILABLE',
  'INTERNAL',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
] as const satisfies readonly (AppErrorCode | RequestErrorCode)[];

/** The codes of a request that is none: not JSON, not GraphQL, too large, or not clear about what it asks. */
export type RequestErrorCode =
  | 'BAD_REQUEST'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'PERSISTED_QUERY_NOT_SUPPORTED';

/** A fault with a code; its message is written for the client and names no person, number or secret. */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'AppError';
  }
}
