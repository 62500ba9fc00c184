import type { Absence } from '../staff/absence.js';
import type { Forwarding, ForwardingTarget } from '../staff/forwarding.js';
import type { Greeting } from '../staff/greeting.js';
import type { Municipality } from '../staff/municipality.js';
import type { Person, PhoneNumber, Unit } from '../staff/person.js';
import type { RuleText } from '../staff/recurrence-rule.js';
import type { Recurrence } from '../staff/recurrence.js';
import type { RecurrenceJson } from './rows/absence.row.js';

import type {
  AbsenceJson,
  ForwardingJson,
  GreetingJson,
  PersonCardRow,
  UnitJson,
} from './person-card-row.js';

/** Builds the facts of a person from a row. */
export function personFrom(
  row: PersonCardRow,
  municipality: Municipality,
  municipalityOf: (code: string) => Municipality | null,
): Person {
  return {
    id: row.id,
    municipality,
    displayName: row.display_name,
    givenName: row.given_name,
    familyName: row.family_name,
    title: row.title,
    email: row.email,
    employeeId: row.employee_id,
    kind: row.kind,
    accountState: row.account_state,
    leftAt: row.left_at,
    unit: unitFrom(row.units ?? [], municipality),
    managerId: row.manager_id,
    responsibleId: row.responsible_id,
    standIns: row.stand_ins ?? [],
    bestReached: row.best_reached ?? [],
    subjects: row.subjects ?? [],
    protectionLevel: row.protection_level,
    aliasCard: row.alias_card,
    alias: row.alias,
    namedViewers: row.named_viewers ?? [],
    version: String(row.version),
    numbers: numbersFrom(row, municipality),
    absences: (row.absences ?? []).map(absenceFrom),
    referralUnits: (row.referral_units ?? []).flatMap(({ code, units }) => {
      const at = municipalityOf(code);
      return (at && unitFrom(units, at)) ?? [];
    }),
    reasonLabels: row.reason_labels ?? {},
    forwardings: (row.forwardings ?? []).map(forwardingFrom),
    lines: (row.lines ?? []).map(({ kind, status, expires_at }) => {
      return { kind, status, expiresAt: new Date(expires_at) };
    }),
    sessions: (row.sessions ?? []).map(({ session_id, expires_at, ...said }) => {
      const { source, availability, activity } = said;
      const expiresAt = new Date(expires_at);
      return { sessionId: session_id, source, availability, activity, expiresAt };
    }),
  };
}

/** Builds a person's numbers from a row, with what the person's level and choice make of each. */
export function numbersFrom(
  row: Pick<PersonCardRow, 'numbers' | 'mobile_audience' | 'protection_level'>,
  { dialPlan }: Municipality,
): readonly PhoneNumber[] {
  return (row.numbers ?? []).map(([kind, e164, extension, source, greeting]) => {
    const audience = kind === 'MOBILE' ? row.mobile_audience : 'COOPERATION';
    const mayTellCaller = row.protection_level === 'OPEN' && audience === 'COOPERATION';
    const said = greeting && greetingFrom(greeting);
    return { kind, e164, extension, source, audience, mayTellCaller, dialPlan, greeting: said };
  });
}

/** Builds a unit from its line of units, the topmost first; null when the line is empty. */
export function unitFrom(line: readonly UnitJson[], municipality: Municipality): Unit | null {
  return line.reduce<Unit | null>(
    (parent, { id, name, hours, members, decided }) => ({
      id,
      name,
      municipality,
      parent,
      openingHours: hours ?? [],
      answerGroup: members ?? [],
      showsBestReached: decided || (parent?.showsBestReached ?? false),
    }),
    null,
  );
}

function greetingFrom(json: GreetingJson): Greeting {
  return {
    kind: json.kind,
    namesAlternative: json.names_alternative,
    confirmedAt: new Date(json.confirmed_at),
  };
}

/** An absence from a row of it as JSON. */
export function absenceFrom(json: AbsenceJson): Absence {
  return {
    id: json.id,
    reason: json.reason,
    startsAt: new Date(json.starts_at),
    endsAt: dateOrNull(json.ends_at),
    endsAtPrecision: json.ends_at_precision,
    phoneRings: json.phone_rings,
    note: json.note,
    referral: referralFrom(json),
    source: json.source,
    recurrence: json.recurrence && recurrenceFrom(json.recurrence, json.series_ends_at),
    version: String(json.version),
  };
}

function recurrenceFrom(json: RecurrenceJson, endsAt: string | null): Recurrence {
  return {
    rule: json.rule as RuleText,
    exceptHolidays: json.exceptHolidays,
    endsAt: dateOrNull(endsAt),
    endedEarly: json.endedEarly.map((one) => {
      return { startsAt: new Date(one.startsAt), endsAt: new Date(one.endsAt) };
    }),
  };
}

function referralFrom({ referral_kind, substitute_id, referral_unit_id }: AbsenceJson) {
  if (substitute_id !== null) return { kind: 'PERSON', personId: substitute_id } as const;
  if (referral_unit_id !== null) return { kind: 'ANSWER_GROUP', unitId: referral_unit_id } as const;
  if (referral_kind === 'SWITCHBOARD' || referral_kind === 'VOICEMAIL')
    return { kind: referral_kind };
  return null;
}

function forwardingFrom(json: ForwardingJson): Forwarding {
  return {
    id: json.id,
    condition: json.condition,
    origin: json.origin,
    layer: json.layer,
    noAnswerSeconds: json.no_answer_seconds,
    target: targetFrom(json),
    active: json.active,
    validUntil: dateOrNull(json.valid_until),
    source: json.source,
    observedAt: dateOrNull(json.observed_at),
    version: String(json.version),
  };
}

function targetFrom({
  target_kind,
  target_number,
  target_person_id,
}: ForwardingJson): ForwardingTarget {
  if (target_kind === 'NUMBER') return { kind: 'NUMBER', e164: target_number };
  if (target_kind === 'PERSON' && target_person_id !== null)
    return { kind: 'PERSON', personId: target_person_id };
  return { kind: target_kind === 'VOICEMAIL' ? 'VOICEMAIL' : 'SWITCHBOARD' };
}

function dateOrNull(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
