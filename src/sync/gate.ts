import { createHash } from 'node:crypto';
import type { AccountState, GateRule } from '../kernel/words.js';

/** The fields whose disappearance is counted: a lost read right looks exactly like everybody losing theirs. */
export const watchedFields = ['title', 'email', 'employeeId', 'direct', 'mobile', 'unit'] as const;
export type WatchedField = (typeof watchedFields)[number];

/** What the gate has to know of one person, before or after a run. */
export type GatePerson = {
  readonly accountState: AccountState;
  readonly fields: ReadonlySet<WatchedField>;
};

/** A run as the gate sees it. */
export type GateFacts = {
  /** The source has been read to its end before. A first run may create as many as it likes. */
  readonly readBefore: boolean;
  /** What is searched, or how it is read, has changed since the source was last read to its end. */
  readonly configurationChanged: boolean;
  /** Everybody known and not missing, by directory key. */
  readonly before: ReadonlyMap<string, GatePerson>;
  /** Those of them who will have changed; nobody else has. */
  readonly changed: ReadonlyMap<string, GatePerson>;
  readonly created: readonly string[];
  readonly missing: readonly string[];
  /** Losses of the last seven days that nobody approved, as `MISSING:key` or `DISABLED:key`. */
  readonly recent: ReadonlySet<string>;
};

/** Why a run is held, and what of it: entries such as `MISSING:key`, sorted. */
export type Held = { readonly rules: readonly GateRule[]; readonly held: readonly string[] };

const lossFloor = 10;
const lossShare = 0.05;
const fieldFloor = 5;
const fieldShare = 0.1;
const creationFloor = 50;
const creationShare = 0.2;
const rebuiltShare = 0.5;

/** The losses of a run: people who will be missing, and accounts that will be disabled. */
export function lossesOf({ before, changed, missing }: GateFacts): readonly string[] {
  const disabled = [...changed].filter(
    ([key, after]) =>
      after.accountState === 'DISABLED' && before.get(key)?.accountState === 'ACTIVE',
  );
  return [...missing.map((key) => `MISSING:${key}`), ...disabled.map(([key]) => `DISABLED:${key}`)];
}

/**
 * The rules R1 (a changed configuration removes nobody), R3, R4, R5 and R7 of research paper ldap, section (d).
 * Whether a run loses or creates more than anybody does in an ordinary week, so that a person has to
 * say yes first. Losses add up over seven days, so that nobody can be bled a few per cent at a time.
 * Null lets the run pass.
 */
export function gate(facts: GateFacts): Held | null {
  const { before, created, recent, readBefore } = facts;
  const held: string[] = [];
  const rules: GateRule[] = [];
  const hold = (rule: GateRule, entries: readonly string[]) => {
    rules.push(rule);
    held.push(...entries);
  };
  const losses = lossesOf(facts).filter((loss) => !recent.has(loss));
  if (losses.length > 0 && losses.length + recent.size > most(lossFloor, lossShare, before.size))
    hold('MASS_LOSS', losses);
  for (const field of watchedFields) {
    const lost = lostField(field, facts);
    const had = [...before.values()].filter((person) => person.fields.has(field)).length;
    if (lost.length > most(fieldFloor, fieldShare, had)) hold('FIELD_LOSS', lost);
  }
  const creations = created.map((key) => `CREATED:${key}`);
  if (readBefore && creations.length > most(creationFloor, creationShare, before.size))
    hold('MASS_CREATION', creations);
  if (readBefore && facts.missing.length > before.size * rebuiltShare && created.length > 0)
    hold('REBUILT', [...creations, ...losses]);
  if (facts.configurationChanged && losses.length > 0) hold('CONFIGURATION_CHANGED', losses);
  return rules.length === 0
    ? null
    : { rules: [...new Set(rules)], held: [...new Set(held)].toSorted() };
}

/** Names a held set; an approval is of exactly this. */
export function heldHash(held: readonly string[]): string {
  return createHash('sha256').update(held.join('\n')).digest('hex').slice(0, 32);
}

/** Whether everything that is held now has been approved before: an approval covers its own set and every part of it. */
export function isApproved(
  held: readonly string[],
  approved: readonly (readonly string[])[],
): boolean {
  return approved.some((set) => {
    const allowed = new Set(set);
    return held.every((entry) => allowed.has(entry));
  });
}

function lostField(field: WatchedField, { before, changed }: GateFacts): readonly string[] {
  return [...changed]
    .filter(([key, after]) => before.get(key)?.fields.has(field) && !after.fields.has(field))
    .map(([key]) => `LOST:${field}:${key}`);
}

function most(floor: number, share: number, of: number): number {
  return Math.max(floor, of * share);
}
