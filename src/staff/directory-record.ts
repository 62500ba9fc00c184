import type { RejectionCode } from '../kernel/sync-words.js';
import type { AccountState, NumberKind, PersonKind, ProtectionLevel } from '../kernel/words.js';
import type { E164, Extension } from './phone-number.js';

export type { RejectionCode } from '../kernel/sync-words.js';

/** A number as a directory gives it: normalised, with the original text beside it. */
export type DirectoryNumber = {
  readonly kind: NumberKind;
  readonly e164: E164 | null;
  readonly extension: Extension | null;
  readonly original: string;
};

/** A person as a directory describes one. */
export type PersonRecord = {
  readonly displayName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly title: string | null;
  readonly email: string | null;
  readonly employeeId: string | null;
  readonly kind: PersonKind;
  readonly accountState: AccountState;
  /** Normalised distinguished names: the entry's own, its unit's, its nearest supervisor's. They are compared, never kept. */
  readonly dn: string;
  readonly unitDn: string | null;
  readonly managerDn: string | null;
  readonly numbers: readonly DirectoryNumber[];
};

/** A unit as a directory describes one. */
export type UnitRecord = {
  /** Null for a unit that only the attributes of its people name: it is known by its path. */
  readonly key: string | null;
  readonly dn: string;
  readonly parentDn: string | null;
  readonly name: string;
};

/** Something in a directory that could not be taken, for a technician to mend there. */
export type Rejection = {
  readonly key: string;
  readonly field: string | null;
  readonly code: RejectionCode;
};

/** The higher of two levels: a directory may raise a level, never lower it. */
export function higherLevel(a: ProtectionLevel, b: ProtectionLevel): ProtectionLevel {
  return rank[a] >= rank[b] ? a : b;
}

const rank: Readonly<Record<ProtectionLevel, number>> = { OPEN: 0, RESTRICTED: 1, PROTECTED: 2 };
