import type { Family, Operation } from '../family.js';
import { others, rut } from '../hidden-person.js';

const payload = 'person { id version displayName } userErrors { code message field }';

function change(name: string, input: unknown, more = ''): Operation {
  const type =
    name === 'confirmProtection'
      ? 'SetProtectionInput'
      : `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
  return {
    query: `mutation ($input: ${type}!) { ${name}(input: $input) { ${more} ${payload} } }`,
    variables: { input },
  };
}

const absence = 'absence { id reason version referral { kind entry { displayName } } }';
const forwarding =
  'forwarding { id version condition target { kind number entry { displayName } } }';
const absent = (person: unknown, more = {}) =>
  change('setAbsence', { person, reason: 'MEETING', ...more }, absence);
const forward = (person: unknown, target: unknown, more = {}) =>
  change('setForwarding', { person, condition: 'UNCONDITIONAL', target, ...more }, forwarding);
const number = (person: unknown, more: object) => change('setNumbers', { person, ...more });

/** Whose own entry the officer of another municipality may not even know of. */
const cannotChange = [
  'officerLaxa',
  'auditorLaxa',
  'intranetHallsberg',
  'intranetLaxa',
  'phoneSystem',
  'integration',
  'integrationScoped',
];

/** Changes that name the person as the one whom they are about. */
export const changesOfThePerson: Family = {
  name: 'changes about the person',
  // It may only report lines; keys that only read are refused before anything is looked up.
  blindTo: ['intranetHallsberg', 'intranetLaxa', 'phoneSystem', 'integration', 'integrationScoped'],
  operations: ({ rut: { id, version }, absences, forwardings }) => [
    ...[
      { id },
      { email: rut.email },
      { employee: { municipalityCode: '1861', employeeId: rut.employeeId } },
    ].flatMap((person) => [
      absent(person),
      absent(person, { id: absences.ofRut[0] }),
      absent(person, { expectedVersion: '7' }),
      forward(person, { voicemail: true }),
      forward(person, { number: rut.mobile }),
      forward(person, { voicemail: true }, { expectedVersion: '7' }),
      number(person, { direct: '+46582009943', expectedVersion: '1' }),
      number(person, { mobile: null, expectedVersion: version }),
    ]),
    ...absences.ofRut.map((one) => change('endAbsence', { id: one }, absence)),
    ...forwardings.ofRut.map((one) => change('clearForwarding', { id: one }, forwarding)),
    ...['OPEN', 'RESTRICTED', 'PROTECTED'].map((level) =>
      change('setProtection', {
        personId: id,
        level,
        caseReference: 'KS 2026-119',
        expectedVersion: version,
      }),
    ),
    change('confirmProtection', {
      personId: id,
      level: 'OPEN',
      caseReference: 'KS 2026-119',
      expectedVersion: version,
    }),
  ],
};

/** Changes of others that lead to the person, that replace what leads to the person, or that would close a ring through the person. */
export const changesTowardsThePerson: Family = {
  name: 'changes of others that lead to the person',
  // They change nobody's absence or forwarding; the employees only their own, and none of these is.
  blindTo: [...cannotChange, 'employeeHallsberg', 'employeeLaxa', 'auditor', 'manager'],
  operations: ({ rut: { id }, ids, absences, forwardings }) => [
    ...[others.kim, others.erik, others.arvid].flatMap((email, i) => [
      absent({ email }, { referral: { entryId: id }, startsAt: `2026-12-0${i + 1}T08:00:00Z` }),
      absent({ email }, { referral: { entryId: ids.bo }, startsAt: `2026-12-1${i + 1}T08:00:00Z` }),
      forward({ email }, { entryId: id }, { condition: 'DO_NOT_DISTURB' }),
      forward({ email }, { number: rut.direct }, { condition: 'DO_NOT_DISTURB' }),
      forward({ email }, { number: rut.mobile }, { condition: 'NOT_REACHABLE' }),
      forward({ email }, { extension: rut.extension }, { condition: 'NOT_REACHABLE' }),
    ]),
    // Rings through the person: Ida's calls go to the person, whose calls go to Bo.
    forward({ email: others.bo }, { entryId: ids.ida }),
    forward({ email: others.bo }, { entryId: id }, { layer: 'PBX' }),
    // What leads to the person stands in a slot of its own, with a version and an id.
    forward({ email: others.ida }, { voicemail: true }, { expectedVersion: '1' }),
    ...forwardings.toRut.map((one) =>
      change('clearForwarding', { id: one, expectedVersion: '9' }, forwarding),
    ),
    ...forwardings.toRut
      .slice(0, 1)
      .map((one) => change('clearForwarding', { id: one }, forwarding)),
    forward({ email: others.ida }, { switchboard: true }),
    forward({ email: others.bo }, { voicemail: true }, { condition: 'NO_ANSWER' }),
    forward({ email: others.line }, { voicemail: true }, { condition: 'BUSY' }),
    absent({ id: ids.sten }, { referral: { entryId: id }, startsAt: '2026-12-20T08:00:00Z' }),
    forward({ id: ids.sten }, { entryId: id }),
    absent({ email: others.jakob }, { id: absences.coveredByRut[0], expectedVersion: '1' }),
    ...absences.coveredByRut.map((one) => change('endAbsence', { id: one }, absence)),
  ],
};

/** Numbers of the person given to somebody else: that they are taken is nobody's to know. */
export const takenNumbers: Family = {
  name: 'numbers of the person for somebody else',
  // They set no numbers.
  blindTo: [
    ...cannotChange,
    'operator',
    'employeeHallsberg',
    'employeeLaxa',
    'subordinate',
    'auditor',
    'manager',
  ],
  operations: () => [
    ...['1', '2', '3'].map((expectedVersion) =>
      number({ email: others.jakob }, { direct: rut.direct, expectedVersion }),
    ),
    number({ email: others.jakob }, { extension: rut.extension, expectedVersion: '4' }),
    {
      query: `{ lookupNumber(number: "${rut.direct}") { label entry { displayName numbers { e164 extension } } } }`,
    },
  ],
};

/** Line states of the person's numbers, and presence of whoever has them. */
export const lineReports: Family = {
  name: 'line reports of the numbers of the person',
  // Only the telephone system reports lines; what it reported is read below, by all.
  blindTo: [],
  operations: ({ rut: { id } }) => [
    ...[rut.direct, rut.mobile, '+46582007742', '+46582000099'].map((line, i) => ({
      query: `mutation ($input: ReportLinesInput!) { reportLines(input: $input) { accepted acceptedCount userErrors { code message field } } }`,
      variables: {
        input: {
          dialPlan: 'sydnarke.test',
          lines: [
            {
              number: line,
              status: 'ON_HOLD',
              observedAt: '2026-11-24T08:00:00Z',
              reportSeq: String(10 + i),
              ttlSeconds: 86_400,
            },
          ],
        },
      },
    })),
    ...[{ number: rut.direct }, { extension: rut.extension }, { personId: id }].map((named, i) => ({
      query: `mutation ($input: ReportPresencesInput!) { reportPresences(input: $input) { accepted acceptedCount userErrors { code message field } } }`,
      variables: {
        input: {
          dialPlan: 'sydnarke.test',
          reports: [
            {
              ...named,
              sessionId: 'desk',
              availability: 'DO_NOT_DISTURB',
              observedAt: '2026-11-24T08:00:00Z',
              reportSeq: String(10 + i),
              ttlSeconds: 14_400,
            },
          ],
        },
      },
    })),
    {
      query: `query ($id: ID!) { person(ref: { id: $id }) { displayName presence { availability lines { kind status } } } }`,
      variables: { id },
    },
  ],
};
