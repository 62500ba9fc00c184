import type { PersonId, UnitId } from '../kernel/ids.js';
import type { AbsenceReason } from '../kernel/absence-words.js';
import type { LineStatus } from '../kernel/phone-words.js';
import type {
  AccountState,
  NumberAudience,
  NumberKind,
  PersonKind,
  ProtectionLevel,
} from '../kernel/words.js';
import type { Absence } from './absence.js';
import type { Labels } from './absence-reasons.js';
import type { Forwarding } from './forwarding.js';
import type { Municipality } from './municipality.js';
import type { Greeting } from './greeting.js';
import type { E164, Extension } from './phone-number.js';
import type { PresenceSession } from './presence-session.js';
import type { SubjectWord } from './subject-words.js';
import type { WeeklyWindow } from './weekly-window.js';

/** An organisational unit with its line of parents. */
export type Unit = {
  readonly id: UnitId;
  readonly name: string;
  readonly municipality: Municipality;
  readonly parent: Unit | null;
  /** When somebody answers here; empty where nobody has said, and then no hour is outside. */
  readonly openingHours: readonly WeeklyWindow[];
  /** Who answers for each other (svarsgrupp, P9), the first first. */
  readonly answerGroup: readonly PersonId[];
  /** Whether this department, or one above it, has decided to show best-reached times (P8). */
  readonly showsBestReached: boolean;
};

/** A number as the directory gives it or as somebody added it here. */
export type PhoneNumber = {
  readonly kind: NumberKind;
  readonly e164: E164 | null;
  readonly extension: Extension | null;
  readonly source: 'LDAP' | 'LOCAL';
  /** Who may see it at the widest; the municipality's default is already filled in. */
  readonly audience: NumberAudience;
  /** Whether a caller may be told it: mobile numbers are known inside (P20), a RESTRICTED person's not even that. */
  readonly mayTellCaller: boolean;
  /** The plan within which the extension is unique. */
  readonly dialPlan: string;
  /** What its voicemail says; null where nobody has told. */
  readonly greeting: Greeting | null;
};

/** A line as the exchange last reported it; past its expiry it is unknown, never wrong. */
export type Line = {
  readonly kind: NumberKind;
  readonly status: LineStatus;
  readonly expiresAt: Date;
};

/** Everything that is known of one entry: a person, a function or a shared telephone. Nothing of it may leave the program but through `view`. */
export type Person = {
  readonly id: PersonId;
  readonly municipality: Municipality;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly employeeId: string | null;
  readonly kind: PersonKind;
  readonly accountState: AccountState;
  /** When the directory no longer had the person; null for those who work here. */
  readonly leftAt: Date | null;
  readonly unit: Unit | null;
  /** The nearest supervisor as the directory has it: perhaps in a circle, perhaps somebody whom a viewer cannot see. */
  readonly managerId: PersonId | null;
  /** Who is responsible for a shared telephone (P16), where somebody else than the directory's manager is. */
  readonly responsibleId: PersonId | null;
  /** Who usually stands in for the person, the first first; an absence's referral goes before them. */
  readonly standIns: readonly PersonId[];
  /** When the person is best reached (träffas säkrast, P8), shown only where the department has decided so. */
  readonly bestReached: readonly WeeklyWindow[];
  /** By which words callers ask for what this entry handles (P14), in the order that they were given. */
  readonly subjects: readonly SubjectWord[];
  readonly protectionLevel: ProtectionLevel;
  /** An alias card: an entry that stands for a PROTECTED person, of whom it says nothing. */
  readonly aliasCard: boolean;
  /** Of a PROTECTED person, the name on the alias card that the person chose; null for one who is hidden. */
  readonly alias: string | null;
  /** Who may see a PROTECTED person because an officer has said so. */
  readonly namedViewers: readonly PersonId[];
  /** Rises with every change of the person's local facts. */
  readonly version: string;
  readonly numbers: readonly PhoneNumber[];
  /** Running and coming ones, by start. */
  readonly absences: readonly Absence[];
  /** The units to whose answer groups these absences refer. */
  readonly referralUnits: readonly Unit[];
  /** What the municipality calls their reasons, where that is not the standard. */
  readonly reasonLabels: Readonly<Partial<Record<AbsenceReason, Labels>>>;
  readonly forwardings: readonly Forwarding[];
  readonly lines: readonly Line[];
  readonly sessions: readonly PresenceSession[];
};
