import { Injectable } from '@nestjs/common';
import { AuditSealsStore } from '../store/audit-seals.store.js';
import type { AuditConnection, Seal } from '../store/seal.js';
import { contentOf, hashOf } from './seal-hash.js';

/** Why the record is not as it was sealed. */
export type Broken =
  'SEAL_MISSING' | 'SEAL_ALTERED' | 'ROW_MISSING' | 'ROW_ADDED' | 'ROW_ALTERED' | 'ROW_UNSEALED';

/** What a check of one municipality's record came to. */
export type Verdict = {
  readonly municipality: string;
  /** The last seal that stands, or null when there is none. */
  readonly last: Pick<Seal, 'number' | 'hash'> | null;
  readonly rows: number;
  /** The first fault: the number of the seal, or the id of a row that none covers. */
  readonly broken: { readonly why: Broken; readonly at: string } | null;
};

const pageOfSeals = 500;
/** Rows are sealed each minute; older ones than this without a seal have been added, or have lost it. */
const unsealedMilliseconds = 5 * 60_000;

/** Recomputes every seal from the rows that it covers. */
@Injectable()
export class VerifySeals {
  constructor(private readonly seals: AuditSealsStore) {}

  /** Checks every code that a row or a seal has, in order; the months' rows that were dropped are not asked for. */
  async everything(now: Date): Promise<readonly Verdict[]> {
    return this.seals.use((connection) => this.over(connection, now));
  }

  /** The same over a connection that the caller holds. */
  async over(connection: AuditConnection, now: Date): Promise<readonly Verdict[]> {
    const verdicts: Verdict[] = [];
    for (const code of await this.seals.codesInUse(connection))
      verdicts.push(await this.municipality(connection, code, now));
    return verdicts;
  }

  private async municipality(
    connection: AuditConnection,
    municipality: string,
    now: Date,
  ): Promise<Verdict> {
    const dropped = await this.seals.dropped(connection, municipality);
    let last: Seal | null = null;
    let rows = 0;
    let page: readonly Seal[];
    do {
      page = await this.seals.after(connection, municipality, last?.number ?? null, pageOfSeals);
      for (const seal of page) {
        const gone = (dropped.get(seal.month) ?? 0) > seal.number;
        const why = faultOfSeal(seal, last) ?? (await this.faultOfRows(connection, seal, gone));
        if (why !== null)
          return { municipality, last, rows, broken: { why, at: `seal ${seal.number}` } };
        if (!gone && !seal.dropped) rows += seal.rows;
        last = seal;
      }
    } while (page.length > 0);
    const before = new Date(now.getTime() - unsealedMilliseconds);
    const id = await this.seals.forgotten(connection, municipality, before);
    const broken = id === null ? null : ({ why: 'ROW_UNSEALED', at: `row ${id}` } as const);
    return { municipality, last, rows, broken };
  }

  private async faultOfRows(
    connection: AuditConnection,
    seal: Seal,
    gone: boolean,
  ): Promise<Broken | null> {
    if (seal.dropped) return null;
    const lines = await this.seals.linesOf(connection, seal);
    const expected = gone ? 0 : seal.rows;
    if (lines.length < expected) return 'ROW_MISSING';
    if (lines.length > expected) return 'ROW_ADDED';
    return gone || contentOf(lines) === seal.content ? null : 'ROW_ALTERED';
  }
}

function faultOfSeal(seal: Seal, last: Seal | null): Broken | null {
  if (seal.number !== (last?.number ?? 0) + 1) return 'SEAL_MISSING';
  if (seal.previous !== (last?.hash ?? '')) return 'SEAL_ALTERED';
  return hashOf(seal) === seal.hash ? null : 'SEAL_ALTERED';
}
