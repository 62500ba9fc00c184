import type { AccountState, PersonKind, ProtectionLevel } from '../kernel/words.js';
import type { KnownRow, StateRow } from '../store/directory.store.js';

/** The fields whose disappearance is counted: a lost read right looks exactly like everybody losing theirs. */
export const watchedFields = ['title', 'email', 'employeeId', 'direct', 'mobile', 'unit'] as const;
export type WatchedField = (typeof watchedFields)[number];

/** What the gate has to know of one person, before or after a run. Many people share one of these. */
export type PersonState = {
  readonly accountState: AccountState;
  readonly kind: PersonKind;
  readonly missing: boolean;
  readonly filled: ReadonlySet<WatchedField>;
};

/** What is known of one person of a source, and the plan that has last met the entry (a second try is another plan). */
export type KnownPerson = {
  readonly hash: string;
  readonly state: PersonState;
  seenBy: object | null;
};

/** What is known of a source's people, by directory key. */
export type Known = {
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** The levels of those who are not OPEN. */
  readonly levels: ReadonlyMap<string, ProtectionLevel>;
};

/** Collects what is known. Equal states are one object, so that a million people take little room. */
export async function knownPeople(
  rows: AsyncIterable<readonly KnownRow[]>,
): Promise<Map<string, KnownPerson>> {
  const people = new Map<string, KnownPerson>();
  const states = new Map<string, PersonState>();
  for await (const page of rows)
    for (const { key, hash, accountState, kind, missing, filled } of page) {
      const name = `${accountState} ${kind} ${missing} ${filled}`;
      const state = states.get(name) ?? stateOf({ accountState, kind, missing, filled });
      states.set(name, state);
      people.set(key, { hash, state, seenBy: null });
    }
  return people;
}

/** How many people are in each state; those missing are left out. What shares are of. */
export function countStates(
  groups: Iterable<{ readonly state: StateRow; readonly count: number }>,
): Counted {
  const kinds = new Map<PersonKind, number>();
  const fields = new Map<WatchedField, number>();
  let active = 0;
  for (const { state, count } of groups) {
    const { missing, kind, filled } = stateOf(state);
    if (missing) continue;
    active += count;
    kinds.set(kind, (kinds.get(kind) ?? 0) + count);
    for (const field of filled) fields.set(field, (fields.get(field) ?? 0) + count);
  }
  return { active, kinds, fields };
}

/** The same of people who are known one by one. */
export function countKnown({ people }: Known): Counted {
  const counts = new Map<PersonState, number>();
  for (const { state } of people.values()) counts.set(state, (counts.get(state) ?? 0) + 1);
  return countStates(
    [...counts].map(([state, count]) => ({
      state: { ...state, filled: [...state.filled].join(' ') },
      count,
    })),
  );
}

/** People known and not missing: all of them, by kind, and by filled field. */
type Counted = {
  readonly active: number;
  readonly kinds: ReadonlyMap<PersonKind, number>;
  readonly fields: ReadonlyMap<WatchedField, number>;
};

function stateOf({ filled, ...rest }: StateRow): PersonState {
  const words = new Set(filled.split(' '));
  return { ...rest, filled: new Set(watchedFields.filter((field) => words.has(field))) };
}
