import { setTimeout as pause } from 'node:timers/promises';

/** Tries until something comes of it, for so many milliseconds. Throws after that, with what did not come. */
export async function until<T>(
  what: string,
  milliseconds: number,
  attempt: () => Promise<T | null>,
): Promise<T> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const found = await attempt();
    if (found !== null) return found;
    if (performance.now() > deadline) throw new Error(`${what} did not come.`);
    await pause(50);
  }
}
