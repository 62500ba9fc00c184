import { createHash } from 'node:crypto';
import type { GateRule } from '../kernel/sync-words.js';
import type { PersonKind } from '../kernel/words.js';
import type { WatchedField } from './known-people.js';

/** A run as the gate sees it: directory keys and numbers, no names. */
export type GateFacts = {
  /** The source has been read to its end before. A first run may create as many as it likes. */
  readonly readBefore: boolean;
  /** Names the configuration, when what is searched or how it is read has changed since the last complete read. */
  readonly newConfiguration: string | null;
  /** People known and not missing before the run: all of them, by kind, and by filled field. */
  readonly before: {
    readonly active: number;
    readonly kinds: ReadonlyMap<PersonKind, number>;
    readonly fields: ReadonlyMap<WatchedField, number>;
  };
  readonly seen: number;
  readonly created: readonly string[];
  readonly missing: readonly string[];
  readonly missingKinds: ReadonlyMap<PersonKind, number>;
  readonly disabled: readonly string[];
  readonly lost: ReadonlyMap<WatchedField, readonly string[]>;
  /** Entries that could not be read at all. */
  readonly rejected: readonly string[];
  /** New entries with the employee id of somebody who is missing, as `old:new`. They count as neither. */
  readonly relinked: readonly string[];
  /** Confidentiality marks that were on somebody at the last complete read, and are on nobody now. */
  readonly marksLost: readonly string[];
  /** PROTECTED people: what is held of new ones does not say what it is. */
  readonly hidden: ReadonlySet<string>;
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
const rejectionFloor = 10;
const rejectionShare = 0.05;
const rebuiltShare = 0.5;

/** The losses of a run: people who will be missing, and accounts that will be disabled. */
export function lossesOf({ missing, disabled }: Pick<GateFacts, 'missing' | 'disabled'>) {
  return [...missing.map((key) => `MISSING:${key}`), ...disabled.map((key) => `DISABLED:${key}`)];
}

/**
 * The rules R1, R3, R4, R5 and R7 of research paper ldap, section (d), and some that came of them:
 * whether a run loses or creates more than anybody does in an ordinary week, so that a person has to
 * say yes first. Losses add up over seven days, so that nobody can be bled a few per cent at a time.
 * A held run does nothing at all. Null lets it pass.
 */
export function gate(facts: GateFacts): Held | null {
  const { before, recent, readBefore } = facts;
  const rules = new Set<GateRule>();
  const held = new Set<string>();
  const hold = (rule: GateRule, entries: readonly string[]) => {
    rules.add(rule);
    for (const entry of entries) held.add(entry);
  };
  const losses = lossesOf(facts).filter((loss) => !recent.has(loss));
  const relinks = facts.relinked.map((pair) => `RELINK:${pair}`);
  // Known people are looked up when a plan is shown; of these only the directory knows the level.
  const named = (word: string) => (key: string) =>
    `${facts.hidden.has(key) ? 'HIDDEN' : word}:${key}`;
  const creations = facts.created.map(named('CREATED'));
  if (losses.length > 0 && losses.length + recent.size > most(lossFloor, lossShare, before.active))
    hold('MASS_LOSS', losses);
  for (const [field, keys] of facts.lost)
    if (keys.length > most(fieldFloor, fieldShare, before.fields.get(field) ?? 0))
      hold(
        'FIELD_LOSS',
        keys.map((key) => `LOST:${field}:${key}`),
      );
  if (readBefore && creations.length > most(creationFloor, creationShare, before.active))
    hold('MASS_CREATION', creations);
  const replaced = facts.missing.length + relinks.length;
  if (
    readBefore &&
    replaced > before.active * rebuiltShare &&
    creations.length + relinks.length > 0
  )
    hold('REBUILT', [...creations, ...losses, ...relinks]);
  for (const [kind, count] of facts.missingKinds)
    if (count === before.kinds.get(kind)) hold('KIND_LOSS', [`KIND:${kind}`, ...losses]);
  if (facts.rejected.length > most(rejectionFloor, rejectionShare, facts.seen))
    hold('MASS_REJECTION', facts.rejected.map(named('REJECTED')));
  if (facts.marksLost.length > 0)
    hold(
      'MARKS_LOST',
      facts.marksLost.map((mark) => `MARK:${mark}`),
    );
  if (readBefore && facts.newConfiguration !== null)
    hold('CONFIGURATION_CHANGED', [`CONFIGURATION:${facts.newConfiguration}`, ...losses]);
  return rules.size === 0 ? null : { rules: [...rules], held: [...held].toSorted() };
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

function most(floor: number, share: number, of: number): number {
  return Math.max(floor, of * share);
}
