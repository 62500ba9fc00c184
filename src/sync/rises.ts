import { Logger } from '@nestjs/common';
import type { LevelRisesStore } from '../store/level-rises.store.js';
import type { SyncConnection } from '../store/sync-connections.js';
import type { Rise } from './plan.js';
import type { Source } from './read-source.js';
import { keyOf } from './source-key.js';

/** More than this many people protected in one run sounds an alarm; they are protected all the same. */
const alarmFloor = 5;
const alarmShare = 0.01;

/** The levels that one run raises. */
export class Rises {
  readonly #log = new Logger('sync');
  /** How many people are protected more than before. */
  count = 0;

  constructor(
    private readonly store: LevelRisesStore,
    private readonly connection: SyncConnection,
    private readonly source: Source,
    private readonly runId: string,
  ) {}

  /** Raises them now, whatever becomes of the run. */
  async raise(rises: readonly Rise[], at: Date): Promise<void> {
    const source = keyOf(this.source);
    this.count += await this.store.raise(this.connection, source, this.runId, rises, at);
  }

  /** Sounds the alarm when the run protected many: `marked` are those who came protected, of so many people. */
  tell(marked: number, people: number): void {
    if (this.count + marked <= Math.max(alarmFloor, people * alarmShare)) return;
    this.#log.error(
      `sync.many_protected source=${this.source.directory.id} run=${this.runId} raised=${this.count} new=${marked}: look at its mapping; two officers can undo the run's rises.`,
    );
  }
}
