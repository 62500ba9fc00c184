import { askRoot } from '../selections.js';
import type { Family, Operation } from '../family.js';
import { rut } from '../hidden-person.js';
import { everybody } from './everybody.js';

function asked(name: string, args: readonly string[], depth = 1): readonly Operation[] {
  return args.flatMap((one) => askRoot(name, one, depth)).map((query) => ({ query }));
}

/** Numbers for a purpose (RESTRICTED people's): of a PROTECTED one as of nobody. */
export const revealedNumbers: Family = {
  name: 'revealNumbers',
  // Nobody needs to ask for the numbers of an OPEN person, and some may not: no difference is demanded.
  blindTo: everybody,
  operations: ({ rut: { id } }) =>
    asked(
      'revealNumbers',
      ['CONNECT_CALL', 'EMERGENCY', 'OTHER'].map(
        (purpose) =>
          `(input: { personId: "${id}", purpose: ${purpose}, caseReference: "KS 2026-120" })`,
      ),
    ),
};

/** A caller's wish, passed on blindly: the answer never tells of anybody, OPEN or not. */
export const blindContactRequests: Family = {
  name: 'blindContactRequest',
  // That is what it is for.
  blindTo: everybody,
  operations: () =>
    asked(
      'blindContactRequest',
      [rut.displayName, rut.email, rut.displayName.toUpperCase(), 'Ingen Alls'].map(
        (name) =>
          `(input: { name: "${name}", municipalityCode: "1861", callerNumber: "+46701740699", message: "Ring upp" })`,
      ),
    ),
};

/** Granted roles: the person has one, and could be given another. */
export const grants: Family = {
  name: 'grants',
  // For technicians, officers and auditors, each for what they may see; waits for the root field.
  blindTo: everybody,
  operations: ({ rut: { id } }) => [
    ...asked('grants', [''], 2),
    ...asked(
      'grantRole',
      ['OPERATOR', 'TECHNICIAN', 'AUDITOR'].map(
        (role) => `(input: { person: { id: "${id}" }, role: ${role} })`,
      ),
    ),
  ],
};

/** Who did and who read what: the person is behind some of it. */
export const auditTrail: Family = {
  name: 'auditLog and accessLog',
  // For auditors and for the person; waits for the root fields.
  blindTo: everybody,
  operations: ({ rut: { id } }) => [
    ...asked('auditLog', ['(first: 1)', '(first: 5)', '(first: 100)'], 3),
    ...asked('accessLog', [`(personId: "${id}")`], 3),
    ...asked('contactRequests', [''], 2),
  ],
};
