import type { CallOrigin, ForwardingCondition } from '../kernel/phone-words.js';
import type { ForwardingTarget } from './forwarding.js';
import { isInSeries, type Municipality } from './municipality.js';

/**
 * Whether a forwarding sends a caller's call out of the telephone system (P10): all calls, or all from
 * outside, to a number that is in no municipality's series and that nobody here is known to have.
 */
export function leadsOutside(
  forwarding: {
    readonly condition: ForwardingCondition;
    readonly origin: CallOrigin;
    readonly target: ForwardingTarget;
  },
  holderKnown: boolean,
  municipalities: readonly Pick<Municipality, 'numberSeries'>[],
): boolean {
  const { condition, origin, target } = forwarding;
  if (condition !== 'UNCONDITIONAL' || origin === 'INTERNAL') return false;
  if (target.kind !== 'NUMBER' || target.e164 === null || holderKnown) return false;
  const { e164 } = target;
  return !municipalities.some(({ numberSeries }) => isInSeries(e164, numberSeries));
}
