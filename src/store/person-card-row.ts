import type { AbsenceId, ForwardingId, PersonId, UnitId } from '../kernel/ids.js';
import type { AbsenceReason, TimePrecision } from '../kernel/absence-words.js';
import type {
  Activity,
  Availability,
  CallOrigin,
  ForwardingCondition,
  ForwardingLayer,
  GreetingKind,
  LineStatus,
} from '../kernel/phone-words.js';
import type {
  AccountState,
  FactSource,
  NumberAudience,
  NumberKind,
  PersonKind,
  ProtectionLevel,
} from '../kernel/words.js';
import type { ForwardingTarget } from '../staff/forwarding.js';
import type { Person } from '../staff/person.js';
import type { Referral } from '../staff/referral.js';
import type { E164, Extension } from '../staff/phone-number.js';
import type { SubjectWord } from '../staff/subject-words.js';
import type { WeeklyWindow } from '../staff/weekly-window.js';
import type { RecurrenceJson } from './rows/absence.row.js';

type Listed<T> = readonly T[] | null;

/** One row of the person card statement. */
export type PersonCardRow = {
  readonly id: PersonId;
  readonly municipality_code: string;
  readonly display_name: string;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly employee_id: string | null;
  readonly kind: PersonKind;
  readonly account_state: AccountState;
  readonly left_at: Date | null;
  readonly manager_id: PersonId | null;
  readonly responsible_id: PersonId | null;
  readonly protection_level: ProtectionLevel;
  /** The person's own, or else the municipality's. */
  readonly mobile_audience: NumberAudience;
  readonly version: number;
  readonly alias_card: boolean;
  readonly alias: string | null;
  readonly named_viewers: Listed<PersonId>;
  readonly stand_ins: Listed<PersonId>;
  readonly best_reached: Listed<WeeklyWindow>;
  readonly subjects: Listed<SubjectWord>;
  readonly units: Listed<UnitJson>;
  readonly numbers: Listed<NumberJson>;
  readonly absences: Listed<AbsenceJson>;
  readonly referral_units: Listed<{ code: string; units: UnitJson[] }>;
  readonly reason_labels: Person['reasonLabels'] | null;
  readonly forwardings: Listed<ForwardingJson>;
  readonly sessions: Listed<SessionJson>;
  readonly lines: Listed<{ kind: NumberKind; status: LineStatus; expires_at: string }>;
};

/** A unit of a line as `unitsUpFrom` gives it. */
export type UnitJson = {
  readonly id: UnitId;
  readonly name: string;
  readonly hours: Listed<WeeklyWindow>;
  readonly members: Listed<PersonId>;
  readonly decided: boolean;
};

/** A unit of a line of units, the topmost first, where only names are read. */
export type NamedUnitJson = readonly [id: UnitId, name: string];

/** A number with what was said of its greeting. */
export type NumberJson = readonly [
  kind: NumberKind,
  e164: E164 | null,
  extension: Extension | null,
  source: 'LDAP' | 'LOCAL',
  greeting: GreetingJson | null,
];

export type GreetingJson = { kind: GreetingKind; names_alternative: boolean; confirmed_at: string };

/** A row of absence as JSON. */
export type AbsenceJson = {
  id: AbsenceId;
  reason: AbsenceReason;
  starts_at: string;
  ends_at: string | null;
  ends_at_precision: TimePrecision;
  phone_rings: boolean;
  note: string | null;
  referral_kind: Referral['kind'] | null;
  substitute_id: PersonId | null;
  referral_unit_id: UnitId | null;
  source: FactSource;
  recurrence: RecurrenceJson | null;
  series_ends_at: string | null;
  version: number;
};

export type ForwardingJson = {
  id: ForwardingId;
  condition: ForwardingCondition;
  origin: CallOrigin;
  layer: ForwardingLayer;
  no_answer_seconds: number | null;
  target_kind: ForwardingTarget['kind'];
  target_number: E164 | null;
  target_person_id: PersonId | null;
  active: boolean;
  valid_until: string | null;
  source: FactSource;
  observed_at: string | null;
  version: number;
};

export type SessionJson = {
  session_id: string;
  source: FactSource;
  availability: Availability;
  activity: Activity;
  expires_at: string;
};
