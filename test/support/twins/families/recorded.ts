import { askRoot, everythingOf } from '../selections.js';
import type { Family, Operation } from '../family.js';
import { rut } from '../hidden-person.js';
import { everybody } from './everybody.js';

function asked(name: string, args: readonly string[], depth = 1): readonly Operation[] {
  return args.flatMap((one) => askRoot(name, one, depth)).map((query) => ({ query }));
}

/** Numbers for a purpose (RESTRICTED people's): of a PROTECTED one as of nobody. */
export const revealedNumbers: Family = {
  name: 'revealNumbers',
  // They may not ask.
  blindTo: ['intranetHallsberg', 'intranetLaxa', 'phoneSystem', 'integration', 'integrationScoped'],
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
  // For the others there are none, and they may not grant any.
  blindTo: everybody.filter((one) => !['technician', 'auditor', 'officerLaxa'].includes(one)),
  operations: ({ rut: { id } }) => [
    ...asked('grants', [''], 2),
    ...asked(
      'grantRole',
      ['OPERATOR', 'TECHNICIAN', 'AUDITOR'].map(
        (role) => `(input: { person: { id: "${id}" }, role: ${role} })`,
      ),
    ),
    ...asked('revokeGrant', [`(input: { person: { email: "${rut.email}" }, role: OPERATOR })`]),
    ...asked('grants', [''], 2),
  ],
};

/** Who did and who read what: the person is behind some of it. In this order, since reading it is recorded too. */
export const auditTrail: Family = {
  name: 'auditLog and accessLog',
  // There is no record for the others.
  blindTo: everybody.filter((one) => one !== 'auditorLaxa'),
  // What was recorded about somebody hidden is recorded: the own municipality's auditors see that there
  // is an entry, by whom and when, though not about whom, and the seals cover it.
  notAskedBy: ['auditor'],
  operations: ({ rut: { id }, absences }) => [
    ...asked('accessLog', [`(personId: "${id}")`], 3),
    // A cursor holds the entry's number among those of all municipalities, encrypted under a nonce that is fresh outside this proof.
    ...[
      'first: 5',
      'first: 100',
      `objectId: "${id}"`,
      `objectId: "${absences.ofRut[0]}"`,
      `objectId: "${id}", caseReference: "KS 2026-118"`,
      'caseReference: "KS 2026-118"',
      'first: 100',
    ].map((args) => ({
      query: `{ auditLog(${args}) { edges { node { ${everythingOf('AuditEntry', 1)} } } pageInfo { hasNextPage } } }`,
    })),
    ...asked('contactRequests', [''], 2),
  ],
};

/** What municipalities decide for themselves, and keys: nothing there is about anybody. */
export const settingsAndKeys: Family = {
  name: 'settings and keys',
  // An OPEN person makes no difference here either.
  blindTo: everybody,
  operations: () => [...asked('municipalities', [''], 2), ...asked('apiKeys', [''], 2)],
};
