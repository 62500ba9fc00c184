import type {
  AbsenceId,
  ForwardingId,
  MunicipalityCode,
  PersonId,
  UnitId,
} from '../../src/kernel/ids.js';
import { noRelations, type Viewer } from '../../src/kernel/viewer.js';
import type { Absence } from '../../src/staff/absence.js';
import type { Forwarding } from '../../src/staff/forwarding.js';
import type { Municipality } from '../../src/staff/municipality.js';
import type { Person, PhoneNumber, Unit } from '../../src/staff/person.js';
import type { E164 } from '../../src/staff/phone-number.js';

/** An instant that the small tests agree on: a Tuesday morning in winter time, 10:00 in Sweden. */
export const now = new Date('2026-11-24T09:00:00Z');

/** Minutes from `now`. */
export function inMinutes(minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

export const hallsberg: Municipality = {
  id: '00000000-0000-4000-8000-000000001861' as Municipality['id'],
  code: '1861' as MunicipalityCode,
  name: 'Hallsberg',
  switchboardNumber: '+46582000000' as E164,
  areaCode: '0582',
  extensionDigits: 4,
  dialPlan: 'sydnarke.test',
  numberSeries: ['+4658200'],
};

export const laxa: Municipality = {
  ...hallsberg,
  id: '00000000-0000-4000-8000-000000001860' as Municipality['id'],
  code: '1860' as MunicipalityCode,
  name: 'Laxå',
  switchboardNumber: '+46584000000' as E164,
  areaCode: '0584',
  numberSeries: ['+4658400'],
};

export const direct: PhoneNumber = {
  kind: 'DIRECT',
  e164: '+46582001234' as E164,
  extension: null,
  source: 'LDAP',
  audience: 'COOPERATION',
  mayTellCaller: true,
  dialPlan: 'sydnarke.test',
  greeting: null,
};

export const mobile: PhoneNumber = {
  kind: 'MOBILE',
  e164: '+46701740605' as E164,
  extension: null,
  source: 'LDAP',
  audience: 'OWN_MUNICIPALITY',
  mayTellCaller: false,
  dialPlan: 'sydnarke.test',
  greeting: null,
};

/** A unit of Hallsberg without hours or answer group; say what is different. */
export function unit(name: string, different: Partial<Unit> = {}): Unit {
  return {
    id: name as UnitId,
    name,
    municipality: hallsberg,
    parent: null,
    openingHours: [],
    answerGroup: [],
    showsBestReached: false,
    ...different,
  };
}

/** A person with a direct and a mobile number; say what is different. */
export function person(name: string, different: Partial<Person> = {}): Person {
  return {
    id: name as PersonId,
    municipality: hallsberg,
    displayName: name,
    givenName: name,
    familyName: null,
    title: 'Handläggare',
    email: `${name}@hallsberg.test`,
    employeeId: `1861-${name}`,
    kind: 'EMPLOYEE',
    accountState: 'ACTIVE',
    leftAt: null,
    unit: null,
    managerId: null,
    responsibleId: null,
    standIns: [],
    bestReached: [],
    subjects: [],
    protectionLevel: 'OPEN',
    aliasCard: false,
    alias: null,
    namedViewers: [],
    version: '1',
    numbers: [direct, mobile],
    absences: [],
    referralUnits: [],
    reasonLabels: {},
    forwardings: [],
    lines: [],
    sessions: [],
    ...different,
  };
}

/** An absence from an hour ago until in an hour; say what is different. */
export function absence(different: Partial<Absence> = {}): Absence {
  return {
    id: 'absence' as AbsenceId,
    reason: 'MEETING',
    startsAt: inMinutes(-60),
    endsAt: inMinutes(60),
    endsAtPrecision: 'EXACT',
    phoneRings: false,
    note: null,
    referral: null,
    recurrence: null,
    source: 'SELF',
    version: '1',
    ...different,
  };
}

/** An active forwarding of all calls; say what is different. */
export function forwarding(different: Partial<Forwarding> = {}): Forwarding {
  return {
    id: 'forwarding' as ForwardingId,
    condition: 'UNCONDITIONAL',
    origin: 'ANY',
    layer: 'DIRECTORY',
    noAnswerSeconds: null,
    target: { kind: 'VOICEMAIL' },
    active: true,
    validUntil: null,
    source: 'SELF',
    observedAt: null,
    version: '1',
    ...different,
  };
}

/** A viewer of one role; say what is different. */
export function viewer(role: Viewer['roles'][number], different: Partial<Viewer> = {}): Viewer {
  return {
    roles: [role],
    municipality: null,
    personId: null,
    scopes: [],
    actor: 'key:test',
    ...noRelations,
    ...different,
  };
}
