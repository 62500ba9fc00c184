import { AppError } from '../kernel/app-error.js';

/** The one answer to every header that names nobody: it does not say how near it came. */
export function nobody(): AppError {
  return new AppError(
    'UNAUTHENTICATED',
    'This is no valid key or token. Send one: "Authorization: Bearer …".',
  );
}
