import type { RootAudience } from '../kernel/viewer.js';
import type { NumberAudience, ProtectionLevel } from '../kernel/words.js';
import type { Audience } from './audience.js';

/**
 * The one place that says who may see which field, by the level of the person whom it is about.
 * A field without a rule does not compile (see `staff` types below), and nobody else decides.
 * P20 and P21 are enforced here; design decisions are in the README.
 */
export type Rule = Readonly<Record<ProtectionLevel, readonly Audience[]>>;

const everybody: readonly Audience[] = [
  'SELF',
  'COLLEAGUE',
  'COLLEAGUE_ELSEWHERE',
  'OPERATOR',
  'TECHNICIAN',
  'OFFICER',
  'INTRANET',
  'INTRANET_ELSEWHERE',
  'PHONE_SYSTEM',
  'INTEGRATION',
];
const colleagues: readonly Audience[] = [
  'COLLEAGUE',
  'COLLEAGUE_ELSEWHERE',
  'INTRANET',
  'INTRANET_ELSEWHERE',
];
const insiders: readonly Audience[] = ['SELF', 'OFFICER'];
const self: readonly Audience[] = ['SELF'];

function rule(
  open: readonly Audience[],
  restricted: readonly Audience[],
  protectedTo: readonly Audience[],
): Rule {
  return { OPEN: open, RESTRICTED: restricted, PROTECTED: protectedTo };
}

/** The same audiences at the levels OPEN and RESTRICTED; a PROTECTED person only for the insiders given. */
function always(audiences: readonly Audience[], protectedTo: readonly Audience[]): Rule {
  return rule(audiences, audiences, protectedTo);
}

/** Whether the person exists for the viewer at all; every other rule comes after this one. */
export const existence: Rule = always(everybody, insiders);

/** Who still sees an OPEN person who has left, and nothing else of that person than this table says of leavers. */
export const existenceOfLeavers: Rule = rule(['OPERATOR', 'TECHNICIAN'], [], []);

const mobileInside: readonly Audience[] = ['SELF', 'OPERATOR', 'TECHNICIAN', 'PHONE_SYSTEM'];
const mobileOwn: readonly Audience[] = [
  ...mobileInside,
  'COLLEAGUE',
  'INTRANET',
  'INTEGRATION_MOBILE',
];
const restrictedMobile: readonly Audience[] = ['SELF', 'TECHNICIAN', 'PHONE_SYSTEM'];

/** Mobile numbers, by the number's audience (P20): known in the own organisation, to operators and technicians. */
export const mobileRules: Readonly<Record<NumberAudience, Rule>> = {
  OPERATORS_ONLY: rule(mobileInside, restrictedMobile, self),
  OWN_MUNICIPALITY: rule(mobileOwn, restrictedMobile, self),
  COOPERATION: rule(
    [...mobileOwn, 'COLLEAGUE_ELSEWHERE', 'INTRANET_ELSEWHERE'],
    restrictedMobile,
    self,
  ),
};

const identity = always(everybody, insiders);
const absenceOpen: readonly Audience[] = [
  'SELF',
  'OPERATOR',
  'PHONE_SYSTEM',
  'INTEGRATION_ABSENCE',
  ...colleagues,
];
const ownColleague: readonly Audience[] = ['SELF', 'OPERATOR', 'COLLEAGUE'];
const lineReaders: readonly Audience[] = ['SELF', 'OPERATOR', 'TECHNICIAN', 'PHONE_SYSTEM'];

/**
 * Fields of a person and of what hangs on a person, by the name that the schema gives them. A shared
 * telephone (P16) is under the same rules, by the same names; who is `responsible` for it is its manager.
 */
export const disclosure = {
  'Person.id': identity,
  'Person.displayName': identity,
  'Person.givenName': identity,
  'Person.familyName': identity,
  'Person.title': identity,
  'Person.municipality': identity,
  'Person.unit': identity,
  /** A manager who does not exist for the viewer is none, whatever this says of the subordinate. */
  'Person.manager': identity,
  'Person.kind': identity,
  'Person.email': always(
    everybody.filter((a) => a !== 'PHONE_SYSTEM' && a !== 'INTEGRATION'),
    insiders,
  ),
  'Person.employeeId': always(
    ['SELF', 'COLLEAGUE', 'OPERATOR', 'TECHNICIAN', 'OFFICER', 'INTRANET'],
    insiders,
  ),
  'Person.leftAt': rule(['OPERATOR', 'TECHNICIAN'], [], []),
  'Person.accountState': always(['TECHNICIAN'], []),
  'Person.protectionLevel': always(['SELF', 'OFFICER'], insiders),
  'Person.version': always(['SELF', 'TECHNICIAN', 'OFFICER'], insiders),
  /** Direct numbers and extensions (P5); mobile numbers have `mobileRules`. */
  'Person.numbers': rule(everybody, ['SELF', 'TECHNICIAN', 'PHONE_SYSTEM', 'OFFICER'], insiders),
  'Person.presence': rule(
    ['SELF', 'OPERATOR', 'TECHNICIAN', 'PHONE_SYSTEM', 'COLLEAGUE', 'INTRANET'],
    lineReaders,
    self,
  ),
  'Person.currentAbsence': always(absenceOpen, self),
  /** Running and coming ones; colleagues see the one in force only. */
  'Person.absences': always(['SELF', 'OPERATOR'], self),
  'Person.forwardings': rule(lineReaders, ['SELF', 'TECHNICIAN', 'PHONE_SYSTEM'], self),
  'Person.reachability': always(
    ['SELF', 'OPERATOR', 'PHONE_SYSTEM', 'COLLEAGUE', 'COLLEAGUE_ELSEWHERE'],
    self,
  ),
  'PhoneNumber.audience': always(['SELF', 'TECHNICIAN'], self),
  'PhoneNumber.source': always(['SELF', 'TECHNICIAN'], self),
  'PhoneNumber.mayTellCaller': always(lineReaders, self),
  /** Colleagues see BUSY, never "in a call" (P22). */
  'Presence.activity': rule(
    ['SELF', 'OPERATOR', 'TECHNICIAN'],
    ['SELF', 'OPERATOR', 'TECHNICIAN'],
    self,
  ),
  'Presence.lines': always(lineReaders, self),
  'Absence.startsAt': rule(absenceOpen, ['SELF', 'OPERATOR', 'PHONE_SYSTEM'], self),
  'Absence.endsAt': rule(absenceOpen, ['SELF', 'OPERATOR', 'PHONE_SYSTEM'], self),
  'Absence.phoneRings': rule(absenceOpen, ['SELF', 'OPERATOR', 'PHONE_SYSTEM'], self),
  'Absence.publicReason': rule(
    absenceOpen.filter((a) => a !== 'INTEGRATION_ABSENCE'),
    ['SELF', 'OPERATOR', 'PHONE_SYSTEM'],
    self,
  ),
  'Absence.substitute': rule(
    absenceOpen.filter((a) => a !== 'INTEGRATION_ABSENCE'),
    ['SELF', 'OPERATOR', 'PHONE_SYSTEM'],
    self,
  ),
  /** The exact reason: own municipality and operators; others get the public form (P17). */
  'Absence.reason': rule(ownColleague, ['SELF', 'OPERATOR'], self),
  'Absence.note': always(['SELF', 'OPERATOR'], self),
  'Absence.source': always(['SELF', 'OPERATOR'], self),
  'Absence.version': always(['SELF', 'OPERATOR'], self),
  /** A telephone's display is read by whoever is called, so it does not name a RESTRICTED person. */
  'NumberLookup.label': rule(everybody, ['SELF', 'TECHNICIAN', 'OFFICER'], insiders),
  'Reachability.phrase': always(['OPERATOR'], []),
  'Reachability.trace': always(['OPERATOR'], []),
} as const satisfies Record<string, Rule>;

/** A field that the table has a rule for. */
export type DisclosedField = keyof typeof disclosure;

/** Who gets the switchboard's number instead of a RESTRICTED person's own. */
export const switchboardInstead: Rule = rule([], colleagues, []);

/** Who has to ask for a RESTRICTED person's numbers, one person at a time. */
export const numbersOnRequest: Rule = rule([], ['OPERATOR'], []);

/** Who gets to know of the runs that read the directories, and of the plans that wait. */
export const syncReaders: RootAudience = { roles: ['TECHNICIAN'] };

/** Whether one of the audiences is let in by the rule at the level. */
export function allows(
  rule: Rule,
  level: ProtectionLevel,
  audiences: readonly Audience[],
): boolean {
  return audiences.some((audience) => rule[level].includes(audience));
}
