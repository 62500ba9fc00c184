const shortest = 200;
const firstLongest = 3_000;
const longest = 20_000;
/** How long somebody waits whom a server has sent away, or who has a new token: they are let in elsewhere at once. */
const brief = 1_000;

/**
 * Milliseconds until the next try: anything from a fifth of a second to three seconds, and after failures in a
 * row to ever more. Wholly random, so that the clients of a server that died do not come back in step. When there are
 * several servers, each is tried before the wait grows.
 */
export function reconnectDelay(failures: number, servers: number, random: () => number): number {
  const rounds = Math.min(Math.floor(failures / servers), 10);
  return between(shortest, Math.min(firstLongest * 2 ** rounds, longest), random);
}

/** Milliseconds until a try that is expected to succeed. */
export function briefDelay(random: () => number): number {
  return between(shortest, brief, random);
}

function between(low: number, high: number, random: () => number): number {
  return Math.round(low + random() * (high - low));
}
