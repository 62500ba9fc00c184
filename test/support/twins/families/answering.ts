import { askRoot } from '../selections.js';
import type { Family, Operation } from '../family.js';
import { others, rut } from '../hidden-person.js';
import { everybody } from './everybody.js';

const ask = (name: string, input: string): readonly Operation[] =>
  askRoot(name, `(input: { ${input} })`, 1).map((query) => ({ query }));
const all = (...people: string[]) => `[${people.map((id) => `"${id}"`).join(', ')}]`;
const observedAt = 'observedAt: "2026-11-24T08:00:00Z"';

/** Who answers for whom: groups with the person in them, stand-ins, what the voicemail says, whose telephone it is. */
export const changesOfAnswering: Family = {
  name: 'changes of who answers for whom',
  // Employees and auditors change their own only, and keys that read change nothing.
  blindTo: everybody.filter((one) => !['operator', 'technician', 'manager'].includes(one)),
  operations: ({ unit, rut: { id, version }, ids }) => {
    const { kim, ida, line, bo, maud } = ids;
    const inUnit = `unitId: "${unit}"`;
    return [
      ...[all(kim, id), all(ida, kim), all(id), all(line, ida), '[]'].flatMap((memberIds) => [
        ...ask('setAnswerGroup', `${inUnit}, memberIds: ${memberIds}, expectedVersion: "1"`),
        ...ask('setAnswerGroup', `${inUnit}, memberIds: ${memberIds}`),
      ]),
      ...[`entryId: "${id}"`, `entryId: "${kim}"`, `number: "${rut.direct}"`, ''].flatMap(
        (contact) => ask('setFaultContact', `${inUnit}, ${contact}`),
      ),
      ...[
        `unitId: "${unit}"`,
        `entryId: "${kim}"`,
        `entryId: "${line}"`,
        `entryId: "${id}"`,
      ].flatMap((holder) =>
        ['1', '2', '3', version].flatMap((known) =>
          ask(
            'setSubjectWords',
            `holder: { ${holder} }, subjects: [{ word: "Avlopp", synonyms: ["brunn"] }], expectedVersion: "${known}"`,
          ),
        ),
      ),
      ...['1', '2', '3'].flatMap((known) => [
        ...[all(id), all(bo, id), all(ida), '[]'].flatMap((standInIds) =>
          ask(
            'setStandIns',
            `person: { email: "${others.kim}" }, standInIds: ${standInIds}, expectedVersion: "${known}"`,
          ),
        ),
        ...[`"${id}"`, `"${maud}"`, 'null'].flatMap((responsible) =>
          ask(
            'setSharedLine',
            `id: "${line}", responsibleId: ${responsible}, expectedVersion: "${known}"`,
          ),
        ),
        ...ask(
          'setGreeting',
          `person: { email: "${others.kim}" }, number: "${rut.mobile}", kind: PERSONAL, namesAlternative: true, expectedVersion: "${known}"`,
        ),
      ]),
      ...[`id: "${id}"`, `email: "${rut.email}"`].flatMap((person) => [
        ...ask(
          'setStandIns',
          `person: { ${person} }, standInIds: ${all(kim)}, expectedVersion: "${version}"`,
        ),
        ...ask(
          'setGreeting',
          `person: { ${person} }, number: "${rut.mobile}", kind: STANDARD, namesAlternative: false, expectedVersion: "${version}"`,
        ),
        ...ask(
          'setBestReached',
          `person: { ${person} }, windows: [], expectedVersion: "${version}"`,
        ),
      ]),
    ];
  },
};

/** Absences of the person's whole unit: how many they are is the viewer's to know only as far as they are seen. */
export const absencesOfTheUnit: Family = {
  name: 'absences of the whole unit',
  // For those who lead or answer for the unit, and operators.
  blindTo: everybody.filter((one) => !['operator', 'operatorByGrant', 'manager'].includes(one)),
  operations: ({ unit, rut: { id }, ids }) =>
    [
      `referral: { entryId: "${id}" }`,
      `referral: { entryId: "${ids.bo}" }`,
      `referral: { answerGroupOf: "${unit}" }`,
      'referral: { switchboard: true }',
      '',
    ].flatMap((referral, day) =>
      ask(
        'setUnitAbsence',
        `unitId: "${unit}", reason: MEETING, startsAt: "2027-01-0${day + 1}T08:00:00Z", endsAt: "2027-01-0${day + 1}T10:00:00Z", ${referral}`,
      ),
    ),
};

/** What the telephone system tells of the person's telephones, and of forwardings to them. */
export const telephoneReports: Family = {
  name: 'forwardings and dialled codes of the telephones of the person',
  blindTo: everybody.filter((one) => one !== 'phoneSystem'),
  operations: () =>
    [`number: "${rut.direct}"`, `extension: "${rut.extension}"`, 'number: "+46582007742"'].flatMap(
      (telephone, i) => [
        ...[`number: "${rut.mobile}"`, `extension: "${rut.extension}"`, 'voicemail: true'].flatMap(
          (target, j) =>
            ask(
              'reportForwardings',
              `dialPlan: "sydnarke.test", layer: PBX, forwardings: [{ ${telephone}, condition: NOT_REACHABLE, active: true, target: { ${target} }, ${observedAt}, reportSeq: "${10 * i + j + 1}" }]`,
            ),
        ),
        ...[
          '*23*3*1330#',
          '#23#',
          `*67*${rut.extension}#`,
          `*230*${rut.extension}*3*1330#`,
        ].flatMap((dialled) =>
          ask('applyDialString', `dialPlan: "sydnarke.test", ${telephone}, dialled: "${dialled}"`),
        ),
      ],
    ),
};
