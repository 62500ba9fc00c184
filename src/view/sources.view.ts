import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Freshness } from '../kernel/phone-words.js';
import { SourcesStore } from '../store/sources.store.js';

/** How old what a directory gave is; for everybody, so that clients can show it (P7). */
export type SourceView = {
  readonly name: string;
  readonly lastCompleteAt: Date | null;
  readonly freshness: Freshness;
};

/** A source that was not read to its end for this many of its own intervals is stale. */
const staleAfterIntervals = 3;

/** What everybody may know of the sources. */
@Injectable()
export class SourcesView {
  constructor(
    private readonly sources: SourcesStore,
    private readonly clock: Clock,
  ) {}

  /** The sources of one municipality, by name. */
  async ofMunicipality(code: string): Promise<readonly SourceView[]> {
    const now = this.clock.now();
    const sources = await this.sources.all(now);
    return sources
      .filter((source) => source.municipality === code)
      .map(({ id, everyMinutes, lastCompleteAt }) => {
        const limit = now.getTime() - staleAfterIntervals * everyMinutes * 60_000;
        const fresh = lastCompleteAt !== null && lastCompleteAt.getTime() >= limit;
        const freshness = fresh ? 'LIVE' : lastCompleteAt === null ? 'UNKNOWN' : 'STALE';
        return { name: id, lastCompleteAt, freshness };
      });
  }

  /** The oldest of the last complete reads of a municipality's sources; null when one was never read to its end. */
  async lastCompleteOf(code: string): Promise<Date | null> {
    return oldestOf((await this.ofMunicipality(code)).map(({ lastCompleteAt }) => lastCompleteAt));
  }
}

/** The oldest of some instants; null when there is none, or when one of them is not known. */
export function oldestOf(instants: readonly (Date | null)[]): Date | null {
  const known = instants.flatMap((instant) => instant ?? []);
  const [oldest = null] = known.toSorted((a, b) => a.getTime() - b.getTime());
  return known.length === instants.length ? oldest : null;
}
