import type { RootAudience } from '../kernel/viewer.js';
import type { NumberAudience } from '../kernel/words.js';
import type { Audience } from './audience.js';
import {
  always,
  colleagues,
  everybody,
  insiders,
  ofTheUnit,
  rule,
  self,
  selfAndNamed,
  selfAndOfficer,
  type Rule,
} from './rule.js';

/** Whether the person exists for the viewer at all; every other rule comes after this one. */
export const existence: Rule = always(everybody, insiders);

/** Who still sees an OPEN person who has left, and nothing else of that person than this table says of leavers. */
export const existenceOfLeavers: Rule = rule(['OPERATOR', 'TECHNICIAN'], [], []);

const mobileInside: readonly Audience[] = [
  'SELF',
  'OPERATOR',
  'TECHNICIAN',
  'PHONE_SYSTEM',
  ...ofTheUnit,
];
const mobileOwn: readonly Audience[] = [
  ...mobileInside,
  'COLLEAGUE',
  'INTRANET',
  'INTEGRATION_MOBILE',
];
/** Of a RESTRICTED person nobody else sees a number without asking for it (`numbersOnRequest`). */
const restrictedNumbers: readonly Audience[] = ['SELF', 'PHONE_SYSTEM'];

/** Mobile numbers, by the number's audience (P20): known in the own organisation, to operators and technicians. */
export const mobileRules: Readonly<Record<NumberAudience, Rule>> = {
  OPERATORS_ONLY: rule(mobileInside, restrictedNumbers, selfAndNamed),
  OWN_MUNICIPALITY: rule(mobileOwn, restrictedNumbers, selfAndNamed),
  COOPERATION: rule(
    [...mobileOwn, 'COLLEAGUE_ELSEWHERE', 'INTRANET_ELSEWHERE'],
    restrictedNumbers,
    selfAndNamed,
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
/** Of a RESTRICTED person, colleagues see absent or not, and no more. */
const absenceRestricted: readonly Audience[] = ['SELF', 'OPERATOR', 'PHONE_SYSTEM', ...ofTheUnit];
/** The scope for absences is for absent and until when, and no more. */
const absenceDetail = rule(
  absenceOpen.filter((a) => a !== 'INTEGRATION_ABSENCE'),
  absenceRestricted,
  selfAndNamed,
);
const ownColleague: readonly Audience[] = ['SELF', 'OPERATOR', 'COLLEAGUE', ...ofTheUnit];
const answering: readonly Audience[] = ['SELF', 'OPERATOR', ...ofTheUnit];
const lineReaders: readonly Audience[] = ['SELF', 'OPERATOR', 'TECHNICIAN', 'PHONE_SYSTEM'];

/**
 * The one place that says who may see which field, by the level of the person whom it is about: nobody
 * else decides (P20, P21). A field without a rule does not compile (see the end of the table).
 *
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
  'Person.manager': always(
    everybody.filter((a) => a !== 'AUDITOR'),
    insiders,
  ),
  'Person.kind': identity,
  /** A system that brings calendars has the address from them, and knows people by nothing else. */
  'Person.email': always(
    [
      ...everybody.filter((a) => a !== 'PHONE_SYSTEM' && a !== 'INTEGRATION'),
      'INTEGRATION_CALENDAR',
    ],
    insiders,
  ),
  'Person.employeeId': always(
    ['SELF', 'COLLEAGUE', 'OPERATOR', 'TECHNICIAN', 'OFFICER', 'INTRANET'],
    insiders,
  ),
  'Person.leftAt': rule(['OPERATOR', 'TECHNICIAN'], [], []),
  'Person.accountState': always(['TECHNICIAN'], []),
  'Person.protectionLevel': always(['SELF', 'OFFICER', 'MANAGER'], insiders),
  /** How a PROTECTED person appears to others, under which name, and who may see the person nevertheless. */
  'Person.presentation': always([], selfAndOfficer),
  'Person.alias': always([], selfAndOfficer),
  'Person.namedViewers': always([], selfAndOfficer),
  /** For those who may change something: NAMED may not. */
  'Person.version': always(
    ['SELF', 'OPERATOR', 'TECHNICIAN', 'OFFICER', ...ofTheUnit],
    ['SELF', 'OFFICER'],
  ),
  /** Whom a call may be put to instead; each of them only where that one exists for the viewer. */
  'Person.standIns': rule(
    ['SELF', 'COLLEAGUE', 'COLLEAGUE_ELSEWHERE', 'OPERATOR', 'PHONE_SYSTEM', ...ofTheUnit],
    absenceRestricted,
    selfAndNamed,
  ),
  /** Times at which somebody is there say of a RESTRICTED person when to wait outside. */
  'Person.bestReached': rule(
    ['SELF', 'OPERATOR', 'TECHNICIAN', ...colleagues, ...ofTheUnit],
    ['SELF', 'OPERATOR', ...ofTheUnit],
    selfAndNamed,
  ),
  /** What an entry handles (P14): for whoever sees its title. */
  'Person.subjects': identity,
  /** Direct numbers and extensions (P5); mobile numbers have `mobileRules`. */
  'Person.numbers': rule(
    everybody.filter((a) => a !== 'AUDITOR'),
    restrictedNumbers,
    insiders,
  ),
  'Person.presence': rule(
    ['SELF', 'OPERATOR', 'TECHNICIAN', 'PHONE_SYSTEM', 'COLLEAGUE', 'INTRANET'],
    [...lineReaders, ...ofTheUnit],
    selfAndNamed,
  ),
  'Person.currentAbsence': always([...absenceOpen, ...ofTheUnit], selfAndNamed),
  /** Running and coming ones; colleagues see the one in force only. */
  'Person.absences': always(answering, self),
  'Person.forwardings': rule(
    [...lineReaders, ...ofTheUnit],
    ['SELF', 'TECHNICIAN', 'PHONE_SYSTEM', ...ofTheUnit],
    self,
  ),
  /** Often the person's own mobile number, so that it goes as the numbers of a RESTRICTED person go. */
  'ForwardingTarget.number': rule([...lineReaders, ...ofTheUnit], restrictedNumbers, self),
  'Person.reachability': always(
    ['SELF', 'OPERATOR', 'PHONE_SYSTEM', 'COLLEAGUE', 'COLLEAGUE_ELSEWHERE'],
    selfAndNamed,
  ),
  'PhoneNumber.audience': always(['SELF', 'TECHNICIAN', ...ofTheUnit], self),
  'PhoneNumber.source': always(['SELF', 'TECHNICIAN', ...ofTheUnit], self),
  /** What a caller hears (P6, P19), for whoever follows it up or puts a call there. */
  'PhoneNumber.greeting': always(['SELF', 'OPERATOR', 'TECHNICIAN', ...ofTheUnit], self),
  'PhoneNumber.mayTellCaller': always([...lineReaders, ...ofTheUnit], self),
  /** Colleagues see BUSY, never "in a call" (P22). */
  'Presence.activity': rule(
    ['SELF', 'OPERATOR', 'TECHNICIAN'],
    ['SELF', 'OPERATOR', 'TECHNICIAN'],
    self,
  ),
  /** Whether the person's own client says that somebody is there. */
  'Presence.signedIn': rule(
    ['SELF', 'OPERATOR', 'TECHNICIAN'],
    ['SELF', 'OPERATOR', 'TECHNICIAN'],
    self,
  ),
  'Presence.lines': always(lineReaders, self),
  'Absence.startsAt': absenceDetail,
  'Absence.endsAt': rule(absenceOpen, absenceRestricted, selfAndNamed),
  'Absence.phoneRings': absenceDetail,
  'Absence.publicReason': absenceDetail,
  'Absence.referral': absenceDetail,
  /** The exact reason: own municipality and operators; others get the public form (P17). */
  'Absence.reason': rule(ownColleague, answering, self),
  'Absence.note': always(answering, self),
  'Absence.recurrence': always(answering, self),
  /** Told from the forwardings, so only to those who may see them as well. */
  'Absence.cover': rule(answering, ['SELF', ...ofTheUnit], self),
  'Absence.source': always(answering, self),
  'Absence.version': always(answering, self),
  /** A telephone's display is read by whoever is called, so it does not name a RESTRICTED person. */
  'NumberLookup.label': rule(everybody, self, insiders),
  'Reachability.phrase': always(['OPERATOR'], []),
  'Reachability.trace': always(['OPERATOR'], []),
} as const satisfies Record<string, Rule>;

/** A field that the table has a rule for. */
export type DisclosedField = keyof typeof disclosure;

/** Who gets the switchboard's number instead of a RESTRICTED person's own. */
export const switchboardInstead: Rule = rule([], colleagues, []);

/** Who gets the switchboard's number of an alias card, which is RESTRICTED and has no number of its own. */
export const switchboardOnCards: Rule = rule(
  [],
  everybody.filter((a) => a !== 'AUDITOR'),
  [],
);

/** What an alias card does not say of itself, whoever asks: its level is nobody's. */
export const notOnCards: readonly DisclosedField[] = ['Person.protectionLevel'];

/** Who gets a RESTRICTED person's numbers by asking, one person at a time, with a purpose that is recorded. */
export const numbersOnRequest: Rule = rule(
  [],
  ['OPERATOR', 'TECHNICIAN', 'OFFICER', ...ofTheUnit],
  [],
);

/** Who gets to know of the runs that read the directories, and of the plans that wait. */
export const syncReaders: RootAudience = { roles: ['TECHNICIAN'] };

/** Who gets to know of the keys of systems. */
export const keyReaders: RootAudience = { roles: ['TECHNICIAN'] };
