import { expect, test } from '@jest/globals';
import type { Person } from '../../../src/staff/person.js';
import { personOrNull } from '../../../src/view/person-view.js';
import { seePerson } from '../../../src/view/see-person.js';
import { inMinutes, now, person, viewer } from '../../support/people.js';

const boss = person('boss');
const led = person('led', { managerId: boss.id });

function managerOf(one: Person, visible: readonly Person[], managersRead = true) {
  const others = new Map(visible.map((other) => [other.id, other]));
  const entry = seePerson(one, {
    viewer: viewer('OPERATOR'),
    now,
    others,
    managersRead,
    internalSeries: [],
  });
  return entry.manager()?.displayName ?? null;
}

test('a manager is whom the directory names, if the viewer can see her', () => {
  expect(managerOf(led, [led, boss])).toBe('boss');
  expect(managerOf(led, [led])).toBeNull();
  expect(managerOf(boss, [led, boss])).toBeNull();
});

test('nobody is led by herself, by who has left or by a telephone; who has left is led by nobody', () => {
  const own = person('own', { managerId: led.id, id: led.id });
  expect(managerOf(own, [own])).toBeNull();
  const leftAt = inMinutes(-60);
  expect(managerOf(led, [{ ...boss, leftAt }])).toBeNull();
  expect(managerOf(led, [{ ...boss, kind: 'SHARED_PHONE' }])).toBeNull();
  expect(managerOf({ ...led, leftAt }, [boss])).toBeNull();
});

test('a question for which no managers were read is a fault, never "there is none"', () => {
  expect(() => managerOf(led, [led, boss], false)).toThrow('not read');
});

test('a shared telephone is led like anybody, and is no person', () => {
  const line = person('line', { kind: 'SHARED_PHONE', managerId: boss.id });
  expect(managerOf(line, [boss])).toBe('boss');
  const sight = {
    viewer: viewer('OPERATOR'),
    now,
    others: new Map(),
    managersRead: true,
    internalSeries: [],
  };
  expect(personOrNull(seePerson(line, sight))).toBeNull();
  expect(personOrNull(seePerson(boss, sight))).not.toBeNull();
  expect(personOrNull(null)).toBeNull();
});
