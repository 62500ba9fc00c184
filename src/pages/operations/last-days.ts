const day = 86_400_000;

/** On which days a new key may stop working: the first, the usual and the last of them. */
export function lastDays(now: number) {
  const date = (days: number) => new Date(now + days * day).toISOString().slice(0, 10);
  return { first: date(1), usual: date(365), last: date(365) };
}
