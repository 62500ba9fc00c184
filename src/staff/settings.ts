import type { MunicipalityCode } from '../kernel/ids.js';
import type { NumberAudience } from '../kernel/words.js';
import type { Unit } from './person.js';

/** That somebody has decided something: the decision's reference, and its day in Sweden. */
export type Decision = { readonly reference: string; readonly decidedOn: string };

/** How long a municipality has decided to keep things (gallringsbeslut). Null keeps that kind of thing. */
export type RetentionTerms = {
  /** Days after somebody has left until what is known of them is erased. */
  readonly leaversAfterDays: number | null;
  /** Days after an absence has ended until it is erased. */
  readonly endedAbsencesAfterDays: number | null;
  /** Whole months that the audit is kept. */
  readonly auditMonths: number | null;
};

/** The decision with its terms. Without one nothing is erased. */
export type Retention = Decision & RetentionTerms;

/** What a municipality's confidentiality officer sets. */
export type ChosenSettings = {
  /** Who sees mobile numbers, where a person has no setting of their own (P20). */
  readonly mobileVisibility: NumberAudience;
  readonly retention: Retention | null;
  /** Whether the telephone of somebody absent may be forwarded out of the telephone system (P10). */
  readonly outsideForwarding: boolean;
};

/** A department that has decided to show best-reached times (P8): this unit with everything below it. */
export type DepartmentDecision = Decision & { readonly unit: Unit };

/** A municipality's own settings. */
export type MunicipalitySettings = ChosenSettings & {
  readonly municipality: MunicipalityCode;
  readonly bestReachedDepartments: readonly DepartmentDecision[];
  /** Goes on with every change of what is chosen. */
  readonly version: string;
};
