import type { Surroundings } from './surroundings.js';

/** What came of a promise that is not waited for any longer than that. */
export type Timely<T> =
  | { readonly kind: 'CAME'; readonly value: T }
  | { readonly kind: 'FAILED' }
  | { readonly kind: 'TOO_LATE' };

/** Waits for a promise so many milliseconds, or until the signal. Never rejects. */
export function timely<T>(
  promise: Promise<T>,
  milliseconds: number,
  signal: AbortSignal,
  { later }: Surroundings,
): Promise<Timely<T>> {
  return new Promise((resolve) => {
    const end = (outcome: Timely<T>) => {
      cancel();
      signal.removeEventListener('abort', late);
      resolve(outcome);
    };
    const late = () => end({ kind: 'TOO_LATE' });
    const cancel = later(milliseconds, late);
    signal.addEventListener('abort', late);
    promise.then(
      (value) => end({ kind: 'CAME', value }),
      () => end({ kind: 'FAILED' }),
    );
  });
}
