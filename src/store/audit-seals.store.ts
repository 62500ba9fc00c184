import { Injectable } from '@nestjs/common';
import * as sql from './audit-seals.sql.js';
import type { AuditConnection, Seal, SealedLine } from './seal.js';
import { SyncConnections } from './sync-connections.js';

/** The advisory lock of whoever seals. */
const sealLock = 186_120;
const dayMilliseconds = 86_400_000;

/** Reads and adds seals over a connection that the caller holds; it never alters one. */
@Injectable()
export class AuditSealsStore {
  constructor(private readonly connections: SyncConnections) {}

  /** Runs `work` as the only one that seals, across all processes; null when another one is at it. */
  async exclusively<T>(work: (connection: AuditConnection) => Promise<T>): Promise<T | null> {
    return this.connections.use(async (connection) => {
      const [{ locked }] = (await connection.query(sql.tryLock, [sealLock])) as [
        { locked: boolean },
      ];
      if (!locked) return null;
      try {
        return await work(connection);
      } finally {
        // A connection that is gone has taken its lock with it.
        await connection.query(sql.unlock, [sealLock]).catch(() => undefined);
      }
    });
  }

  /** Runs `work` with a connection of its own, and no lock. */
  async use<T>(work: (connection: AuditConnection) => Promise<T>): Promise<T> {
    return this.connections.use(work);
  }

  /** Waits until nobody seals, and keeps it so until the transaction ends. */
  async lock(tx: AuditConnection): Promise<void> {
    await tx.query(sql.lockInTransaction, [sealLock]);
  }

  /** Makes the partitions of this month and the next, where they are missing. */
  async makeMonths(connection: AuditConnection, now: Date): Promise<void> {
    await connection.query(sql.makeMonths, [now]);
  }

  /** The municipalities' codes, and ALL. */
  async codes(connection: AuditConnection): Promise<readonly string[]> {
    return codesFrom(await connection.query(sql.codes));
  }

  /** Every code that a row or a seal has, also one that no municipality has. */
  async codesInUse(connection: AuditConnection): Promise<readonly string[]> {
    return codesFrom(await connection.query(sql.codesInUse));
  }

  /** The last seal, or null. */
  async last(connection: AuditConnection, code: string): Promise<Seal | null> {
    const [seal] = (await connection.query(sql.lastSeal, [code])) as readonly Seal[];
    return seal ?? null;
  }

  /** The seals after a number, by number; null from the first one, whatever its number. */
  async after(connection: AuditConnection, code: string, number: number | null, first: number) {
    return (await connection.query(sql.sealsAfter, [code, number, first])) as readonly Seal[];
  }

  /**
   * The first rows by id that no seal covers. Whoever recorded a row committed within a day of its
   * instant, so that rows from a day before the last seal have been sealed with it or earlier.
   */
  async unsealed(connection: AuditConnection, code: string, last: Seal | null, first: number) {
    const before = (days: number) =>
      last && new Date(Date.parse(last.sealedAt) - days * dayMilliseconds);
    const parameters = [code, before(1), before(2), first];
    return (await connection.query(sql.unsealedLines, parameters)) as readonly SealedLine[];
  }

  /** The rows that a seal covers, by id. */
  async linesOf(connection: AuditConnection, seal: Seal) {
    const parameters = [seal.municipality, seal.ids];
    return (await connection.query(sql.linesOf, parameters)) as readonly SealedLine[];
  }

  /** The id of the first row from before an instant that no seal covers, or null. */
  async forgotten(connection: AuditConnection, code: string, before: Date): Promise<string | null> {
    const [row] = (await connection.query(sql.forgotten, [code, before])) as readonly {
      id: string;
    }[];
    return row?.id ?? null;
  }

  /** The months that were dropped, each with the number of the seal that says so. */
  async dropped(connection: AuditConnection, code: string): Promise<ReadonlyMap<string, number>> {
    const rows = (await connection.query(sql.droppedMonths, [code])) as readonly {
      month: string;
      number: number;
    }[];
    return new Map(rows.map(({ month, number }) => [month, number]));
  }

  /** Adds a seal. Two with one number cannot be. */
  async add(connection: AuditConnection, seal: Seal): Promise<void> {
    const { municipality, number, sealedAt, month, dropped, ids, rows, content } = seal;
    const { previous, hash } = seal;
    const columns = [municipality, number, sealedAt, month, dropped, ids, rows];
    await connection.query(sql.addSeal, [...columns, content, previous, hash]);
  }
}

function codesFrom(rows: unknown): readonly string[] {
  return (rows as readonly { readonly code: string }[]).map(({ code }) => code);
}
