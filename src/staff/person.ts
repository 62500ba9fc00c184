import type { PersonId, UnitId } from '../kernel/ids.js';
import type {
  AccountState,
  LineStatus,
  NumberAudience,
  NumberKind,
  PersonKind,
  ProtectionLevel,
} from '../kernel/words.js';
import type { Absence } from './absence.js';
import type { Forwarding } from './forwarding.js';
import type { Municipality } from './municipality.js';
import type { E164, Extension } from './phone-number.js';

/** An organisational unit with its line of parents. */
export type Unit = {
  readonly id: UnitId;
  readonly name: string;
  readonly municipality: Municipality;
  readonly parent: Unit | null;
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
  readonly forwardings: readonly Forwarding[];
  readonly lines: readonly Line[];
};
