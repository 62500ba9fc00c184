import type { MunicipalityCode, PersonId } from './ids.js';
import type { Receipt } from './receipt.js';
import type { AuditAction, AuditOrigin } from './audit-words.js';

/**
 * Something that has to be recorded: who did it, to whom, what, and where it came from. It names
 * fields, never their values. Live facts are not recorded (P22).
 */
export type AuditFact = {
  readonly at: Date;
  /** The municipality whose record it is: of the person or thing that it is about; null for what concerns all of them. */
  readonly municipality: MunicipalityCode | null;
  /** `key:<id>`, `token:<digest>`, `sync:<source>`, `retention` or `command`. */
  readonly actor: string;
  /** The roles of whoever did it, `OPERATOR` or `EMPLOYEE OFFICER`; empty for a program. */
  readonly roles: string;
  /** The municipality that the identity belongs to: what somebody is told of who read about them. */
  readonly organisation: MunicipalityCode | null;
  readonly action: AuditAction;
  readonly origin: AuditOrigin;
  /** The person whom it is about, if it is about one. */
  readonly about: PersonId | null;
  /** The id of what was changed, when that is not the person: an absence, a key, a grant. */
  readonly object: string | null;
  /** The fields read or changed, by the names that the schema has. */
  readonly fields: readonly string[];
  /** The purpose or the reference to a case that was given. */
  readonly purpose: string | null;
  /** Kept beside the record, in the same transaction: what a client's retry is answered from. */
  readonly receipt?: Receipt | null;
};

/** A fact of which the store alone knows the rest, such as the id of what it makes. */
export type FactWithout<K extends keyof AuditFact> = Omit<AuditFact, K>;
