import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { DirectoryError } from '../ldap/directory-reader.js';
import { configurationOf } from '../ldap/source-hash.js';
import { DirectoryStore, type SourceKey } from '../store/directory.store.js';
import { HeldPlansStore } from '../store/held-plans.store.js';
import { SyncConnections } from '../store/sync-connections.js';
import { nothingCounted, SyncRunsStore, type RunReport } from '../store/sync-runs.store.js';
import { gateFacts, regainedBy } from './gate-facts.js';
import { gate, heldHash, isApproved, lossesOf, type GateFacts, type Held } from './gate.js';
import { plan, type Known, type Plan } from './plan.js';
import { readSource, type Gathered, type Source } from './read-source.js';

/** A run up to its gate: what it would do, and whether that may be done. */
type Judged = {
  readonly plan: Plan;
  readonly facts: GateFacts;
  readonly configuration: string;
  readonly held: Held | null;
  readonly approved: boolean;
};

/** One complete read of one directory, and what it changes. One municipality's outage never touches another's. */
@Injectable()
export class SyncSource {
  readonly #log = new Logger('sync');

  constructor(
    private readonly directories: DirectoryStore,
    private readonly heldPlans: HeldPlansStore,
    private readonly runs: SyncRunsStore,
    private readonly connections: SyncConnections,
    private readonly clock: Clock,
  ) {}

  /** Runs one source now; null when another process is at it. A failure is a report, not an exception. */
  async run(source: Source): Promise<RunReport | null> {
    const key = keyOf(source);
    return this.connections.exclusively(key, async () => {
      await this.runs.closeAborted(key, this.clock.now());
      const run = await this.runs.start(
        key,
        { kind: 'COMPLETE', trigger: 'SCHEDULE' },
        this.clock.now(),
      );
      const report = await this.readAndApply(source, key).catch(failed);
      await this.runs.finish(run, key, report, this.clock.now());
      const line = `sync.${report.status.toLowerCase()} source=${key.id} seen=${report.seen} created=${report.created} updated=${report.updated} missing=${report.missing} rejected=${report.rejections.length}`;
      if (report.message !== null) this.#log.error(`${line}: ${report.message}`);
      else this.#log.log(line);
      return report;
    });
  }

  /** What a run would do now: the same code up to the gate, and nothing written. */
  async preview(source: Source): Promise<RunReport> {
    const key = keyOf(source);
    const read = async () => {
      const known = await this.directories.knownPeople(key);
      const gathered: Gathered = { units: [], people: [], rejections: [] };
      await readSource(source, known, gathered, this.clock.now());
      refuseNobody(gathered, known);
      const { plan, held, approved } = await this.judge(source, gathered, known);
      const status = held && !approved ? 'HELD' : statusOf(gathered);
      const message = held && !approved ? sentenceOf(held) : null;
      return { ...reportOf(plan, gathered), status, message } as const;
    };
    return read().catch(failed);
  }

  private async readAndApply(source: Source, key: SourceKey): Promise<RunReport> {
    const known = await this.directories.knownPeople(key);
    const gathered: Gathered = { units: [], people: [], rejections: [] };
    try {
      await readSource(source, known, gathered, this.clock.now());
    } finally {
      // A rise in level is not held up by anything: not by an unfinished read, and not by the plan.
      const raised = gathered.people.filter((one) => one.level !== 'OPEN');
      const count = await this.directories.raiseLevels(key, raised);
      if (count > Math.max(raisedFloor, known.size * raisedShare))
        this.#log.error(
          `sync.many_protected source=${key.id} raised=${count}: look at its mapping.`,
        );
    }
    refuseNobody(gathered, known);
    return this.apply(key, gathered, await this.judge(source, gathered, known));
  }

  private async judge(source: Source, { people, units }: Gathered, known: Known): Promise<Judged> {
    const key = keyOf(source);
    const at = this.clock.now();
    const last = await this.directories.lastComplete(key);
    const configuration = configurationOf(source.directory, source.municipality);
    const planned = plan(known, people, true);
    const facts = gateFacts(known, planned, units, {
      readBefore: last.at !== null,
      configurationChanged: last.configuration !== configuration,
      recent: await this.heldPlans.recentLosses(key, at),
    });
    const held = gate(facts);
    const sets = held === null ? [] : await this.heldPlans.approvedSets(key, at);
    const approved = held !== null && isApproved(held.held, sets);
    return { plan: planned, facts, configuration, held, approved };
  }

  private async apply(key: SourceKey, gathered: Gathered, judged: Judged): Promise<RunReport> {
    const { plan, facts, configuration, held, approved } = judged;
    const at = this.clock.now();
    if (held !== null && !approved) {
      await this.heldPlans.hold({ source: key, hash: heldHash(held.held), ...held, heldAt: at });
      const { rejections, people } = gathered;
      const message = sentenceOf(held);
      return { ...nothingDone, status: 'HELD', seen: people.length, message, rejections };
    }
    await this.directories.apply(key, {
      units: gathered.units,
      people: [...plan.create, ...plan.update],
      reappear: plan.reappear.map(({ id }) => id),
      missing: plan.missing.map(({ id }) => id),
      losses: approved ? [] : lossesOf(facts),
      regained: regainedBy(plan),
      configuration,
      at,
    });
    return { ...reportOf(plan, gathered), status: statusOf(gathered), message: null };
  }
}

/** More than this many people protected in one run sounds an alarm; they are protected all the same. */
const raisedFloor = 5;
const raisedShare = 0.01;

const nothingDone = {
  ...nothingCounted,
  server: null,
  planHash: null,
  message: null,
  rejections: [],
};

function keyOf({ directory, municipality }: Source): SourceKey {
  return { id: directory.id, municipality: municipality.code };
}

function reportOf({ create, update, missing }: Plan, { people, rejections }: Gathered) {
  return {
    ...nothingDone,
    seen: people.length,
    created: create.length,
    updated: update.length,
    missing: missing.length,
    rejections,
  };
}

function statusOf({ rejections }: Gathered): 'COMPLETED_WITH_ERRORS' | 'SUCCEEDED' {
  return rejections.length > 0 ? 'COMPLETED_WITH_ERRORS' : 'SUCCEEDED';
}

function sentenceOf({ rules, held }: Held): string {
  return `Held by ${rules.join(', ')}: approve or reject plan ${heldHash(held)}.`;
}

/** A server that lost its data, or a filter that matches nothing, is not a municipality without staff. */
function refuseNobody(gathered: Gathered, known: Known): void {
  if (gathered.people.length === 0 && known.size > 0)
    throw new DirectoryError('The directory answered with nobody at all, so nothing was changed.');
}

function failed(error: unknown): RunReport {
  // Other errors may quote what they choked on, and that may be a person.
  const message = error instanceof DirectoryError ? error.message : `internal: ${faultName(error)}`;
  return { ...nothingDone, status: 'FAILED', message };
}
