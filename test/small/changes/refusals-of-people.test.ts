import { beforeEach, expect, test } from '@jest/globals';
import { ChangeGrant } from '../../../src/changes/change-grant.js';
import { NameViewers } from '../../../src/changes/name-viewers.js';
import { SetUnitDuties } from '../../../src/changes/set-unit-duties.js';
import type { Person } from '../../../src/staff/person.js';
import type { GrantsStore } from '../../../src/store/grants.store.js';
import type { NamedViewersStore } from '../../../src/store/named-viewers.store.js';
import type { UnitDutiesStore } from '../../../src/store/unit-duties.store.js';
import { hallsberg, laxa, person, viewer } from '../../support/people.js';
import {
  anna,
  bo,
  came,
  keep,
  left,
  peopleStore,
  ref,
  shelf,
  stopped,
  subjects,
  unit,
} from '../../support/shelf.js';

// Refusals that hang on nothing but what was read. What the stores themselves refuse is in test/api.

const operator = viewer('OPERATOR');
const technician = viewer('TECHNICIAN');
const officer = viewer('OFFICER', { municipality: hallsberg.code });

beforeEach(() => {
  shelf.kept = [];
});

test('who may see a PROTECTED person by name is somebody who works here, in person', async () => {
  const hidden = person('hidden', { protectionLevel: 'PROTECTED' });
  const kinds = ['FUNCTION', 'SHARED_PHONE'] as const;
  const wrong = [
    left,
    person('card', { aliasCard: true }),
    person('elsewhere', { municipality: laxa }),
    ...kinds.map((kind) => person(kind, { kind })),
  ];
  shelf.people = [hidden, bo, anna, ...wrong];
  const store = { add: async () => (await keep(), 'NAMED') } as unknown as NamedViewersStore;
  const name = (personId: string, viewerId: string) => {
    const request = { personId, viewerId, caseReference: 'KS 2026-1' } as never;
    return came(new NameViewers(subjects, store, stopped).name(officer, request));
  };
  for (const { id } of [...wrong, hidden])
    expect(await name('hidden', id)).toBe('NOT_FOUND viewerId');
  expect(await name('anna', 'bo')).toBe('NOT_ALLOWED personId');
  expect(await name('hidden', 'bo')).toBe('done');
});

test('a role is for a person who works here', async () => {
  const task = person('task', { kind: 'FUNCTION' });
  shelf.people = [anna, left, task, person('line', { kind: 'SHARED_PHONE' })];
  const store = { grant: keep, revoke: keep } as unknown as GrantsStore;
  const change = new ChangeGrant(subjects, store, stopped);
  const grant = (id: string, by = technician, what: 'GRANT' | 'REVOKE' = 'GRANT') =>
    came(change.carryOut(by, what, { person: ref(id), role: 'OPERATOR' }));
  expect(await grant('left')).toBe('NOT_ALLOWED person');
  expect(await grant('task')).toBe('INVALID person');
  expect(await grant('line')).toBe('NOT_FOUND person');
  expect(await grant('anna', { ...technician, personId: anna.id })).toBe('NOT_ALLOWED person');
  expect(await grant('anna', operator)).toBe('NOT_ALLOWED role');
  expect(await grant('anna')).toBe('done');
  expect(await grant('task', technician, 'REVOKE')).toBe('done');
});

test('a duty is for twenty people at the most who work in the municipality', async () => {
  const many = Array.from({ length: 21 }, (_, i) => person(`p${i}`));
  const line = person('line', { kind: 'SHARED_PHONE' });
  shelf.people = [...many, left, line, person('elsewhere', { municipality: laxa })];
  const store = { replace: keep } as unknown as UnitDutiesStore;
  const change = new SetUnitDuties(subjects, peopleStore, store, stopped);
  const set = (
    ids: readonly string[],
    by = technician,
    managers: readonly string[] | null = null,
  ) => {
    const phoneResponsibleIds = ids as readonly Person['id'][];
    const managerIds = managers as readonly Person['id'][] | null;
    const request = { unitId: unit.id, managerIds, phoneResponsibleIds, expectedVersion: null };
    return came(change.carryOut(by, request));
  };
  expect(await set(many.map(({ id }) => id))).toBe('LIMIT phoneResponsibleIds');
  expect(
    await set(
      [],
      technician,
      many.map(({ id }) => id),
    ),
  ).toBe('LIMIT managerIds');
  expect(await set(['left'])).toBe('NOT_FOUND phoneResponsibleIds');
  expect(await set(['line'])).toBe('NOT_FOUND phoneResponsibleIds');
  expect(await set(['elsewhere'])).toBe('INVALID phoneResponsibleIds');
  expect(await set(['p1'], operator)).toBe('NOT_ALLOWED unitId');
  expect(await set([], operator, ['p1'])).toBe('NOT_ALLOWED managerIds');
  expect(await set(['p1'])).toBe('done');
});
