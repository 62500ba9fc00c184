import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { Timers } from '../kernel/timers.js';
import { AuditSealsStore } from '../store/audit-seals.store.js';
import type { AuditConnection, Seal, SealedLine } from '../store/seal.js';
import { contentOf, nextSeal, rangesOf } from './seal-hash.js';

const everyMilliseconds = 60_000;
/** More rows than this are sealed by several seals. */
const maxRows = 10_000;

/**
 * Seals each minute what was recorded since, by whichever process is first, and makes the months'
 * partitions ahead. Each seal is logged with its hash: the log is a witness outside the database.
 */
@Injectable()
export class SealRows implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('audit');
  readonly #timers = new Timers();

  constructor(
    private readonly seals: AuditSealsStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timers.every(everyMilliseconds, () =>
      this.everything().catch((error: unknown) =>
        this.#log.error(`audit.unsealed cause=${faultName(error)}`),
      ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
  }

  /** Seals what is unsealed now; does nothing while another process is at it. */
  async everything(): Promise<void> {
    await this.seals.exclusively(async (connection) => {
      for (const code of await this.seals.codes(connection))
        await this.municipality(connection, code);
      // Last, since it may have to wait for whoever is recording, and need not be done this minute.
      await this.seals.makeMonths(connection, this.clock.now());
    });
  }

  private async municipality(connection: AuditConnection, code: string): Promise<void> {
    const before = await this.seals.last(connection, code);
    let last = before;
    for (;;) {
      // How far back is looked does not depend on what this run has sealed so far.
      const rows = await this.seals.unsealed(connection, code, before, maxRows);
      const seal = await this.next(connection, code, last, rows);
      if (seal === null) return;
      last = seal;
    }
  }

  private async next(
    connection: AuditConnection,
    code: string,
    last: Seal | null,
    unsealed: readonly SealedLine[],
  ): Promise<Seal | null> {
    const [first] = unsealed;
    if (first === undefined) return null;
    const lines = unsealed.filter(({ month }) => month === first.month);
    const { month } = first;
    const what = { municipality: code, month, dropped: false, ids: rangesOf(lines) };
    const content = contentOf(lines);
    const seal = nextSeal(last, { ...what, rows: lines.length, content }, this.clock.now());
    await this.seals.add(connection, seal);
    const { number, rows, hash } = seal;
    this.#log.log(`audit.sealed municipality=${code} number=${number} rows=${rows} hash=${hash}`);
    return seal;
  }
}
