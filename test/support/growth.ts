/** So many times both are measured, in turn: a machine that is busy for a moment disturbs neither. */
const rounds = 5;

/**
 * How many times as much processor time `work` takes of `larger` as of `smaller`: of this thread
 * alone, and the least of several runs of each, so that neither a busy machine nor what is compiled or collected
 * beside it is counted.
 */
export function growth<T>(work: (input: T) => void, smaller: T, larger: T): number {
  let [small, large] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round += 1) {
    small = Math.min(
      small,
      spentOn(() => work(smaller)),
    );
    large = Math.min(
      large,
      spentOn(() => work(larger)),
    );
  }
  return large / small;
}

/** Microseconds of the processor that one call takes; a short one is called until it can be measured. */
function spentOn(work: () => void): number {
  const began = process.threadCpuUsage();
  let calls = 0;
  let spent = 0;
  do {
    work();
    calls += 1;
    const { user, system } = process.threadCpuUsage(began);
    spent = user + system;
  } while (spent < 2_000);
  return spent / calls;
}
