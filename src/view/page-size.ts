import { AppError } from '../kernel/app-error.js';

/** How many a client asks for. Throws BAD_USER_INPUT for none, and for more than a page may hold. */
export function pageSize(first: number, most = 100): number {
  if (first < 1 || first > most)
    throw new AppError('BAD_USER_INPUT', `"first" must be from 1 to ${most}.`);
  return first;
}
