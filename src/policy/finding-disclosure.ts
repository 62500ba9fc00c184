import { findingRules, type FindingRule } from '../kernel/finding-words.js';
import type { MunicipalityCode } from '../kernel/ids.js';
import type { Reach, Viewer } from '../kernel/viewer.js';
import type { ProtectionLevel } from '../kernel/words.js';
import { audiencesOf } from './audience.js';
import { allows, always, ofTheUnit, rule, self, type Rule } from './rule.js';
import { anybodyIn, type Subject } from './subject.js';

const nobody: [] = [];

/**
 * Who gets to know of which finding (P11): those who lead or answer for somebody all of them; whoever serves
 * all municipalities what that one can mend; and everybody the own ones. A finding tells something of what it
 * was found from, so that of a RESTRICTED person it is for those only who may see that.
 * Nobody gets to know of any about somebody PROTECTED.
 */
export const findingDisclosure: Readonly<Record<FindingRule, Rule>> = {
  ABSENT_WITHOUT_COVER: rule(['SELF', 'OPERATOR', ...ofTheUnit], ['SELF', ...ofTheUnit], nobody),
  OVERDUE_RETURN: always(['SELF', 'OPERATOR', ...ofTheUnit], nobody),
  FORWARDING_LOOP: always(['SELF', 'TECHNICIAN', ...ofTheUnit], nobody),
  NO_NUMBER: always(['SELF', 'TECHNICIAN', ...ofTheUnit], nobody),
  STALE_NUMBER: rule(['SELF', 'TECHNICIAN', ...ofTheUnit], self, nobody),
  SHARED_LINE_WITHOUT_RESPONSIBLE: always(ofTheUnit, nobody),
  MOBILE_WITHOUT_GREETING: rule(['SELF', ...ofTheUnit], self, nobody),
  BEST_REACHED_WITHOUT_DECISION: always(['SELF', ...ofTheUnit], nobody),
  NO_ANSWER_GROUP: rule(ofTheUnit, nobody, nobody),
  NO_PHONE_RESPONSIBLE: rule(ofTheUnit, nobody, nobody),
};

/** Whether a finding about somebody, or about a unit (which is OPEN), is for the viewer. */
export function mayFollowUp(
  viewer: Viewer,
  one: FindingRule,
  subject: Subject,
  level: ProtectionLevel,
): boolean {
  return allows(findingDisclosure[one], level, audiencesOf(viewer, subject));
}

/** What the viewer gets to know of people to whom the viewer is nothing in particular. */
export function followedEverywhere(
  viewer: Viewer,
  municipalities: readonly MunicipalityCode[],
): readonly FindingRule[] {
  return findingRules.filter((one) =>
    municipalities.some((code) => mayFollowUp(viewer, one, anybodyIn(code), 'OPEN')),
  );
}

/** Of a reach, only whom the policy is followed up of: nobody who is PROTECTED, not oneself either, and nobody who has left. */
export function followedUp(reach: Reach): Reach {
  const people = reach.people.filter((cell) => /^(OPEN|RESTRICTED):[^:]+$/.test(cell));
  return { ...reach, people, known: [] };
}
