import type { AbsenceCover } from '../kernel/absence-words.js';
import type { CallOrigin } from '../kernel/phone-words.js';
import type { Absence } from './absence.js';
import { forwardingFor, type Forwarding, type ForwardingTarget } from './forwarding.js';
import { isInSeries, type Municipality } from './municipality.js';

/** Whose calls the policy is about: callers from outside. */
const origin: CallOrigin = 'EXTERNAL';

/**
 * How an absence is covered (P10): by a referral to somebody, by internal forwarding of all calls, by the
 * telephone that still rings, by voicemail, or not at all. Whoever refers to nobody that can be seen has
 * no referral; a forwarding that leaves the municipality's own numbers covers nothing.
 */
export function absenceCover(
  absence: Pick<Absence, 'phoneRings'> & { readonly referred: boolean },
  forwardings: readonly Forwarding[],
  municipality: Pick<Municipality, 'numberSeries'>,
  now: Date,
): AbsenceCover {
  if (absence.referred) return 'REFERRAL';
  const target = forwardingFor(forwardings, 'UNCONDITIONAL', origin, now)?.target;
  if (target !== undefined && isInternal(target, municipality)) return 'FORWARDING';
  if (absence.phoneRings) return 'RINGING';
  return target?.kind === 'VOICEMAIL' ? 'VOICEMAIL' : 'NONE';
}

function isInternal(
  target: ForwardingTarget,
  { numberSeries }: Pick<Municipality, 'numberSeries'>,
) {
  if (target.kind !== 'NUMBER') return target.kind !== 'VOICEMAIL';
  return target.e164 === null || isInSeries(target.e164, numberSeries);
}
