import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { findingRules } from '../kernel/finding-words.js';
import type { MunicipalityCode } from '../kernel/ids.js';
import type { PagePosition } from '../kernel/page.js';
import { Timers } from '../kernel/timers.js';
import { noRelations, type Viewer } from '../kernel/viewer.js';
import type { Finding } from '../staff/findings.js';
import { FindingsStore } from '../store/findings.store.js';
import { FollowUpStore, type FoundForFollowUp } from '../store/follow-up.store.js';
import { MunicipalitiesStore } from '../store/municipalities.store.js';
import { findingsIn, FollowUp } from './follow-up.js';

const everyMilliseconds = 5 * 60_000;
const batch = 200;

/** The program itself, for whom everybody exists who is not PROTECTED. */
const program: Viewer = {
  roles: ['TECHNICIAN'],
  municipality: null,
  personId: null,
  scopes: [],
  actor: 'program',
  ...noRelations,
};
/** Everybody is looked at through the own eyes, which see all of it. */
const ownEyes = (personId: Viewer['personId']): Viewer => ({ ...program, personId });
const nearNobody = { units: [], personId: null, rules: [] };

/** Each five minutes, in one process at a time, keeps since when each finding has held (P11); nothing of whoever is PROTECTED. */
@Injectable()
export class KeepFindings implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('findings');
  readonly #timers = new Timers();

  constructor(
    private readonly followUp: FollowUp,
    private readonly store: FollowUpStore,
    private readonly findings: FindingsStore,
    private readonly municipalities: MunicipalitiesStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.#timers.every(everyMilliseconds, () =>
      this.keepAll().catch((error: unknown) =>
        this.#log.error(`findings.not_kept cause=${faultName(error)}`),
      ),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#timers.stop();
  }

  /** Looks at all municipalities now, unless another process is at it. */
  async keepAll(): Promise<void> {
    await this.findings.exclusively(async () => {
      for (const code of this.municipalities.codes()) await this.keepOf(code);
    });
  }

  private async keepOf(municipality: MunicipalityCode): Promise<void> {
    const now = this.clock.now();
    const reach = this.followUp.reach(program);
    const units = await this.store.units(reach, { municipality });
    const holding: Finding[] = units.flatMap((unit) => findingsIn(unit, now));
    const wanted = { municipality, below: null, near: nearNobody, elsewhere: findingRules };
    let after: PagePosition | null = null;
    let found: readonly FoundForFollowUp[];
    do {
      // What was not looked at to its end is not kept: the rest would count as mended.
      if (this.#timers.stopped) return;
      found = await this.store.people(reach, wanted, { first: batch, after }, now);
      const followed = await this.followUp.ofPeople(reach, found, ownEyes, now);
      holding.push(...followed.flatMap(({ findings }) => findings));
      after = found.at(-1) ?? null;
    } while (found.length === batch);
    await this.findings.keep(municipality, holding, now);
  }
}
