/** One question at a time: a new one takes the last one back, and an answer that comes late is dropped. */
export class Latest {
  #current: AbortController | null = null;

  /** Asks; gives what came, or `undefined` when another question has taken its place. */
  async ask<T>(question: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.#current?.abort();
    const own = new AbortController();
    this.#current = own;
    try {
      const answer = await question(own.signal);
      return own.signal.aborted ? undefined : answer;
    } catch (error) {
      if (own.signal.aborted) return undefined;
      throw error;
    }
  }

  /** Takes the question back. */
  drop(): void {
    this.#current?.abort();
    this.#current = null;
  }
}
