import { expect, test } from '@jest/globals';
import type { PersonId, UnitId } from '../../../src/kernel/ids.js';
import type { E164 } from '../../../src/staff/phone-number.js';
import { unitVersion, type UnitFacts } from '../../../src/staff/unit-facts.js';

const [anna, bo] = ['anna', 'bo'] as PersonId[] as [PersonId, PersonId];
const only = (word: string) => ({ word, synonyms: [] });
const facts: UnitFacts = {
  unitId: 'unit' as UnitId,
  duties: [
    { personId: anna, duty: 'MANAGER' },
    { personId: bo, duty: 'PHONE_RESPONSIBLE' },
  ],
  answerGroup: [anna, bo],
  openingHours: [{ weekday: 1, from: '08:00', to: '16:00' }],
  faultContact: { entryId: anna, number: null, instruction: 'Ring' },
  subjects: [{ word: 'bygglov', synonyms: ['attefall'] }],
};

test.each<[string, Partial<UnitFacts>]>([
  ['who has a duty', { duties: [{ personId: anna, duty: 'MANAGER' }] }],
  ['which duty it is', { duties: facts.duties.map((one) => ({ ...one, duty: 'MANAGER' })) }],
  ['the order of the answer group', { answerGroup: [bo, anna] }],
  ['an hour', { openingHours: [{ weekday: 1, from: '08:00', to: '16:30' }] }],
  ['a day', { openingHours: [{ weekday: 2, from: '08:00', to: '16:00' }] }],
  ['whom faults are reported to', { faultContact: null }],
  [
    'the number for faults',
    { faultContact: { entryId: null, number: '+46582001234' as E164, instruction: 'Ring' } },
  ],
  ['what to do', { faultContact: { entryId: anna, number: null, instruction: null } }],
  ['a synonym', { subjects: [{ word: 'bygglov', synonyms: [] }] }],
  ['what is a synonym', { subjects: ['bygglov', 'attefall'].map(only) }],
])('the version of a unit moves with %s', (_, different) => {
  expect(unitVersion({ ...facts, ...different })).not.toBe(unitVersion(facts));
});

test('it does not move with the order in which duties are read, or from unit to unit', () => {
  const same = { ...facts, unitId: 'other' as UnitId, duties: facts.duties.toReversed() };
  expect(unitVersion(same)).toBe(unitVersion(facts));
});
