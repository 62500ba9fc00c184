import type { Language } from '../words/words.js';
import type {
  CallOrigin,
  FindingRule,
  ForwardingCondition,
  GreetingKind,
  NumberAudience,
  NumberKind,
  ProtectionLevel,
  ProtectionPresentation,
  Source,
  TargetKind,
  TimePrecision,
} from './schema-types.js';

type Names<K extends string> = Readonly<Record<K, readonly [sv: string, en: string]>>;

const sources: Names<Source> = {
  CALENDAR: ['din kalender', 'your calendar'],
  LDAP: ['kommunens katalog', "the municipality's directory"],
  LOCAL: ['Ett samtal', 'Ett samtal'],
  MANAGER: ['chefen', 'the manager'],
  OPERATOR: ['telefonist', 'an operator'],
  PHONE_RESPONSIBLE: ['telefonansvarig', 'the telefonansvarig'],
  PHONE_SYSTEM: ['telefonsystemet', 'the telephone system'],
  SELF: ['personen själv', 'the person'],
  TECHNICIAN: ['tekniker', 'a technician'],
};
const conditions: Names<ForwardingCondition> = {
  UNCONDITIONAL: ['Alltid', 'Always'],
  NO_ANSWER: ['När ingen svarar', 'When nobody answers'],
  BUSY: ['När det är upptaget', 'When busy'],
  NOT_REACHABLE: ['När telefonen är avstängd', 'When the telephone is off'],
  DO_NOT_DISTURB: ['Vid stör ej', 'When not to be disturbed'],
};
const origins: Names<CallOrigin> = {
  ANY: ['alla samtal', 'all calls'],
  EXTERNAL: ['samtal utifrån', 'calls from outside'],
  INTERNAL: ['interna samtal', 'internal calls'],
};
const targets: Names<TargetKind> = {
  ANSWER_GROUP: ['svarsgruppen', 'the answer group'],
  NUMBER: ['ett nummer', 'a number'],
  PERSON: ['en kollega', 'a colleague'],
  SHARED_LINE: ['en gemensam telefon', 'a shared telephone'],
  SWITCHBOARD: ['växeln', 'the switchboard'],
  VOICEMAIL: ['telefonsvararen', 'voicemail'],
};
const greetings: Names<GreetingKind> = {
  PERSONAL: ['Egen hälsning', 'A personal greeting'],
  STANDARD: ['Operatörens hälsning', "The operator's greeting"],
  OFF: ['Telefonsvararen är avstängd', 'Voicemail is off'],
};
const precisions: Names<TimePrecision> = {
  EXACT: ['Den tiden', 'At that time'],
  ABOUT: ['Ungefär den tiden', 'At about that time'],
  DAY: ['Någon gång den dagen', 'Some time that day'],
  UNKNOWN: ['Vet inte när', 'Nobody knows when'],
};
const kinds: Names<NumberKind> = {
  DIRECT: ['Direktnummer', 'Direct number'],
  MOBILE: ['Mobilnummer', 'Mobile number'],
  FUNCTION: ['Funktionsnummer', 'Function number'],
  SHARED: ['Gemensamt nummer', 'Shared number'],
  SWITCHBOARD: ['Växeln', 'Switchboard'],
};
const audiences: Names<NumberAudience> = {
  COOPERATION: ['visas i alla kommunerna', 'shown in all the municipalities'],
  OWN_MUNICIPALITY: ['visas i den egna kommunen', 'shown in the own municipality'],
  OPERATORS_ONLY: ['visas bara för växeln', 'shown to the switchboard only'],
};
const levels: Names<ProtectionLevel> = {
  OPEN: ['Visas som vanligt', 'Shown as usual'],
  RESTRICTED: ['Numret lämnas inte ut av växeln', 'The switchboard does not give the number'],
  PROTECTED: ['Skyddade personuppgifter', 'Protected identity'],
};
const presentations: Names<ProtectionPresentation> = {
  HIDDEN: ['Inte alls', 'Not at all'],
  ALIAS: ['Med ett annat namn', 'By another name'],
};
const rules: Names<FindingRule> = {
  ABSENT_WITHOUT_COVER: [
    'Frånvaron saknar hänvisning, intern vidarekoppling och telefonsvarare som hänvisar vidare.',
    'The absence has neither referral, internal forwarding nor a voicemail that names somebody else.',
  ],
  OVERDUE_RETURN: [
    'Frånvaron har varat i minst fjorton dagar utan att någon har angett när den slutar.',
    'The absence has lasted for a fortnight without anybody having said until when.',
  ],
  FORWARDING_LOOP: ['Vidarekopplingen går i en ring.', 'The forwarding goes in a ring.'],
  NO_NUMBER: ['Det finns inget telefonnummer.', 'There is no telephone number.'],
  STALE_NUMBER: [
    'Numret kommer från en katalog som inte har lästs färdigt på en vecka.',
    'The number comes from a directory that has not been read to its end for a week.',
  ],
  SHARED_LINE_WITHOUT_RESPONSIBLE: [
    'Den gemensamma telefonen har ingen ansvarig.',
    'Nobody is responsible for the shared telephone.',
  ],
  MOBILE_WITHOUT_GREETING: [
    'Mobiltelefonens telefonsvarare har ingen personlig hälsning.',
    'The mobile voicemail has no personal greeting.',
  ],
  BEST_REACHED_WITHOUT_DECISION: [
    'Tider då personen träffas säkrast är angivna, men förvaltningen har inte beslutat att visa dem.',
    'Best-reached times are given, but the department has not decided to show them.',
  ],
  NO_ANSWER_GROUP: ['Arbetsplatsen har ingen svarsgrupp.', 'The workplace has no answer group.'],
  NO_PHONE_RESPONSIBLE: [
    'Arbetsplatsen har ingen telefonansvarig.',
    'The workplace has no telefonansvarig.',
  ],
};

const all = {
  source: sources,
  condition: conditions,
  origin: origins,
  target: targets,
  greeting: greetings,
  precision: precisions,
  number: kinds,
  audience: audiences,
  level: levels,
  presentation: presentations,
  rule: rules,
};

/** Each code of a kind with its name, in the order in which they are offered. */
export function namesOf<K extends keyof typeof all>(
  kind: K,
  language: Language,
): readonly { readonly code: keyof (typeof all)[K] & string; readonly name: string }[] {
  return Object.entries<readonly [string, string]>(all[kind]).map(([code, [sv, en]]) => ({
    code: code as keyof (typeof all)[K] & string,
    name: language === 'sv' ? sv : en,
  }));
}

/** What a code is called. */
export function nameOf<K extends keyof typeof all>(
  kind: K,
  code: keyof (typeof all)[K] & string,
  language: Language,
): string {
  return namesOf(kind, language).find((one) => one.code === code)?.name ?? code;
}
