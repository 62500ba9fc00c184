import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditFact } from '../kernel/audit-fact.js';
import type { ForwardingId, MunicipalityCode, PersonId } from '../kernel/ids.js';
import type { CallOrigin, ForwardingCondition, ForwardingLayer } from '../kernel/phone-words.js';
import type { E164, Extension } from '../staff/phone-number.js';
import { recordFacts } from './audit-writes.js';
import { noteExchangeReport } from './exchange-report.js';
import { acceptReports, removeOthers, removeTold, setTold } from './reported-forwardings.sql.js';

/** Where a reported forwarding leads: to a number, or to one of the places that need none. */
export type ReportedTarget =
  | { readonly kind: 'NUMBER'; readonly e164: E164 }
  | { readonly kind: 'EXTENSION'; readonly extension: Extension }
  | { readonly kind: 'SWITCHBOARD' }
  | { readonly kind: 'VOICEMAIL' };

/** One forwarding of one line as the exchange has it; without a target there is none any more. */
export type ForwardingObservation = {
  readonly e164: E164 | null;
  readonly extension: Extension | null;
  readonly condition: ForwardingCondition;
  readonly origin: CallOrigin;
  readonly active: boolean;
  readonly target: ReportedTarget | null;
  readonly noAnswerSeconds: number | null;
  readonly observedAt: Date;
  /** Rises with every report of this forwarding; late and repeated ones are dropped by it. */
  readonly reportSeq: string;
};

/** What an exchange says at once of one layer; `fullAt` is when it saw all that there is, null for a part. */
export type ReportedBatch = {
  readonly dialPlan: string;
  readonly layer: ForwardingLayer;
  readonly fullAt: Date | null;
  readonly observations: readonly ForwardingObservation[];
};

/** A forwarding that somebody had set here, and that the exchange does not have. */
export type ReplacedForwarding = {
  readonly id: ForwardingId;
  readonly personId: PersonId;
  readonly municipality: MunicipalityCode;
};

type Removed = ReplacedForwarding & { readonly setHere: boolean };
type Accepted = {
  readonly municipality_code: string;
  readonly line: string;
  readonly topic: string;
};

/** Live facts: forwardings as the exchange has them, one for each slot of a person, overwritten and not audited. */
@Injectable()
export class ReportedForwardingsStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Takes what is newer than what is known, in one transaction. What somebody had set here in the same
   * slot gives way, and that is recorded.
   */
  async report(
    { dialPlan, layer, fullAt, observations }: ReportedBatch,
    record: (replaced: ReplacedForwarding) => AuditFact,
    now: Date,
  ): Promise<void> {
    const rows = observations.map((one) => observationRow(dialPlan, layer, one));
    await this.database.transaction(async (tx) => {
      await noteExchangeReport(tx, dialPlan, now);
      const full = fullAt !== null;
      const told = await accept(tx, [dialPlan, JSON.stringify(rows), full], rows);
      const gone: Removed[] = [];
      if (told.length > 0) {
        const parameters = [layer, JSON.stringify(told)];
        gone.push(...(await removed(tx, removeTold, parameters)));
        await tx.query(setTold, [...parameters, dialPlan]);
      }
      if (full)
        gone.push(
          ...(await removed(tx, removeOthers, [layer, JSON.stringify(rows), dialPlan, fullAt])),
        );
      await recordFacts(tx, gone.filter(({ setHere }) => setHere).map(record));
    });
  }
}

/** The observations that are newer than what is known, each with the municipality whose line it is. */
async function accept(
  tx: Pick<EntityManager, 'query'>,
  parameters: readonly unknown[],
  rows: readonly ReturnType<typeof observationRow>[],
) {
  const accepted = (await tx.query(acceptReports, [...parameters])) as Accepted[];
  const newestLast = rows.toSorted((a, b) => (BigInt(a.seq) < BigInt(b.seq) ? -1 : 1));
  const newest = new Map(newestLast.map((row) => [`${row.line} ${row.topic}`, row] as const));
  return accepted.flatMap(({ municipality_code, line, topic }) => {
    const row = newest.get(`${line} ${topic}`);
    return row === undefined ? [] : [{ ...row, municipality_code }];
  });
}

async function removed(
  tx: Pick<EntityManager, 'query'>,
  sql: string,
  parameters: readonly unknown[],
): Promise<readonly Removed[]> {
  const [rows] = (await tx.query(sql, [...parameters])) as [Removed[], number];
  return rows;
}

function observationRow(
  dialPlan: string,
  layer: ForwardingLayer,
  { e164, extension, condition, origin, active, target, ...rest }: ForwardingObservation,
) {
  return {
    line: e164 ?? `${dialPlan}/${extension}`,
    topic: `${layer} ${condition} ${origin}`,
    e164,
    extension,
    condition,
    origin,
    active,
    seconds: rest.noAnswerSeconds,
    target_kind: target?.kind ?? null,
    target_e164: target?.kind === 'NUMBER' ? target.e164 : null,
    target_extension: target?.kind === 'EXTENSION' ? target.extension : null,
    seq: rest.reportSeq,
    observed_at: rest.observedAt.toISOString(),
  };
}
