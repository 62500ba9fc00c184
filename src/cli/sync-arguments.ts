import { parseArgs } from 'node:util';

/** How the command is called. */
export const syncUsage = `Usage: npm run sync -- [municipality or directory]... [--preview] [--approve HASH | --reject HASH]
  Reads the named directories now, or all of them.
  --preview  says what a run would do, and writes nothing
  --approve  says yes to a held plan, and then runs; --reject says no, and does not
Ends with 0 when every run was carried out, 1 when one failed, 2 when it was called wrongly,
3 when one is held, 4 when another process is at one of them.
`;

/** What the command line asks for. */
export type SyncRequest = {
  readonly names: readonly string[];
  readonly preview: boolean;
  readonly decision: { readonly verdict: 'APPROVED' | 'REJECTED'; readonly hash: string } | null;
};

/** What came of one source: the status of its run, or null when another process was at it. */
export type SyncOutcome = 'SUCCEEDED' | 'COMPLETED_WITH_ERRORS' | 'HELD' | 'FAILED' | null;

/** Reads the command line, or null when it cannot be understood. */
export function syncArguments(argv: readonly string[]): SyncRequest | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        preview: { type: 'boolean', default: false },
        approve: { type: 'string' },
        reject: { type: 'string' },
      },
    });
    const { preview, approve, reject } = values;
    if ([approve, reject, preview || undefined].filter((one) => one !== undefined).length > 1)
      return null;
    if (approve !== undefined)
      return { names: positionals, preview, decision: { verdict: 'APPROVED', hash: approve } };
    if (reject !== undefined)
      return { names: positionals, preview, decision: { verdict: 'REJECTED', hash: reject } };
    return { names: positionals, preview, decision: null };
  } catch {
    return null;
  }
}

/** The exit code that a scheduler can use; the worst outcome counts. */
export function exitCodeOf(outcomes: readonly SyncOutcome[]): number {
  if (outcomes.includes('FAILED')) return 1;
  if (outcomes.includes('HELD')) return 3;
  return outcomes.includes(null) ? 4 : 0;
}
