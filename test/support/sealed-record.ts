import { DataSource, type EntityManager } from 'typeorm';
import { DropMonth } from '../../src/audit/drop-month.js';
import { SealRows } from '../../src/audit/seal-rows.js';
import { VerifySeals, type Verdict } from '../../src/audit/verify-seals.js';
import { parseDirectories } from '../../src/config/directories-file.js';
import type { AuditFact } from '../../src/kernel/audit-fact.js';
import { AuditSealsStore } from '../../src/store/audit-seals.store.js';
import { recordFacts } from '../../src/store/audit-writes.js';
import { databaseOptions } from '../../src/store/data-source.js';
import { openAsOwner } from '../../src/store/migrate.js';
import { MunicipalitiesStore } from '../../src/store/municipalities.store.js';
import { SyncConnections } from '../../src/store/sync-connections.js';
import { auditFact } from './audit-fact.js';
import { TestClock } from './clock.js';
import { createTestDatabase } from './database.js';
import { directoriesFile } from './raw-entry.js';

/** A record of facts in a database of its own, sealed and verified as the program does. */
export type SealedRecord = {
  readonly ownerUrl: string;
  readonly program: DataSource;
  readonly owner: DataSource;
  readonly clock: TestClock;
  readonly sealer: SealRows;
  readonly verifier: VerifySeals;
  readonly dropper: DropMonth;
  record(...facts: readonly Partial<AuditFact>[]): Promise<void>;
  /** Seals now, and lets five minutes pass: what is not sealed then is old. */
  seal(): Promise<void>;
  /** What is broken, as `1861 ROW_MISSING seal 1`; nothing when all is as it was sealed. */
  broken(): Promise<readonly string[]>;
  /** The same for what the owner would do to it; nothing of it stays. */
  brokenBy(tamper: (tx: EntityManager) => Promise<unknown>): Promise<readonly string[]>;
  stop(): Promise<void>;
};

/** Makes the database and what seals it; nothing is recorded yet. */
export async function sealedRecord(): Promise<SealedRecord> {
  const database = await createTestDatabase();
  const program = await new DataSource(databaseOptions(database.programUrl)).initialize();
  const owner = await openAsOwner(database.ownerUrl).initialize();
  const { municipalities } = parseDirectories(directoriesFile());
  await new MunicipalitiesStore(program).configure(municipalities);
  const connections = new SyncConnections({ databaseUrl: database.programUrl });
  const seals = new AuditSealsStore(connections);
  const clock = new TestClock();
  const sealer = new SealRows(seals, clock);
  const verifier = new VerifySeals(seals);
  return {
    ownerUrl: database.ownerUrl,
    program,
    owner,
    clock,
    sealer,
    verifier,
    dropper: new DropMonth(seals, verifier, clock),
    record: (...facts) =>
      recordFacts(
        program,
        facts.map((fact) => auditFact({ at: clock.now(), ...fact })),
      ),
    seal: async () => {
      await sealer.everything();
      clock.advance(301);
    },
    broken: async () => faults(await verifier.everything(clock.now())),
    brokenBy: async (tamper) => {
      const runner = owner.createQueryRunner();
      await runner.startTransaction();
      try {
        await tamper(runner.manager);
        return faults(await verifier.over(runner.manager, clock.now()));
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    },
    stop: async () => {
      await connections.onApplicationShutdown();
      await program.destroy();
      await owner.destroy();
      await database.drop();
    },
  };
}

function faults(verdicts: readonly Verdict[]): readonly string[] {
  return verdicts.flatMap(({ municipality, broken }) =>
    broken === null ? [] : [`${municipality} ${broken.why} ${broken.at}`],
  );
}
