/**
 * How many times as much processor time `work` takes of `larger` as of `smaller`: the least of
 * several runs of each, so that neither a busy machine nor a collection of garbage is counted.
 */
export function growth<T>(work: (input: T) => void, smaller: T, larger: T): number {
  return least(() => work(larger)) / least(() => work(smaller));
}

/** Microseconds of the processor that one call takes; a short one is called until it can be measured. */
function least(work: () => void): number {
  let least = Infinity;
  for (let run = 0; run < 3; run += 1) {
    const began = process.cpuUsage();
    let calls = 0;
    let spent = 0;
    do {
      work();
      calls += 1;
      const { user, system } = process.cpuUsage(began);
      spent = user + system;
    } while (spent < 2_000);
    least = Math.min(least, spent / calls);
  }
  return least;
}
