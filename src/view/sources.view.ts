import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Freshness } from '../kernel/phone-words.js';
import type { SourceKind } from '../kernel/sync-words.js';
import { exchangeFreshness, type ExchangeState } from '../staff/exchange-state.js';
import { SourcesStore, type DirectoryState } from '../store/sources.store.js';

/** How old what a source gave is; for everybody, so that clients can show it (P7). */
export type SourceView = {
  readonly kind: SourceKind;
  readonly name: string;
  readonly lastCompleteAt: Date | null;
  readonly lastReportAt: Date | null;
  readonly freshness: Freshness;
};

/** A directory that was not read to its end for this many of its own intervals is stale. */
const staleAfterIntervals = 3;

/** What everybody may know of the sources. */
@Injectable()
export class SourcesView {
  constructor(
    private readonly sources: SourcesStore,
    private readonly clock: Clock,
  ) {}

  /** The directories of one municipality, by name, and then its exchange. */
  async ofMunicipality(code: string): Promise<readonly SourceView[]> {
    const now = this.clock.now();
    const { exchanges } = await this.sources.all(now);
    const reporting = exchanges.filter(({ municipality }) => municipality === code);
    const directories = await this.directoriesOf(code);
    return [...directories, ...reporting.map((exchange) => exchangeView(exchange, now))];
  }

  /** The directories of one municipality, by name. */
  async directoriesOf(code: string): Promise<readonly SourceView[]> {
    const now = this.clock.now();
    const { directories } = await this.sources.all(now);
    return directories
      .filter(({ municipality }) => municipality === code)
      .map((directory) => directoryView(directory, now));
  }

  /** The oldest of the last complete reads of a municipality's directories; null when one was never read to its end. */
  async lastCompleteOf(code: string): Promise<Date | null> {
    return oldestOf((await this.directoriesOf(code)).map(({ lastCompleteAt }) => lastCompleteAt));
  }
}

function directoryView(
  { id, everyMinutes, lastCompleteAt }: DirectoryState,
  now: Date,
): SourceView {
  const limit = now.getTime() - staleAfterIntervals * everyMinutes * 60_000;
  const fresh = lastCompleteAt !== null && lastCompleteAt.getTime() >= limit;
  const freshness = fresh ? 'LIVE' : lastCompleteAt === null ? 'UNKNOWN' : 'STALE';
  return { kind: 'LDAP', name: id, lastCompleteAt, lastReportAt: null, freshness };
}

function exchangeView(exchange: ExchangeState, now: Date): SourceView {
  return {
    kind: 'EXCHANGE',
    name: exchange.dialPlan,
    lastCompleteAt: null,
    lastReportAt: exchange.lastReportAt,
    freshness: exchangeFreshness(exchange, now),
  };
}

/** The oldest of some instants; null when there is none, or when one of them is not known. */
export function oldestOf(instants: readonly (Date | null)[]): Date | null {
  const known = instants.flatMap((instant) => instant ?? []);
  const [oldest = null] = known.toSorted((a, b) => a.getTime() - b.getTime());
  return known.length === instants.length ? oldest : null;
}
