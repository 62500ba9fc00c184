/** A report that says for how many seconds it holds, rather than until when. */
export type WithoutExpiry<T extends { readonly expiresAt: Date }> = Omit<T, 'expiresAt'> & {
  readonly observedAt: Date;
  readonly ttlSeconds: number;
};

/** The report with its expiry. A reporter whose clock is ahead must not make a state last longer than it asked for. */
export function validFrom<T extends { readonly observedAt: Date; readonly ttlSeconds: number }>(
  report: T,
  now: Date,
): Omit<T, 'ttlSeconds'> & { readonly expiresAt: Date } {
  const { ttlSeconds, ...rest } = report;
  const observedAt = new Date(Math.min(report.observedAt.getTime(), now.getTime()));
  return { ...rest, observedAt, expiresAt: new Date(observedAt.getTime() + ttlSeconds * 1000) };
}
