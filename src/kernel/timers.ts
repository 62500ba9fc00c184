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

  /** Does work again and again, so many milliseconds after it was done the last time: it never runs beside itself. */
  every(milliseconds: number, work: () => Promise<unknown>): void {
    this.later(milliseconds, async () => {
      await work();
      this.every(milliseconds, work);
    });
  }

  /** Whether everything was stopped: long work ends early. */
  get stopped(): boolean {
    return this.#stopped;
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
