import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds. What was asked for is carried out within some seconds of it. */
const [usually, awaited, awaitedFor] = [10_000, 1_000, 15_000];

/**
 * Has a page look again while somebody sees it: every ten seconds, every second while something that was asked for
 * is awaited, and at once when the page is shown again or the network comes or goes.
 */
export class LookingAgain implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connected = false;
  #awaitedUntil = 0;

  constructor(
    host: ReactiveControllerHost,
    private readonly look: () => Promise<void>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener('visibilitychange', this.#now);
    for (const kind of ['online', 'offline']) addEventListener(kind, this.#now);
    this.#wait();
  }

  hostDisconnected(): void {
    this.#connected = false;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#now);
    for (const kind of ['online', 'offline']) removeEventListener(kind, this.#now);
  }

  /** Something was asked for. */
  readonly await = (): void => {
    this.#awaitedUntil = Date.now() + awaitedFor;
    this.#now();
  };

  readonly #now = (): void => {
    clearTimeout(this.#timer);
    const looked = document.visibilityState === 'visible' ? this.look() : Promise.resolve();
    // Only then: a slow answer is waited for.
    void looked.finally(() => this.#wait());
  };

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.#connected) return;
    this.#timer = setTimeout(this.#now, Date.now() < this.#awaitedUntil ? awaited : usually);
  }
}
