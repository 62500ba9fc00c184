import { Injectable, Logger } from '@nestjs/common';
import type { DirectoryConfig } from '../config/directories-file.js';
import { Clock } from '../kernel/clock.js';
import { faultName } from '../kernel/fault.js';
import { DirectoryError, openDirectory } from '../ldap/directory-reader.js';
import { entryToUnit } from '../ldap/entry-to-unit.js';
import { mappingVersion } from '../ldap/source-hash.js';
import type { Municipality } from '../staff/municipality.js';
import type { Rejection, UnitRecord } from '../staff/directory-record.js';
import { DirectoryStore, type SourceKey } from '../store/directory.store.js';
import { HeldPlansStore } from '../store/held-plans.store.js';
import { SyncRunsStore, type RunReport } from '../store/sync-runs.store.js';
import { gateFacts, regainedBy } from './gate-facts.js';
import { gate, heldHash, isApproved, lossesOf } from './gate.js';
import { plan, type Incoming, type Known } from './plan.js';
import { incomingFrom } from './incoming.js';

/** One LDAP source, with what is needed to read it. */
export type Source = {
  readonly municipality: Municipality;
  readonly directory: DirectoryConfig;
  readonly password: string;
};

type Gathered = {
  readonly units: UnitRecord[];
  readonly people: Incoming[];
  readonly rejections: Rejection[];
};

/** One complete read of one directory, and what it changes. One municipality's outage never touches another's. */
@Injectable()
export class SyncSource {
  readonly #log = new Logger('sync');

  constructor(
    private readonly directories: DirectoryStore,
    private readonly heldPlans: HeldPlansStore,
    private readonly runs: SyncRunsStore,
    private readonly clock: Clock,
  ) {}

  /** Runs one source now; null when another process is at it. A failure is a report, not an exception. */
  async run(source: Source): Promise<RunReport | null> {
    const key: SourceKey = {
      id: source.directory.id,
      municipality: source.municipality.code,
    };
    return this.runs.exclusively(key, async () => {
      const run = await this.runs.start(key, this.clock.now());
      const report = await this.readAndApply(source, key).catch((error: unknown) => failed(error));
      await this.runs.finish(run, key, report, this.clock.now());
      const line = `sync.${report.status.toLowerCase()} source=${key.id} seen=${report.seen} created=${report.created} updated=${report.updated} missing=${report.missing} rejected=${report.rejections.length}`;
      if (report.message !== null) this.#log.error(`${line}: ${report.message}`);
      else this.#log.log(line);
      return report;
    });
  }

  private async readAndApply(source: Source, key: SourceKey): Promise<RunReport> {
    const known = await this.directories.knownPeople(key);
    const gathered: Gathered = { units: [], people: [], rejections: [] };
    try {
      await this.gather(source, known, gathered);
    } finally {
      // A rise in level is not held up by anything: not by an unfinished read, and not by the plan.
      await this.directories.raiseLevels(
        key,
        gathered.people.filter((one) => one.level !== 'OPEN'),
      );
    }
    // A server that lost its data, or a filter that matches nothing, is not a municipality without staff.
    if (gathered.people.length === 0 && known.size > 0)
      throw new DirectoryError(
        'The directory answered with nobody at all, so nothing was changed.',
      );
    return this.apply(key, gathered, known);
  }

  private async apply(key: SourceKey, gathered: Gathered, known: Known): Promise<RunReport> {
    const at = this.clock.now();
    const { units, people, rejections } = gathered;
    const planned = plan(known, people, true);
    const facts = gateFacts(known, planned, units, {
      readBefore: (await this.directories.lastCompleteAt(key)) !== null,
      recent: await this.heldPlans.recentLosses(key, at),
    });
    const held = gate(facts);
    const approved =
      held !== null && isApproved(held.held, await this.heldPlans.approvedSets(key, at));
    if (held !== null && !approved) {
      const hash = heldHash(held.held);
      await this.heldPlans.hold({ source: key, hash, ...held, heldAt: at });
      const message = `Held by ${held.rules.join(', ')}: approve or reject plan ${hash}.`;
      return { ...nothingDone, status: 'HELD', seen: people.length, message, rejections };
    }
    await this.directories.apply(key, {
      units,
      people: [...planned.create, ...planned.update],
      reappear: planned.reappear.map(({ id }) => id),
      missing: planned.missing.map(({ id }) => id),
      losses: approved ? [] : lossesOf(facts),
      regained: regainedBy(planned),
      at,
    });
    return {
      status: rejections.length > 0 ? 'COMPLETED_WITH_ERRORS' : 'SUCCEEDED',
      seen: people.length,
      created: planned.create.length,
      updated: planned.update.length,
      missing: planned.missing.length,
      message: null,
      rejections,
    };
  }

  private async gather(source: Source, known: Known, into: Gathered): Promise<void> {
    const { directory, municipality } = source;
    const mapping = {
      directory,
      municipality,
      mappingVersion: mappingVersion(directory, municipality),
    };
    const keys = new Set<string>();
    const session = await openDirectory(directory, source.password);
    try {
      for await (const page of session.units())
        for (const entry of page) {
          const unit = entryToUnit(entry, directory.attributes.unitName);
          if (unit) into.units.push(unit);
        }
      for await (const page of session.people())
        for (const entry of page) {
          const { incoming, rejections } = incomingFrom(entry, mapping, known, this.clock.now());
          into.rejections.push(...rejections);
          if (incoming === null) continue;
          if (keys.has(incoming.key))
            into.rejections.push({ key: incoming.key, field: null, code: 'DUPLICATE_KEY' });
          else into.people.push(incoming);
          keys.add(incoming.key);
        }
    } finally {
      await session.close();
    }
  }
}

const nothingDone = { seen: 0, created: 0, updated: 0, missing: 0, message: null, rejections: [] };

function failed(error: unknown): RunReport {
  // Other errors may quote what they choked on, and that may be a person.
  const message = error instanceof DirectoryError ? error.message : `internal: ${faultName(error)}`;
  return { ...nothingDone, status: 'FAILED', message };
}
