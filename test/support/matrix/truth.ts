import { alias } from './relations.js';
import { faultContact, greeting, subjectWords, windows } from './answering.js';
import { hoursFrom, standIn, type Subject } from './subjects.js';
import { leftAt, type Card } from './world.js';

/** What somebody would get for whom nothing is hidden, in the shape of `keyed` answers. */
export type Truth = Readonly<Record<string, unknown>>;

/** What only somebody PROTECTED has. */
const confided = {
  presentation: 'ALIAS',
  alias,
  namedViewers: [{ displayName: 'Jakob Wester' }],
};
const nothingConfided = { presentation: null, alias: null, namedViewers: [] };
const standInNumber = { kind: 'DIRECT', e164: '+46582001239' };

/** Everything about a subject, as the world was built and by nothing of the program. */
export function truthOf(subject: Subject, now: Date, hasLeft: boolean): Truth {
  const { displayName, givenName, familyName, title, email, employeeId, id, level } = subject;
  const running = {
    id: subject.running,
    reason: 'MEETING',
    publicReason: 'BUSY',
    startsAt: hoursFrom(now, -1),
    endsAt: hoursFrom(now, 3),
    endsAtPrecision: 'EXACT',
    phoneRings: false,
    note: 'sal B',
    reasonLabel: 'Möte',
    referral: { kind: 'PERSON', entry: standIn, unit: null },
    cover: 'REFERRAL',
    recurrence: { rule: 'FREQ=YEARLY;COUNT=1', exceptHolidays: false, endsAt: hoursFrom(now, 3) },
    source: 'OPERATOR',
    version: '3',
  };
  const expiresAt = hoursFrom(now, 1 / 60);
  const coming = {
    ...running,
    id: subject.coming,
    reason: 'VACATION',
    reasonLabel: 'Semester',
    publicReason: 'ABSENT',
    startsAt: hoursFrom(now, 48),
    endsAt: hoursFrom(now, 96),
    endsAtPrecision: 'DAY',
    note: 'fjällen',
    recurrence: { rule: 'FREQ=YEARLY;COUNT=1', exceptHolidays: false, endsAt: hoursFrom(now, 96) },
    source: 'SELF',
  };
  return {
    id,
    displayName,
    givenName,
    familyName,
    title,
    email,
    employeeId,
    municipality: { code: '1861' },
    unit: { name: 'Kansliet' },
    manager: { displayName: 'Erik Björkman' },
    kind: 'EMPLOYEE',
    leftAt: hasLeft ? leftAt : null,
    accountState: 'ACTIVE',
    protectionLevel: level,
    ...(level === 'PROTECTED' ? confided : nothingConfided),
    version: '7',
    standIns: [standIn],
    bestReached: windows,
    subjects: subjectWords,
    numbers: numbersOf(subject),
    presence: {
      availability: 'BUSY',
      activity: 'IN_CALL',
      signedIn: true,
      freshness: 'LIVE',
      lines: {
        DIRECT: { kind: 'DIRECT', status: 'IN_CALL', expiresAt },
        MOBILE: { kind: 'MOBILE', status: 'IDLE', expiresAt },
      },
    },
    currentAbsence: running,
    absences: { [subject.running]: running, [subject.coming]: coming },
    forwardings: forwardingsOf(subject, now),
    reachability: {
      canConnect: true,
      verdict: 'ANSWERED_BY_OTHER',
      connectTo: standInNumber,
      answeredBy: standIn,
      reason: 'BUSY',
      backAt: running.endsAt,
      backAtPrecision: 'EXACT',
      alternatives: { 1: { rank: 1, entry: standIn, canConnect: true, number: standInNumber } },
      messageTo: { email },
      phrase: new RegExp(`^${displayName} är upptagen .*Ingrid Sjöberg`),
      trace: ['ABSENT'],
      freshness: 'LIVE',
      validUntil: hoursFrom(now, 1 / 60),
    },
  };
}

/** The unit of whose duties a subject has both. */
export function dutiesOf({ unit, unitName, displayName }: Subject): Truth {
  return {
    id: unit,
    name: unitName,
    displayName: unitName,
    municipality: { code: '1861' },
    parent: { name: 'Kansliet' },
    manager: { displayName },
    phoneResponsibles: [{ displayName }],
    answerGroup: [{ displayName }],
    openingHours: windows,
    subjects: subjectWords,
    faultContact: { ...faultContact, unit: { name: unitName } },
    version: /./,
  };
}

/** What the alias card would be to whom nothing is hidden: an entry without numbers, and absent as the first subject is. */
export function cardOf(card: Card, subject: Subject, now: Date): Truth {
  const truth = truthOf({ ...subject, displayName: alias, running: card.absence }, now, false);
  const absence = {
    ...(truth['currentAbsence'] as object),
    startsAt: now.toISOString(),
    version: '1',
  };
  const silent = ['givenName', 'familyName', 'title', 'email', 'employeeId', 'unit', 'manager'];
  return {
    ...truth,
    ...Object.fromEntries(silent.map((field) => [field, null])),
    ...nothingConfided,
    id: card.id,
    standIns: [],
    bestReached: [],
    subjects: [],
    protectionLevel: 'RESTRICTED',
    version: '1',
    numbers: {},
    presence: {
      availability: 'UNKNOWN',
      activity: 'UNKNOWN',
      signedIn: null,
      freshness: 'UNKNOWN',
      lines: {},
    },
    currentAbsence: absence,
    absences: { [card.absence]: absence },
    forwardings: {},
    reachability: {
      ...(truth['reachability'] as object),
      freshness: 'UNKNOWN',
      // A card has no address of its own: a message goes to whoever answers instead.
      messageTo: { email: 'ingrid.sjoberg@hallsberg.test' },
    },
  };
}

function numbersOf({ level, direct, extension, mobile }: Subject) {
  return {
    DIRECT: {
      kind: 'DIRECT',
      e164: direct,
      extension,
      uri: `tel:${direct};ext=${extension}`,
      audience: 'COOPERATION',
      source: 'LDAP',
      mayTellCaller: level === 'OPEN',
      greeting,
    },
    MOBILE: {
      kind: 'MOBILE',
      e164: mobile,
      extension: null,
      uri: `tel:${mobile}`,
      audience: 'OWN_MUNICIPALITY',
      source: 'LDAP',
      mayTellCaller: false,
      greeting,
    },
  };
}

function forwardingsOf({ onBusy, onNoAnswer, mobile }: Subject, now: Date) {
  const common = {
    origin: 'ANY',
    active: true,
    validUntil: hoursFrom(now, 5),
    observedAt: hoursFrom(now, -2),
    version: '4',
  };
  return {
    BUSY: {
      ...common,
      id: onBusy,
      condition: 'BUSY',
      layer: 'DIRECTORY',
      noAnswerSeconds: null,
      target: { kind: 'PERSON', entry: standIn, number: null },
      source: 'SELF',
    },
    NO_ANSWER: {
      ...common,
      id: onNoAnswer,
      condition: 'NO_ANSWER',
      layer: 'PBX',
      noAnswerSeconds: 20,
      target: { kind: 'NUMBER', entry: null, number: mobile },
      source: 'PHONE_SYSTEM',
    },
  };
}

/** What is shown to those who may know that there is something, and not what. */
export const publicForms: Truth = {
  'Absence.publicReason': 'ABSENT',
  /** By the public reason where that is shown, and otherwise by nothing. */
  'Absence.reasonLabel': /^(Upptagen|Ej anträffbar)$/,
  'Absence.endsAtPrecision': 'UNKNOWN',
  'Reachability.canConnect': false,
  'Reachability.verdict': 'TAKE_MESSAGE',
  'Reachability.reason': 'ABSENT',
  'Reachability.backAtPrecision': 'UNKNOWN',
  'Reachability.freshness': 'UNKNOWN',
  'NumberLookup.label': 'Hallsbergs kommun',
};

/** The number that colleagues get instead of a RESTRICTED person's own. */
export const switchboard: Truth = {
  kind: 'SWITCHBOARD',
  e164: '+46582000000',
  extension: null,
  uri: 'tel:+46582000000',
  audience: 'COOPERATION',
  source: 'LOCAL',
  mayTellCaller: true,
  greeting: null,
};
