import { done, refused, type Outcome } from '../kernel/user-error.js';
import type { Retention, RetentionTerms } from '../staff/settings.js';
import { checkedDecision } from './decision.js';

/** The least and the most that can be decided. A leaver is shown to operators for 90 days at the most, and can come back within 30. */
const limits: Readonly<Record<keyof RetentionTerms, readonly [number, number]>> = {
  leaversAfterDays: [30, 3_650],
  endedAbsencesAfterDays: [1, 3_650],
  auditMonths: [12, 240],
};
const names = Object.keys(limits) as (keyof RetentionTerms)[];

/** The retention as it may be kept, or why it cannot be: a decision decides something, within its limits. */
export function checkedRetention(retention: Retention, now: Date): Outcome<Retention> {
  const decision = checkedDecision(retention, now, 'retention');
  if (!decision.ok) return decision;
  if (names.every((name) => retention[name] === null))
    return refused('INVALID', 'Beslutet säger inte vad som ska gallras.', 'retention');
  for (const name of names) {
    const [least, most] = limits[name];
    const value = retention[name];
    if (value !== null && (value < least || value > most))
      return refused('INVALID', `Ange ett tal från ${least} till ${most}.`, 'retention', name);
  }
  return done({ ...retention, ...decision.value });
}
