import type { ProtectionLevel } from '../kernel/words.js';
import { higherLevel, type PersonRecord, type Rejection } from '../staff/directory-record.js';
import type { Incoming } from './incoming.js';
import { watchedFields, type Known, type PersonState, type WatchedField } from './known-people.js';

/** One person to write. */
export type PersonWrite = {
  readonly key: string;
  readonly known: boolean;
  readonly hash: string;
  readonly level: ProtectionLevel;
  readonly person: PersonRecord;
  readonly filled: readonly WatchedField[];
};

/** A level that is higher than what is known. */
export type Rise = { readonly key: string; readonly level: ProtectionLevel };

/**
 * What must change so that the store agrees with the directory, built entry by entry while it is
 * read. What is to be written is handed on at once; here stays what the gate has to weigh.
 */
export class Plan {
  /** How many known people were in the answer; each carries the mark, which costs no second set of keys. */
  #seen = 0;
  /** New people whose entry could not be read. */
  readonly #unreadable = new Set<string>();
  #marked = 0;
  /** The new people's employee ids, by key. */
  readonly created = new Map<string, string | null>();
  readonly updated: string[] = [];
  readonly disabled: string[] = [];
  readonly enabled: string[] = [];
  readonly reappeared: string[] = [];
  readonly lost = new Map<WatchedField, string[]>();
  readonly rejected: string[] = [];
  readonly rejections: Rejection[] = [];
  /** On how many entries each confidentiality mark is. */
  readonly marks = new Map<string, number>();
  /** Keys of PROTECTED people, known or new: they are counted for the gate, and not told of. */
  readonly hidden = new Set<string>();

  /** New keys that came again with a mark: they wait until the directory says which entry is the person's. */
  readonly doubtful = new Set<string>();

  constructor(readonly known: Known) {
    for (const [key, level] of known.levels) if (level === 'PROTECTED') this.hidden.add(key);
  }

  get seen(): number {
    return this.#seen + this.#unreadable.size + this.created.size;
  }

  /** Takes one entry in. Gives what is to be written, and the level to raise at once. */
  add(incoming: Incoming): { readonly write: PersonWrite | null; readonly rise: Rise | null } {
    const { key, level, person } = incoming;
    for (const mark of incoming.marks) this.marks.set(mark, (this.marks.get(mark) ?? 0) + 1);
    if (key !== null && level === 'PROTECTED') this.hidden.add(key);
    // What could not be read of a protected person is not told of either.
    if (key === null || !this.hidden.has(key)) this.rejections.push(...incoming.rejections);
    if (key === null) return nothing;
    if (this.has(key)) return { write: null, rise: this.addAgain(key, level) };
    const before = this.known.people.get(key);
    if (before) {
      before.seenBy = this;
      this.#seen += 1;
    }
    const rise = before ? this.rise(key, level) : null;
    if (before?.state.missing) this.reappeared.push(key);
    if (incoming.unchanged) return { write: null, rise };
    if (person === null) {
      if (!before) this.#unreadable.add(key);
      this.rejected.push(key);
      return { write: null, rise };
    }
    const filled = filledFields(person);
    if (before) this.compare(key, before.state, person, filled);
    else {
      this.created.set(key, person.employeeId);
      if (level !== 'OPEN') this.#marked += 1;
    }
    return {
      write: { key, known: before !== undefined, hash: incoming.hash, level, person, filled },
      rise,
    };
  }

  /** Known, not missing before, and not in a complete answer. They are marked first, and stay where they are. */
  missing(): readonly string[] {
    const { people } = this.known;
    const missing: string[] = [];
    for (const [key, { state, seenBy }] of people)
      if (!state.missing && seenBy !== this) missing.push(key);
    return missing;
  }

  /** Whether the entry of this key was in the answer. */
  has(key: string): boolean {
    const known = this.known.people.get(key);
    return known?.seenBy === this || this.created.has(key) || this.#unreadable.has(key);
  }

  /** Hides what was read under the new keys of PROTECTED people, who may be the same. */
  hideAgain(pairs: readonly { readonly from: string; readonly to: string }[]): void {
    for (const { from, to } of pairs) {
      if (!this.hidden.has(from)) continue;
      this.hidden.add(to);
      const told = this.rejections.filter(({ key }) => key !== to);
      this.rejections.splice(0, Infinity, ...told);
    }
  }

  /** How many of these keys may be told of. */
  count(keys: Iterable<string>): number {
    let count = 0;
    for (const key of keys) if (!this.hidden.has(key)) count += 1;
    return count;
  }

  /** How many new people carry a mark. */
  countMarked(): number {
    return this.#marked;
  }

  /** How many entries may be told of. */
  countSeen(): number {
    let untold = 0;
    for (const key of this.hidden) if (this.has(key)) untold += 1;
    return this.seen - untold;
  }

  /** A mark on any entry of a key protects, since nobody can say which entry is the person's. */
  private addAgain(key: string, level: ProtectionLevel): Rise | null {
    if (!this.hidden.has(key)) this.rejections.push({ key, field: null, code: 'DUPLICATE_KEY' });
    if (this.known.people.has(key)) return this.rise(key, level);
    if (level !== 'OPEN') this.doubtful.add(key);
    return null;
  }

  private rise(key: string, level: ProtectionLevel): Rise | null {
    const before = this.known.levels.get(key) ?? 'OPEN';
    return higherLevel(before, level) === before ? null : { key, level };
  }

  private compare(
    key: string,
    before: PersonState,
    person: PersonRecord,
    filled: readonly WatchedField[],
  ): void {
    this.updated.push(key);
    const after = person.accountState;
    if (before.accountState !== after)
      (after === 'DISABLED' ? this.disabled : this.enabled).push(key);
    if (before.missing) return;
    for (const field of before.filled)
      if (!filled.includes(field)) {
        const lost = this.lost.get(field);
        if (lost) lost.push(key);
        else this.lost.set(field, [key]);
      }
  }
}

const nothing = { write: null, rise: null } as const;

function filledFields(person: PersonRecord): readonly WatchedField[] {
  const has: Readonly<Record<WatchedField, boolean>> = {
    title: person.title !== null,
    email: person.email !== null,
    employeeId: person.employeeId !== null,
    unit: person.unitDn !== null,
    direct: person.numbers.some((number) => number.kind === 'DIRECT'),
    mobile: person.numbers.some((number) => number.kind === 'MOBILE'),
  };
  return watchedFields.filter((field) => has[field]);
}
