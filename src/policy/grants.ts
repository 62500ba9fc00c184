import type { MunicipalityCode, UnitId } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import type { GrantedRole, ProtectionLevel, UnitDuty } from '../kernel/words.js';
import { audiencesOf, type Audience } from './audience.js';
import { anybodyIn, type Subject } from './subject.js';
import { allows, type Rule } from './rule.js';

const technicians: Rule = { OPEN: ['TECHNICIAN'], RESTRICTED: ['TECHNICIAN'], PROTECTED: [] };
const officers: Rule = { OPEN: ['OFFICER'], RESTRICTED: ['OFFICER'], PROTECTED: ['OFFICER'] };

/**
 * Who grants which role, by the level of whom it is granted to. Technicians run the switchboard's
 * roles; officers answer for their municipality's. Nobody but an officer knows a PROTECTED person who
 * works at the switchboard.
 */
const granting: Readonly<Record<GrantedRole, Rule>> = {
  OPERATOR: { ...technicians, PROTECTED: ['OFFICER'] },
  TECHNICIAN: technicians,
  OFFICER: officers,
  AUDITOR: officers,
};

/** Who takes a role away: also what an OPEN technician was granted can be taken from one who is PROTECTED now. */
const revoking: Readonly<Record<GrantedRole, Rule>> = {
  ...granting,
  TECHNICIAN: { ...technicians, PROTECTED: ['OFFICER'] },
};

/** Who sees that a role is granted; of whom, only where that person exists for the viewer. */
const listing: Readonly<Record<GrantedRole, readonly Audience[]>> = {
  OPERATOR: ['TECHNICIAN', 'OFFICER', 'AUDITOR'],
  TECHNICIAN: ['TECHNICIAN', 'OFFICER', 'AUDITOR'],
  OFFICER: ['OFFICER', 'AUDITOR'],
  AUDITOR: ['OFFICER', 'AUDITOR'],
};

/** Who appoints to a unit's duties: its telefonansvariga (P12) by whoever manages it or a unit above (P11). */
const appointing: Readonly<Record<UnitDuty, readonly Audience[]>> = {
  MANAGER: ['TECHNICIAN'],
  PHONE_RESPONSIBLE: ['TECHNICIAN', 'MANAGER'],
};

/** What is done with a role. */
export type GrantChange = 'GRANT' | 'REVOKE';

type Grantee = Subject & { readonly protectionLevel: ProtectionLevel };

/** Whether the viewer may grant or revoke this role; nobody's own, whatever else the viewer is. */
export function mayChangeGrant(
  viewer: Viewer,
  change: GrantChange,
  role: GrantedRole,
  person: Grantee,
): boolean {
  if (person.id === viewer.personId) return false;
  const rules = change === 'GRANT' ? granting : revoking;
  return allows(rules[role], person.protectionLevel, audiencesOf(viewer, person));
}

/** The grants that the viewer may list, as `OPERATOR:1861`, for the store's SQL. */
export function grantCells(
  viewer: Viewer,
  municipalities: readonly MunicipalityCode[],
): readonly string[] {
  return municipalities.flatMap((municipality) => {
    const audiences = audiencesOf(viewer, anybodyIn(municipality));
    return (Object.keys(listing) as GrantedRole[])
      .filter((role) => listing[role].some((audience) => audiences.includes(audience)))
      .map((role) => `${role}:${municipality}`);
  });
}

/** Whether the viewer may say who has this duty in a unit. */
export function mayAppoint(
  viewer: Viewer,
  duty: UnitDuty,
  unit: { readonly id: UnitId; readonly municipality: MunicipalityCode },
): boolean {
  const { id, municipality } = unit;
  const audiences = audiencesOf(viewer, anybodyIn(municipality, id));
  return appointing[duty].some((audience) => audiences.includes(audience));
}
