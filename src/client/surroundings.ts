/** What a watch needs of the world; given by tests, and otherwise the browser's or Node's own. */
export type Surroundings = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** At least 0, and less than 1. */
  readonly random: () => number;
  /** Does something after so many milliseconds, unless what is returned is called before. */
  readonly later: (milliseconds: number, act: () => void) => () => void;
};

/** The browser's or Node's own. */
export const realSurroundings: Surroundings = {
  now: () => Date.now(),
  random: () => Math.random(),
  later: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Waits so many milliseconds, or until the signal. */
export function pause(
  milliseconds: number,
  signal: AbortSignal,
  { later }: Surroundings,
): Promise<void> {
  if (signal.aborted || milliseconds === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = later(milliseconds, done);
    signal.addEventListener('abort', done);
  });
}
