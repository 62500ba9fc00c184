const minuteMilliseconds = 60_000;
/** After the first, second, third failure in a row; then every hour (or rarer, where the source is read rarer). */
const retryMinutes = [1, 5, 15, 60];
/** A share of the wait, so that sources which were started together do not stay together. */
const jitter = 0.1;

/**
 * How long to wait before a source is read again, in milliseconds: its own interval after a run, and
 * soon, then ever less soon, after failures. `random` is from 0 to 1.
 */
export function waitBeforeNextRun(everyMinutes: number, failures: number, random: number): number {
  const retry = retryMinutes[Math.min(failures, retryMinutes.length) - 1];
  const minutes = retry === undefined ? everyMinutes : Math.min(retry, Math.max(everyMinutes, 60));
  return Math.round(minutes * minuteMilliseconds * (1 + jitter * (2 * random - 1)));
}
