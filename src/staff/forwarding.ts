import type { ForwardingId, PersonId } from '../kernel/ids.js';
import type { CallOrigin, ForwardingCondition, ForwardingLayer } from '../kernel/phone-words.js';
import type { FactSource } from '../kernel/words.js';
import type { E164 } from './phone-number.js';

/** Where a forwarding leads. */
export type ForwardingTarget =
  | { readonly kind: 'NUMBER'; readonly e164: E164 }
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
 * Whether forwarding all calls from one person to another would lead back, given where each person's
 * calls lead now. Survives loops that already exist.
 */
export function wouldLoop(
  from: PersonId,
  to: PersonId,
  leadsTo: (person: PersonId) => PersonId | null,
): boolean {
  let at: PersonId | null = to;
  for (let hop = 0; at !== null && hop <= maxHops; hop += 1) {
    if (at === from) return true;
    at = leadsTo(at);
  }
  return at !== null;
}
