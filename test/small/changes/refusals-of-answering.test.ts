import { beforeEach, expect, test } from '@jest/globals';
import { AbsenceTerms } from '../../../src/changes/absence-terms.js';
import { KeptUnits } from '../../../src/changes/kept-units.js';
import { SetAnswerGroup } from '../../../src/changes/set-answer-group.js';
import { SetFaultContact } from '../../../src/changes/set-fault-contact.js';
import { SetSharedLine } from '../../../src/changes/set-shared-line.js';
import { SetStandIns } from '../../../src/changes/set-stand-ins.js';
import { SetUnitAbsence, type UnitAbsenceRequest } from '../../../src/changes/set-unit-absence.js';
import type { PersonId } from '../../../src/kernel/ids.js';
import { standardReasons } from '../../../src/staff/absence-reasons.js';
import type { AbsenceReasonsStore } from '../../../src/store/absence-reasons.store.js';
import type { AbsencesStore } from '../../../src/store/absences.store.js';
import type { PersonAnsweringStore } from '../../../src/store/person-answering.store.js';
import type { UnitAnsweringStore } from '../../../src/store/unit-answering.store.js';
import { inMinutes, laxa, person, viewer } from '../../support/people.js';
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

// Who cannot answer for others, whoever sees that one: a leaver is seen by operators and technicians, and
// a PROTECTED person by whom an officer has named. Here everybody is seen.

const operator = viewer('OPERATOR');
const technician = viewer('TECHNICIAN');
const hidden = person('hidden', { protectionLevel: 'PROTECTED' });
const elsewhere = person('elsewhere', { municipality: laxa });
const units = new KeptUnits(peopleStore);

beforeEach(() => {
  shelf.people = [anna, bo, left, hidden, elsewhere];
  shelf.kept = [];
});

/** What is kept of the unit, as far as the changes read it. */
function unitStore(kept: object): UnitAnsweringStore {
  const sets = { setAnswerGroup: keep, setFaultContact: keep };
  return { ...sets, of: async () => [kept] } as unknown as UnitAnsweringStore;
}

test('P9: an answer group takes in nobody who has left or is PROTECTED, and lets who is there stay', async () => {
  const set = (id: PersonId, answerGroup: readonly PersonId[] = []) => {
    const change = new SetAnswerGroup(units, subjects, unitStore({ answerGroup }), stopped);
    const request = { unitId: unit.id, expectedVersion: null, memberIds: [id] };
    return came(change.carryOut(technician, request));
  };
  for (const { id } of [left, hidden]) expect(await set(id)).toBe('NOT_FOUND memberIds');
  expect(await set(hidden.id, [hidden.id])).toBe('done');
});

test('P7: telephones that fail are told to nobody who has left or is PROTECTED, unless that one is named already', async () => {
  const set = (entryId: PersonId, named: PersonId | null = null) => {
    const store = unitStore({ faultContact: { entryId: named } });
    const change = new SetFaultContact(units, subjects, store, stopped);
    const contact = { entryId, number: null, instruction: null };
    return came(
      change.carryOut(technician, { unitId: unit.id, expectedVersion: null, ...contact }),
    );
  };
  for (const { id } of [left, hidden]) expect(await set(id)).toBe('NOT_FOUND entryId');
  expect(await set(hidden.id, hidden.id)).toBe('done');
});

test('P6: nobody who has left or is PROTECTED becomes a stand-in, and who is one stays', async () => {
  const store = { setStandIns: keep } as unknown as PersonAnsweringStore;
  const change = new SetStandIns(subjects, store, stopped);
  const set = (id: PersonId) => {
    const request = { person: ref('anna'), standInIds: [id], expectedVersion: '1' };
    return came(change.carryOut(operator, request));
  };
  for (const { id } of [left, hidden]) expect(await set(id)).toBe('NOT_FOUND standInIds');
  shelf.people = [{ ...anna, standIns: [hidden.id] }, hidden];
  expect(await set(hidden.id)).toBe('done');
});

test('P16: who is responsible works in the municipality of the telephone, and is not PROTECTED, unless it is so already', async () => {
  const store = { setResponsible: keep } as unknown as PersonAnsweringStore;
  const change = new SetSharedLine(subjects, store, stopped);
  const set = (responsibleId: PersonId | null, id = 'line') => {
    const request = { id: id as PersonId, responsibleId, expectedVersion: '1' };
    return came(change.carryOut(technician, request));
  };
  const line = person('line', { kind: 'SHARED_PHONE' });
  shelf.people = [...shelf.people, line];
  expect(await set(null, 'anna')).toBe('INVALID id');
  for (const { id } of [left, hidden]) expect(await set(id)).toBe('NOT_FOUND responsibleId');
  expect(await set(elsewhere.id)).toBe('INVALID responsibleId');
  shelf.people = [{ ...line, responsibleId: hidden.id }, hidden];
  expect(await set(hidden.id)).toBe('done');
});

test('P17: an absence of a unit is for those whom it may be set for one by one, whoever is read with them', async () => {
  const reasons = { of: async () => standardReasons } as unknown as AbsenceReasonsStore;
  const terms = new AbsenceTerms(subjects, peopleStore, reasons);
  const store = { addAll: keep } as unknown as AbsencesStore;
  const request: UnitAbsenceRequest = {
    unitId: unit.id,
    reason: 'MEETING',
    startsAt: null,
    endsAt: inMinutes(30),
    openEnded: false,
    recurrence: null,
    endsAtPrecision: 'EXACT',
    phoneRings: null,
    note: null,
    referral: null,
  };
  const change = new SetUnitAbsence(subjects, peopleStore, terms, store, stopped);
  expect(await change.carryOut(operator, request, null)).toMatchObject({
    value: { personIds: 'anna bo elsewhere' },
  });
});
