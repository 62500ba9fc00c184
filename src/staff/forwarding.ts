import type { ForwardingId, PersonId } from '../kernel/ids.js';
import {
  forwardingConditions,
  type CallOrigin,
  type ForwardingCondition,
  type ForwardingLayer,
} from '../kernel/phone-words.js';
import type { FactSource } from '../kernel/words.js';
import type { E164 } from './phone-number.js';

/** Where a forwarding leads. */
export type ForwardingTarget =
  /** Null: an internal number that the exchange has named, and that nobody is known to have. */
  | { readonly kind: 'NUMBER'; readonly e164: E164 | null }
  | { readonly kind: 'PERSON'; readonly personId: PersonId }
  | { readonly kind: 'SWITCHBOARD' }
  | { readonly kind: 'VOICEMAIL' };

/** One forwarding: condition × origin × layer (ECMA-269, 3GPP TS 22.082). */
export type Forwarding = {
  readonly id: ForwardingId;
  readonly condition: ForwardingCondition;
  readonly origin: CallOrigin;
  readonly layer: ForwardingLayer;
  /** Seconds before a NO_ANSWER forwarding acts, 5 to 60; null for the other conditions. */
  readonly noAnswerSeconds: number | null;
  readonly target: ForwardingTarget;
  /** Registered forwardings may be inactive: the target is kept. */
  readonly active: boolean;
  readonly validUntil: Date | null;
  readonly source: FactSource;
  /** When its layer last confirmed it; null where nobody has. */
  readonly observedAt: Date | null;
  readonly version: string;
};

/** A chain longer than this is taken for a loop: no exchange follows more hops either. */
export const maxHops = 5;

/** The forwarding that acts on a call of this origin under this condition, or null; the closest origin first. */
export function forwardingFor(
  forwardings: readonly Forwarding[],
  condition: ForwardingCondition,
  origin: CallOrigin,
  now: Date,
): Forwarding | null {
  const acting = forwardings.filter(
    (f) =>
      f.active &&
      f.condition === condition &&
      (f.validUntil === null || f.validUntil > now) &&
      (f.origin === 'ANY' || f.origin === origin),
  );
  return acting.find((f) => f.origin === origin) ?? acting[0] ?? null;
}

/**
 * Where a person's calls of an origin can lead now, whatever state each telephone is in. One is busy,
 * another does not answer: every condition can hold somewhere at the same time, so a ring of any
 * conditions is a ring. A forwarding of all calls leaves the others nothing to do.
 */
export function targetsOf(
  forwardings: readonly Forwarding[],
  origin: CallOrigin,
  now: Date,
): readonly ForwardingTarget[] {
  const all = forwardingFor(forwardings, 'UNCONDITIONAL', origin, now);
  if (all !== null) return [all.target];
  return forwardingConditions.flatMap(
    (condition) => forwardingFor(forwardings, condition, origin, now)?.target ?? [],
  );
}

/**
 * Whether a forwarding from one person to another could lead back, given where each person's calls can
 * lead now; a chain of more than five forwardings is taken for a ring. Survives rings that already
 * exist, and looks at nobody twice in one hop, so that it ends in any graph.
 */
export function wouldLoop(
  from: PersonId,
  to: PersonId,
  leadsTo: (person: PersonId) => readonly PersonId[],
): boolean {
  let reached: ReadonlySet<PersonId> = new Set([to]);
  for (let hop = 1; reached.size > 0; hop += 1) {
    if (hop > maxHops || reached.has(from)) return true;
    reached = new Set([...reached].flatMap((person) => leadsTo(person)));
  }
  return false;
}
