import type { PersonRecord } from '../staff/directory-record.js';
import type { PersonId } from '../kernel/ids.js';
import type { ProtectionLevel } from '../kernel/words.js';
import type { GatePerson } from './gate.js';

/** What the store knows of one person of a source. */
export type KnownPerson = GatePerson & {
  readonly id: PersonId;
  readonly hash: string;
  readonly missing: boolean;
};

/** What the store knows of a source's people, by directory key. */
export type Known = ReadonlyMap<string, KnownPerson>;

/** What came from the directory for one key. An unchanged entry is not parsed, so it has no person. */
export type Incoming = {
  readonly key: string;
  readonly hash: string;
  readonly level: ProtectionLevel;
  readonly person: PersonRecord | null;
};

/** One person to write. */
export type PersonWrite = {
  readonly key: string;
  readonly hash: string;
  readonly level: ProtectionLevel;
  readonly person: PersonRecord;
};

/** What must change so that the store agrees with the directory. */
export type Plan = {
  readonly create: readonly PersonWrite[];
  readonly update: readonly PersonWrite[];
  /** Seen again after having been missing. */
  readonly reappear: readonly { readonly key: string; readonly id: PersonId }[];
  /** Known, and not in a complete answer. They are marked, and stay where they are. */
  readonly missing: readonly { readonly key: string; readonly id: PersonId }[];
};

/**
 * Compares what is known with what came. `complete` says that every page came and the base was
 * found; without it nobody is missing, since a dead directory server must never fire anybody.
 */
export function plan(known: Known, incoming: readonly Incoming[], complete: boolean): Plan {
  const create: PersonWrite[] = [];
  const update: PersonWrite[] = [];
  const reappear: { key: string; id: PersonId }[] = [];
  const seen = new Set<string>();
  for (const { key, hash, level, person } of incoming) {
    seen.add(key);
    const before = known.get(key);
    if (before?.missing) reappear.push({ key, id: before.id });
    if (person === null || before?.hash === hash) continue;
    (before ? update : create).push({ key, hash, level, person });
  }
  const missing = [...known].filter(([key, one]) => !seen.has(key) && !one.missing);
  return {
    create,
    update,
    reappear,
    missing:
      complete && incoming.length > 0 ? missing.map(([key, one]) => ({ key, id: one.id })) : [],
  };
}
