/** A revocation, of a key, a role or a duty, reaches every process within this time, counted from before it was read. */
const rememberMilliseconds = 1_000;
/** So many are remembered at a time; a second holds fewer requests than that. */
const most = 5_000;

/** Keeps for a second what was read of whoever asks, so that a busy client costs one statement a second. */
export class Remembered<Value> {
  readonly #read = new Map<
    string,
    { readonly value: Value; readonly at: number; readonly began: number }
  >();

  /**
   * What is remembered under a name, or else what is read now; nothing is remembered of nobody. `now` in
   * milliseconds. What was read before `since` (of `performance.now()`) counts as forgotten.
   */
  async of(
    name: string,
    now: number,
    read: () => Promise<Value | null>,
    since = 0,
  ): Promise<Value | null> {
    const known = this.#read.get(name);
    // A clock that is set back makes nothing younger.
    const age = known === undefined ? -1 : now - known.at;
    if (known && age >= 0 && age < rememberMilliseconds && known.began >= since) return known.value;
    const began = performance.now();
    const value = await read();
    if (this.#read.size >= most) this.#read.clear();
    if (value === null) this.#read.delete(name);
    else this.#read.set(name, { value, at: now, began });
    return value;
  }
}
