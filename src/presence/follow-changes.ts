import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { faultName } from '../kernel/fault.js';
import { Timers } from '../kernel/timers.js';
import { PositionsStore, type Head, type Moved, type Reset } from '../store/positions.store.js';
import { StreamWake } from '../store/stream-wake.js';

/** Some changes, in the order of their commits: all those after one position and not after another. */
export type Changes = {
  readonly after: number;
  readonly to: number;
  readonly moved: readonly Moved[];
  readonly resets: readonly Reset[];
  /** Somebody may see more or less than before. */
  readonly rights: boolean;
};

const pollMilliseconds = 1_000;
const most = 500;

/** Follows the positions of changes for this process: woken by the database, and looking each second whether or not it was. */
@Injectable()
export class FollowChanges implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('stream');
  readonly #timers = new Timers();
  #tell: (changes: Changes) => Promise<void> = async () => undefined;
  /** Null until the database has been reached. */
  #at: Pick<Head, 'position' | 'rights'> | null = null;
  #following: Promise<void> | null = null;
  #again = false;

  constructor(
    private readonly positions: PositionsStore,
    private readonly wake: StreamWake,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.follow();
    this.wake.listen(() => void this.follow());
    this.#timers.every(pollMilliseconds, () => this.follow());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
    await this.#following;
  }

  /** The position up to which everything has been told. */
  get position(): number {
    return this.#at?.position ?? 0;
  }

  /** Has every change told from now on, one after the other; told once more a second later if that failed. */
  onChanges(tell: (changes: Changes) => Promise<void>): void {
    this.#tell = tell;
  }

  /** Tells what has changed since the last time; resolves when it is told. */
  follow(): Promise<void> {
    this.#again = true;
    this.#following ??= this.run().finally(() => (this.#following = null));
    return this.#following;
  }

  private async run(): Promise<void> {
    try {
      while (this.#again && !this.#timers.stopped) {
        this.#again = false;
        await this.catchUp();
      }
    } catch (error) {
      this.#log.warn(`stream.behind cause=${faultName(error)}`);
    }
  }

  private async catchUp(): Promise<void> {
    if (this.#at === null) {
      this.#at = await this.positions.head();
      return;
    }
    const after = this.#at.position;
    const { head, moved, resets } = await this.positions.undisclosedMoved(after, most);
    const rights = head.rights !== this.#at.rights;
    if (head.position === after && !rights) return;
    const all = moved.length < most;
    const to = all ? head.position : (moved.at(-1)?.position ?? head.position);
    await this.#tell({ after, to, moved, resets, rights });
    this.#at = { position: to, rights: head.rights };
    if (!all) this.#again = true;
  }
}
