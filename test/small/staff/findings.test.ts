import { expect, test } from '@jest/globals';
import { findingActors, findingRules } from '../../../src/kernel/finding-words.js';
import type { PersonId } from '../../../src/kernel/ids.js';
import type { Person } from '../../../src/staff/person.js';
import {
  actsFirst,
  findingsOfPerson,
  findingsOfUnit,
  type PersonFacts,
  type UnitFacts,
} from '../../../src/staff/findings.js';
import { absence, direct, inMinutes, mobile, now, person, unit } from '../../support/people.js';

const day = 24 * 60;
const personal = { kind: 'PERSONAL', namesAlternative: true, confirmedAt: now } as const;
const bo = 'bo' as PersonId;
const ida = 'ida' as PersonId;
const greeted = { ...mobile, greeting: personal };
const nobody = () => false;
const window = { weekday: 1, from: '09:00', to: '10:00' };

/** The rules that fire of somebody who is in order but for what is different; Bo and Ida work here. */
function rulesOf(different: Partial<Person>, facts: Partial<PersonFacts> = {}) {
  return findingsOfPerson(
    {
      person: person('anna', { numbers: [direct, greeted], ...different }),
      worksHere: (id) => id === bo || id === ida,
      cover: null,
      leadsTo: () => [],
      directoryReadAt: inMinutes(-60),
      ...facts,
    },
    now,
  ).map(({ rule }) => rule);
}

function rulesOfUnit(different: Partial<UnitFacts>) {
  const facts = {
    unit: unit('Bygg', { answerGroup: [bo] }),
    people: [bo, ida],
    phoneResponsibles: [ida],
    worksHere: (id: PersonId) => id === bo || id === ida,
  };
  return findingsOfUnit({ ...facts, ...different }, now).map(({ rule }) => rule);
}

test('who does what the policy asks for has no finding', () => {
  expect(rulesOf({})).toEqual([]);
  expect(rulesOfUnit({})).toEqual([]);
});

test('P10, P11: absent without cover is an absence in force that is covered by nothing', () => {
  const covered = (cover: PersonFacts['cover']) => rulesOf({ absences: [absence()] }, { cover });
  expect(covered('NONE')).toEqual(['ABSENT_WITHOUT_COVER']);
  for (const cover of [null, 'REFERRAL', 'FORWARDING', 'RINGING', 'VOICEMAIL'] as const)
    expect(covered(cover)).toEqual([]);
});

test('P11, P17: a return is overdue when an absence has had no end for a fortnight', () => {
  const open = (minutes: number, endsAt: Date | null = null) =>
    rulesOf({ absences: [absence({ startsAt: inMinutes(minutes), endsAt })] });
  expect(open(-14 * day)).toEqual(['OVERDUE_RETURN']);
  expect(open(-14 * day + 1)).toEqual([]);
  expect(open(-30 * day, inMinutes(1))).toEqual([]);
});

test('P4, P11: calls that come back to where they began are a loop, also a long one', () => {
  const leads = (to: Record<string, readonly PersonId[]>) => (id: PersonId) => to[id] ?? [];
  const anna = 'anna' as PersonId;
  expect(rulesOf({}, { leadsTo: leads({ anna: [bo], bo: [anna] }) })).toEqual(['FORWARDING_LOOP']);
  expect(rulesOf({}, { leadsTo: leads({ anna: [anna] }) })).toEqual(['FORWARDING_LOOP']);
  expect(rulesOf({}, { leadsTo: leads({ anna: [bo], bo: [ida], ida: [bo] }) })).toEqual([
    'FORWARDING_LOOP',
  ]);
  expect(rulesOf({}, { leadsTo: leads({ anna: [bo], bo: [ida] }) })).toEqual([]);
});

test('P4, P11: calls from inside that go one way, and from outside the other, are no loop', () => {
  const anna = 'anna' as PersonId;
  const leadsTo: PersonFacts['leadsTo'] = (id, origin) =>
    origin === 'INTERNAL' ? (id === anna ? [bo] : []) : id === bo ? [anna] : [];
  expect(rulesOf({}, { leadsTo })).toEqual([]);
});

test('P5, P11: somebody without any number', () => {
  expect(rulesOf({ numbers: [] })).toEqual(['NO_NUMBER']);
});

test('P5, P7, P11: a number is stale when its directory has not been read to its end for a week', () => {
  const read = (directoryReadAt: Date | null) => rulesOf({}, { directoryReadAt });
  expect([read(inMinutes(-7 * day)), read(inMinutes(-7 * day - 1)), read(null)]).toEqual([
    [],
    ['STALE_NUMBER'],
    ['STALE_NUMBER'],
  ]);
  const added = { ...direct, source: 'LOCAL' } as const;
  expect(rulesOf({ numbers: [added] }, { directoryReadAt: null })).toEqual([]);
});

test('P11, P16: a shared telephone needs somebody responsible who works here, by name or as its supervisor', () => {
  const shared = (different: Partial<Person>) => rulesOf({ kind: 'SHARED_PHONE', ...different });
  expect(shared({})).toEqual(['SHARED_LINE_WITHOUT_RESPONSIBLE']);
  expect(shared({ managerId: bo })).toEqual([]);
  expect(shared({ responsibleId: ida })).toEqual([]);
  expect(shared({ responsibleId: 'gone' as PersonId, managerId: bo })).toEqual([]);
  expect(shared({ managerId: 'gone' as PersonId })).toEqual(['SHARED_LINE_WITHOUT_RESPONSIBLE']);
  expect(rulesOf({ managerId: null })).toEqual([]);
});

test('P11, P19: a mobile whose voicemail has no personal greeting, or of which nobody has told', () => {
  const greeting = (kind: 'PERSONAL' | 'STANDARD' | 'OFF') =>
    rulesOf({ numbers: [{ ...mobile, greeting: { ...personal, kind } }] });
  expect([greeting('PERSONAL'), greeting('STANDARD'), greeting('OFF')]).toEqual([
    [],
    ['MOBILE_WITHOUT_GREETING'],
    ['MOBILE_WITHOUT_GREETING'],
  ]);
  expect(rulesOf({ numbers: [mobile] })).toEqual(['MOBILE_WITHOUT_GREETING']);
  expect(rulesOf({ numbers: [direct] })).toEqual([]);
});

test('P8, P11: best-reached times need the decision of a department', () => {
  const times = (showsBestReached: boolean) =>
    rulesOf({ bestReached: [window], unit: unit('Bygg', { showsBestReached }) });
  expect([times(true), times(false)]).toEqual([[], ['BEST_REACHED_WITHOUT_DECISION']]);
  expect(rulesOf({ bestReached: [window] })).toEqual(['BEST_REACHED_WITHOUT_DECISION']);
});

test('P9, P11: a workplace of more than one needs somebody who answers for the others and works here', () => {
  const bare = unit('Bygg');
  expect(rulesOfUnit({ unit: bare })).toEqual(['NO_ANSWER_GROUP']);
  expect(rulesOfUnit({ worksHere: nobody })).toEqual(['NO_ANSWER_GROUP']);
  expect(rulesOfUnit({ unit: bare, people: [bo] })).toEqual([]);
  const below = unit('Bygglov', { parent: unit('Bygg', { answerGroup: [bo] }) });
  expect(rulesOfUnit({ unit: below })).toEqual(['NO_ANSWER_GROUP']);
});

test('P11, P12: a workplace needs a telefonansvarig; a unit in which nobody works needs nothing', () => {
  expect(rulesOfUnit({ phoneResponsibles: [] })).toEqual(['NO_PHONE_RESPONSIBLE']);
  expect(rulesOfUnit({ phoneResponsibles: [], unit: unit('Tom'), people: [] })).toEqual([]);
});

test('who has left, and an alias card, have no finding at all', () => {
  const everything: Partial<Person> = {
    kind: 'SHARED_PHONE',
    numbers: [mobile],
    absences: [absence({ startsAt: inMinutes(-20 * day), endsAt: null })],
    bestReached: [window],
  };
  expect(rulesOf(everything, { directoryReadAt: null })).toHaveLength(5);
  expect(rulesOf({ ...everything, leftAt: now })).toEqual([]);
  expect(rulesOf({ ...everything, aliasCard: true })).toEqual([]);
});

test('P11: each finding has somebody who acts first, and names whom or what it is about', () => {
  expect(
    findingRules.map((rule) => actsFirst[rule]).every((one) => findingActors.includes(one)),
  ).toBe(true);
  const [finding] = findingsOfUnit(
    { unit: unit('Bygg'), people: [bo, ida], phoneResponsibles: [ida], worksHere: nobody },
    now,
  );
  expect(finding).toEqual({ rule: 'NO_ANSWER_GROUP', personId: null, unitId: 'Bygg' });
});
