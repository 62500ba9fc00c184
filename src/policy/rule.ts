import type { ProtectionLevel } from '../kernel/words.js';
import type { Audience } from './audience.js';

/** Who is let in, by the level of the person whom it is about. */
export type Rule = Readonly<Record<ProtectionLevel, readonly Audience[]>>;

/** Everybody who has a role at all. */
export const everybody: readonly Audience[] = [
  'SELF',
  'COLLEAGUE',
  'COLLEAGUE_ELSEWHERE',
  'OPERATOR',
  'TECHNICIAN',
  'OFFICER',
  'AUDITOR',
  'INTRANET',
  'INTRANET_ELSEWHERE',
  'PHONE_SYSTEM',
  'INTEGRATION',
];
export const colleagues: readonly Audience[] = [
  'COLLEAGUE',
  'COLLEAGUE_ELSEWHERE',
  'INTRANET',
  'INTRANET_ELSEWHERE',
];
/** For whom a PROTECTED person exists: nobody by a role or a unit that comes from a directory. */
export const insiders: readonly Audience[] = ['SELF', 'OFFICER', 'NAMED'];
/** Who has to reach a PROTECTED person. */
export const selfAndNamed: readonly Audience[] = ['SELF', 'NAMED'];
export const selfAndOfficer: readonly Audience[] = ['SELF', 'OFFICER'];
export const ofTheUnit: readonly Audience[] = ['MANAGER', 'PHONE_RESPONSIBLE'];
export const self: readonly Audience[] = ['SELF'];

/** A rule, level by level. */
export function rule(
  open: readonly Audience[],
  restricted: readonly Audience[],
  protectedTo: readonly Audience[],
): Rule {
  return { OPEN: open, RESTRICTED: restricted, PROTECTED: protectedTo };
}

/** The same audiences at the levels OPEN and RESTRICTED; a PROTECTED person only for the insiders given. */
export function always(audiences: readonly Audience[], protectedTo: readonly Audience[]): Rule {
  return rule(audiences, audiences, protectedTo);
}

/** Whether one of the audiences is let in by the rule at the level. */
export function allows(
  rule: Rule,
  level: ProtectionLevel,
  audiences: readonly Audience[],
): boolean {
  // Asked some forty times of each entry that is shown: without a function made for each.
  const admitted = rule[level];
  for (const audience of audiences) if (admitted.includes(audience)) return true;
  return false;
}
