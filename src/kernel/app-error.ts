/** The closed list of codes that a client can meet in `extensions.code`. */
export type AppErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'BAD_USER_INPUT' | 'DEPENDENCY_UNAVAILABLE' | 'INTERNAL';

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
