import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { DirectoryError } from '../ldap/directory-error.js';
import type { DirectorySession } from '../ldap/directory-session.js';
import type { DnDigest } from '../ldap/dn-digest.js';
import { configurationOf, mappingVersion } from '../ldap/source-hash.js';
import { withDirectory } from '../ldap/with-directory.js';
import type { SourceState } from '../store/source-state.store.js';
import { clearStage, stage } from '../store/staging.js';
import type { SyncConnection } from '../store/sync-connections.js';
import { tidy } from '../store/tidy.js';
import type { RunReport } from '../store/sync-runs.store.js';
import { Decisions } from './decisions.js';
import { regainedBy } from './gate-facts.js';
import { lossesOf } from './gate.js';
import { Judge, type Judged } from './judge.js';
import { knownPeople, type Known } from './known-people.js';
import { Plan } from './plan.js';
import { readSource, type Outlet, type Source } from './read-source.js';
import { heldReport, reportOf } from './report.js';
import type { Rises } from './rises.js';
import { keyOf } from './source-key.js';
import { SyncStores } from './sync-stores.js';

/** What one run is given to work with. */
export type Run = {
  readonly id: string;
  readonly connection: SyncConnection;
  readonly digest: DnDigest;
  readonly rises: Rises;
  readonly approve: string | null;
  readonly progress: (seen: number, expected: number) => void;
};

/** A read of everything: what it finds, whether the gate lets it pass, and how it is carried out. */
@Injectable()
export class CompleteRead {
  readonly #log = new Logger('sync');

  constructor(
    private readonly stores: SyncStores,
    private readonly decisions: Decisions,
    private readonly judge: Judge,
    private readonly clock: Clock,
  ) {}

  /** Reads, and carries out what may be. A run that was carried out has closed its record in the same transaction. */
  async carryOut(source: Source, run: Run): Promise<RunReport> {
    const { connection, digest } = run;
    const key = keyOf(source);
    const past = await this.past(connection, source, digest);
    const outlet: Outlet = {
      raise: (rises) => run.rises.raise(rises, this.clock.now()),
      stage: (writes) => stage(connection, key, writes, digest),
      progress: (seen) => run.progress(seen, past.known.people.size),
    };
    try {
      return await withDirectory(source.directory, source.password, async (session) => {
        await clearStage(connection, key);
        const read = await this.read(session, source, past, outlet);
        run.rises.tell(read.plan.countMarked(), read.plan.seen);
        const judged = await this.judge.judge(connection, source, read.plan, past, run.approve);
        if (judged.held !== null && !judged.allowed) {
          await this.decisions.putForward(key, judged.held);
          return heldReport(read.plan, session.server, judged.held, run.rises.count);
        }
        if (judged.aside !== null) await this.decisions.putForward(key, judged.aside);
        return this.write(session, source, run, { ...read, ...past, judged });
      });
    } finally {
      await clearStage(connection, key).catch(() => undefined);
    }
  }

  /** What a run would do now: the same up to the gate, and nothing written. */
  async preview(source: Source, digest: DnDigest, progress: Run['progress']): Promise<RunReport> {
    return this.stores.connections.use(async (connection) => {
      const past = await this.past(connection, source, digest);
      const nowhere = async () => undefined;
      const outlet: Outlet = {
        raise: nowhere,
        stage: nowhere,
        progress: (seen) => progress(seen, past.known.people.size),
      };
      return withDirectory(source.directory, source.password, async (session) => {
        const { plan } = await this.read(session, source, past, outlet);
        const judged = await this.judge.judge(connection, source, plan, past, null);
        const { missing, relinked, leftOut, held, allowed } = judged;
        const beside = { missing, leftScope: [], relinked, leftOut, raised: 0 };
        const report = reportOf(plan, session.server, beside);
        if (held === null || allowed) return report;
        const { status, planHash, message } = heldReport(plan, session.server, held, 0);
        return { ...report, status, planHash, message };
      });
    });
  }

  private async past(connection: SyncConnection, source: Source, digest: DnDigest): Promise<Past> {
    const key = keyOf(source);
    const { directory, municipality } = source;
    const state = await this.stores.states.of(key);
    return {
      state,
      configuration: configurationOf(directory, municipality),
      mapping: mappingVersion(directory, municipality, digest('mapping')),
      known: {
        people: await knownPeople(this.stores.directories.knownPeople(connection, key)),
        levels: await this.stores.directories.levels(connection, key),
      },
    };
  }

  private async read(session: DirectorySession, source: Source, past: Past, outlet: Outlet) {
    const plan = new Plan(past.known);
    // Where the server stood before the read: what changes meanwhile comes again, and is not overlooked.
    const position = source.directory.fastLane ? await session.position() : null;
    const sameMapping = past.state.mapping === past.mapping;
    const options = { since: null, sameMapping, now: this.clock.now() };
    const units = await readSource(session, source, plan, outlet, options);
    // A server that lost its data, or a filter that matches nothing, is not a municipality without staff.
    if (plan.seen === 0)
      throw new DirectoryError(
        `${session.server}: the directory answered with nobody at all, so nothing was changed.`,
        'UNREADABLE',
      );
    return { plan, position, units };
  }

  private async write(
    session: DirectorySession,
    source: Source,
    run: Run,
    found: Awaited<ReturnType<CompleteRead['read']>> & Past & { readonly judged: Judged },
  ): Promise<RunReport> {
    const { plan, units, position, judged } = found;
    const { inScope, elsewhere } = await session.lookUp(judged.missing);
    const missing = judged.missing.filter((key) => !inScope.has(key));
    const { relinked, leftOut } = judged;
    const leftScope = missing.filter((key) => elsewhere.has(key));
    const beside = { missing, leftScope, relinked, leftOut, raised: run.rises.count };
    const report = reportOf(plan, session.server, beside);
    const at = this.clock.now();
    let final = report;
    await this.stores.directories.carryOut(
      run.connection,
      keyOf(source),
      {
        units,
        staged: plan.created.size + plan.updated.length,
        known: plan.updated.length,
        relinked: judged.relinks,
        leftOut,
        notMissing: judged.notMissing,
        reappeared: plan.reappeared,
        losses: judged.held === null ? lossesOf({ missing, disabled: plan.disabled }) : [],
        regained: regainedBy(plan),
        lane: position && { server: position.server, position: position.at },
        at,
        complete: {
          missing,
          configuration: found.configuration,
          mapping: found.mapping,
          marks: Object.fromEntries(plan.marks),
        },
      },
      run.digest,
      async (tx, counted) => {
        final = { ...report, ...counted };
        await this.stores.runs.close(tx, run.id, keyOf(source), final, at);
      },
    );
    await this.tidy(run.connection, plan.created.size + plan.updated.length + missing.length);
    return final;
  }

  /** The run is over by then, whatever comes of it. */
  private async tidy(connection: SyncConnection, changed: number): Promise<void> {
    await tidy(connection, changed).catch((error: unknown) => {
      this.#log.warn(
        `sync.not_tidied the tables are slower until autovacuum comes: ${faultName(error)}`,
      );
    });
  }
}

/** What a run starts from. */
type Past = {
  readonly state: SourceState;
  readonly configuration: string;
  readonly mapping: string;
  readonly known: Known;
};
