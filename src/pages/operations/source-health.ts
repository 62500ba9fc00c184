/** As much of a run as tells how its source is doing. */
export type RunSeen = {
  readonly source: string;
  readonly kind: string;
  readonly status: string;
  readonly startedAt: string;
};
/** How a source is doing, as a technician wants to know it first. */
export type SourceHealth =
  | { readonly kind: 'GOOD' | 'NEVER' }
  | { readonly kind: 'OLD'; readonly failingSince: string | null }
  | { readonly kind: 'FAILING'; readonly failingSince: string };

/** Since when each complete read of a source has failed, by runs with the newest first; null when the last one has not. */
export function failingSince(runs: readonly RunSeen[], source: string): string | null {
  const ended = runs.filter(
    (run) =>
      run.source === source &&
      run.kind === 'COMPLETE' &&
      run.status !== 'QUEUED' &&
      run.status !== 'RUNNING',
  );
  const good = ended.findIndex(({ status }) => status !== 'FAILED' && status !== 'ABORTED');
  return ended[(good === -1 ? ended.length : good) - 1]?.startedAt ?? null;
}

/** How a source is doing, from its freshness and its runs. */
export function sourceHealth(
  { name, freshness }: { readonly name: string; readonly freshness: string },
  runs: readonly RunSeen[],
): SourceHealth {
  const since = failingSince(runs, name);
  if (freshness === 'STALE') return { kind: 'OLD', failingSince: since };
  if (since !== null) return { kind: 'FAILING', failingSince: since };
  return { kind: freshness === 'LIVE' ? 'GOOD' : 'NEVER' };
}
