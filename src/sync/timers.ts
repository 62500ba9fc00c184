/** What is to be done later, and what is being done: stopped as one. */
export class Timers {
  readonly #waiting = new Set<NodeJS.Timeout>();
  readonly #running = new Set<Promise<unknown>>();
  #stopped = false;

  /** Does work after so many milliseconds, unless everything was stopped. The work handles its own errors. */
  later(milliseconds: number, work: () => Promise<unknown>): void {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      void this.run(work);
    }, milliseconds);
    this.#waiting.add(timer);
  }

  /** Does work now, and is waited for when everything is stopped. */
  async run(work: () => Promise<unknown>): Promise<void> {
    if (this.#stopped) return;
    const running = work();
    this.#running.add(running);
    await running.finally(() => this.#running.delete(running));
  }

  /** Starts nothing more, and waits for what is being done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#waiting) clearTimeout(timer);
    await Promise.allSettled(this.#running);
  }
}
