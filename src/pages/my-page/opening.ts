import type { LitElement, ReactiveController } from 'lit';
import { AskError } from '../ask/ask.js';
import { leadTo } from './mending.js';
import type { Opened } from './shown.js';

type Host = LitElement & { readonly shown: Opened };

/** Reads what somebody has opened: at once, with each reading of the page, and when something of it was changed. */
export class Opening<T> implements ReactiveController {
  /** What was read last; null before anything was, and when it is not there. */
  known: T | null = null;
  /** Why it could not be read, as a code. */
  fault: string | null = null;
  #read: Opened | null = null;
  #way: Opened['way'] | null = null;
  #turn = 0;

  constructor(
    private readonly host: Host,
    private readonly read: (shown: Opened) => Promise<T | null>,
  ) {
    host.addController(this);
    host.addEventListener('changed', () => void this.#again());
  }

  hostUpdate(): void {
    const { shown } = this.host;
    const before = this.#read;
    const same = before?.id === shown.id && before.language === shown.language;
    if (same && before.round === shown.round) return;
    // Rows move: of somebody else nothing is shown meanwhile.
    if (before?.id !== shown.id) this.known = null;
    this.#read = shown;
    void this.#again();
  }

  hostUpdated(): void {
    const { way } = this.host.shown;
    if (this.known === null || way === this.#way) return;
    this.#way = way;
    if (way.place !== null) void leadTo(this.host.renderRoot, way.place);
  }

  async #again(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    try {
      const known = await this.read(this.host.shown);
      // What was asked for later knows better.
      if (turn !== this.#turn) return;
      this.known = known;
      this.fault = null;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.fault = error instanceof AskError ? error.code : 'OTHER';
    }
    this.host.requestUpdate();
    this.host.dispatchEvent(new CustomEvent('read', { detail: this.known }));
  }
}
