import type { AbsenceCover } from '../kernel/absence-words.js';
import type { CallOrigin } from '../kernel/phone-words.js';
import { forwardingFor, type Forwarding, type ForwardingTarget } from './forwarding.js';
import type { Greeting } from './greeting.js';
import { isInSeries } from './municipality.js';

/** Whose calls the policy is about: callers from outside. */
const origin: CallOrigin = 'EXTERNAL';

/** Whether an absence's referral leads to somebody who can be seen, to voicemail, or to nobody. */
export type ReferredTo = 'SOMEBODY' | 'VOICEMAIL' | 'NOBODY';

/** What decides how an absence is covered. */
export type CoverFacts = {
  readonly phoneRings: boolean;
  readonly referredTo: ReferredTo;
  readonly forwardings: readonly Forwarding[];
  /** What the voicemail of the person's numbers says. */
  readonly greetings: readonly Greeting[];
};

/**
 * How an absence is covered (P10): by a referral to somebody, by internal forwarding of all calls, by the
 * telephone that still rings, by voicemail, or not at all. A forwarding is internal when it leads to a
 * number of any municipality of the cooperation, of which `internalSeries` has the beginnings: they share
 * one telephone system (P1). Voicemail covers only when a personal greeting names an alternative (P6, P19).
 */
export function absenceCover(
  { phoneRings, referredTo, forwardings, greetings }: CoverFacts,
  internalSeries: readonly string[],
  now: Date,
): AbsenceCover {
  if (referredTo === 'SOMEBODY') return 'REFERRAL';
  const target = forwardingFor(forwardings, 'UNCONDITIONAL', origin, now)?.target;
  if (target !== undefined && isInternal(target, internalSeries)) return 'FORWARDING';
  if (phoneRings) return 'RINGING';
  const toVoicemail = referredTo === 'VOICEMAIL' || target?.kind === 'VOICEMAIL';
  return toVoicemail && greetings.some(helps) ? 'VOICEMAIL' : 'NONE';
}

function helps({ kind, namesAlternative }: Greeting): boolean {
  return kind === 'PERSONAL' && namesAlternative;
}

function isInternal(target: ForwardingTarget, internalSeries: readonly string[]): boolean {
  if (target.kind !== 'NUMBER') return target.kind !== 'VOICEMAIL';
  return target.e164 === null || isInSeries(target.e164, internalSeries);
}
