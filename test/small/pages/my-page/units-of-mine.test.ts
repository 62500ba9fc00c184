import { expect, test } from '@jest/globals';
import type { Finding } from '../../../../src/pages/my-page/facts.js';
import type { UnitFacts } from '../../../../src/pages/my-page/unit-facts.js';
import type { Member } from '../../../../src/pages/my-page/unit-people.js';
import { unitsOfMine } from '../../../../src/pages/my-page/units-of-mine.js';

const unit = (id: string, name: string) => ({ id, name }) as UnitFacts;
const member = (displayName: string, of: UnitFacts | null) =>
  ({ id: displayName, displayName, unit: of }) as Member;
const kansliet = unit('k', 'Kansliet');
const arkivet = unit('a', 'Arkivet');
const elsewhere = unit('e', 'Hemtjänst');
const finding = (about: Partial<Finding>) =>
  ({ rule: 'NO_NUMBER', person: null, unit: null, ...about }) as Finding;
const about = (displayName: string, of: UnitFacts, type: 'Person' | 'SharedLine' = 'Person') =>
  finding({ person: { type, id: displayName, displayName, unit: { id: of.id } } });

test('units and people are in Swedish order, with whoever has no unit last', () => {
  const people = [
    member('Östen', kansliet),
    member('Åke', kansliet),
    member('Zara', null),
    member('Bo', elsewhere),
  ];
  const units = unitsOfMine([kansliet, arkivet], people, []);
  expect(units.map(({ name, kept }) => [name, kept])).toEqual([
    ['Arkivet', true],
    ['Hemtjänst', false],
    ['Kansliet', true],
    [null, false],
  ]);
  expect(units[2]?.people.map(({ displayName }) => displayName)).toEqual(['Åke', 'Östen']);
});

test('findings stand in the unit that they are about; what an operator also sees of others stands nowhere', () => {
  const findings = [
    finding({ unit: kansliet }),
    about('Åke', kansliet),
    about('Reception', kansliet, 'SharedLine'),
    about('Reception', kansliet, 'SharedLine'),
    about('Somebody', elsewhere),
    about('Alarm', elsewhere, 'SharedLine'),
    finding({ unit: elsewhere }),
  ];
  const [only, ...more] = unitsOfMine([kansliet], [member('Åke', kansliet)], findings);
  expect(more).toEqual([]);
  expect(only?.findings).toHaveLength(4);
  expect(only?.lines.map(({ displayName }) => displayName)).toEqual(['Reception']);
});
