import type { PersonKind } from '../kernel/words.js';
import type { GateFacts } from './gate.js';
import type { Pair } from '../store/directory.store.js';
import type { Plan } from './plan.js';

/** What the gate has to be told of the past. */
export type Past = {
  readonly readBefore: boolean;
  readonly newConfiguration: string | null;
  readonly marks: Readonly<Record<string, number>>;
  readonly recent: ReadonlySet<string>;
};

/** A plan as the gate has to see it. `missing` is empty for a read that was not of everything. */
export function gateFacts(
  plan: Plan,
  missing: readonly string[],
  relinks: readonly Pair[],
  before: GateFacts['before'],
  past: Past,
): GateFacts {
  const from = new Set(relinks.map((pair) => pair.from));
  const to = new Set(relinks.map((pair) => pair.to));
  const gone = missing.filter((key) => !from.has(key));
  return {
    ...past,
    before,
    seen: plan.seen,
    created: [...plan.created.keys()].filter((key) => !to.has(key)),
    missing: gone,
    missingKinds: kindsOf(plan, gone),
    disabled: plan.disabled,
    lost: plan.lost,
    rejected: plan.rejected,
    hidden: plan.hidden,
    relinked: relinks.map((pair) => `${pair.from}:${pair.to}`),
    marksLost: Object.keys(past.marks).filter((mark) => past.marks[mark] && !plan.marks.has(mark)),
  };
}

function kindsOf(plan: Plan, keys: readonly string[]): ReadonlyMap<PersonKind, number> {
  const kinds = new Map<PersonKind, number>();
  for (const key of keys) {
    const kind = plan.known.people.get(key)?.state.kind;
    if (kind) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return kinds;
}

/** The losses that a plan makes good: people who are back, and accounts that are in use again. */
export function regainedBy({ reappeared, enabled }: Plan): readonly string[] {
  return [...reappeared.map((key) => `MISSING:${key}`), ...enabled.map((key) => `DISABLED:${key}`)];
}
