import { beforeEach, describe, expect, test } from '@jest/globals';
import { AbsenceTerms } from '../../../src/changes/absence-terms.js';
import { refusalOfCase } from '../../../src/changes/case-reference.js';
import { ClearForwarding } from '../../../src/changes/clear-forwarding.js';
import { EndAbsence } from '../../../src/changes/end-absence.js';
import { SetAbsence, tooMany, type AbsenceRequest } from '../../../src/changes/set-absence.js';
import { ForwardingTargets } from '../../../src/changes/forwarding-target.js';
import { SetForwarding, type ForwardingRequest } from '../../../src/changes/set-forwarding.js';
import type { AbsenceId, PersonId } from '../../../src/kernel/ids.js';
import type { Viewer } from '../../../src/kernel/viewer.js';
import type { Person } from '../../../src/staff/person.js';
import type { RuleText } from '../../../src/staff/recurrence-rule.js';
import { standardReasons } from '../../../src/staff/absence-reasons.js';
import type { AbsenceReasonsStore } from '../../../src/store/absence-reasons.store.js';
import type { AbsencesStore } from '../../../src/store/absences.store.js';
import type { ForwardingsStore } from '../../../src/store/forwardings.store.js';
import type { MunicipalitiesStore } from '../../../src/store/municipalities.store.js';
import type { SettingsStore } from '../../../src/store/settings.store.js';
import {
  absence,
  forwarding,
  hallsberg,
  inMinutes,
  now,
  person,
  viewer,
} from '../../support/people.js';
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
} from '../../support/shelf.js';

// Refusals that hang on nothing but what was read. What the stores themselves refuse is in test/api.

const operator = viewer('OPERATOR');
const officer = viewer('OFFICER', { municipality: hallsberg.code });

beforeEach(() => {
  shelf.kept = [];
});

describe('an absence', () => {
  const store = { add: keep, replace: keep } as unknown as AbsencesStore;
  const reasons = {
    of: async () => standardReasons.map((one) => ({ ...one, inUse: one.reason !== 'BREAK' })),
  } as unknown as AbsenceReasonsStore;
  const terms = new AbsenceTerms(subjects, peopleStore, reasons);
  const to = (personId: PersonId) => ({ kind: 'PERSON', personId }) as const;
  const change = new SetAbsence(subjects, terms, store, stopped);
  const set = (different: Partial<AbsenceRequest> = {}) => {
    const request: AbsenceRequest = {
      person: ref('anna'),
      id: null,
      reason: 'MEETING',
      startsAt: null,
      endsAt: inMinutes(30),
      openEnded: false,
      recurrence: null,
      endsAtPrecision: 'EXACT',
      phoneRings: null,
      note: null,
      referral: null,
      expectedVersion: null,
      ...different,
    };
    return came(change.carryOut(operator, request));
  };

  test('is of somebody who works here', async () => {
    shelf.people = [anna, left];
    expect(await set()).toBe('done');
    shelf.kept = [];
    expect(await set({ person: ref('left') })).toBe('NOT_ALLOWED person');
    expect(await set({ person: ref('nobody') })).toBe('NOT_FOUND person');
  });

  test('has a stand-in who works here and is another', async () => {
    shelf.people = [anna, bo, left, person('hidden', { protectionLevel: 'PROTECTED' })];
    expect(await set({ referral: to(bo.id) })).toBe('done');
    shelf.kept = [];
    expect(await set({ referral: to(left.id) })).toBe('NOT_FOUND referral');
    expect(await set({ referral: to('hidden' as never) })).toBe('NOT_FOUND referral');
    expect(await set({ referral: to(anna.id) })).toBe('LOOP referral');
  });

  test('has a reason that the municipality has in use, or the one that it had', async () => {
    shelf.people = [{ ...anna, absences: [absence({ reason: 'BREAK' })] }];
    expect(await set({ reason: 'BREAK' })).toBe('NOT_ALLOWED reason');
    expect(await set({ id: absence().id, reason: 'BREAK' })).toBe('done');
  });

  test('has no note that tells of health, family or union', async () => {
    shelf.people = [anna];
    expect(await set({ note: 'hemma för VAB' })).toBe('INVALID note');
    expect(await set({ note: 'hemma för hantverkare' })).toBe('done');
  });

  test('is one of a hundred at the most, and not told as new from a version', async () => {
    const absences = Array.from({ length: 100 }, (_, i) => absence({ id: `${i}` as AbsenceId }));
    shelf.people = [{ ...anna, absences }];
    expect(await set()).toBe('LIMIT ');
    expect(await set({ id: '5' as AbsenceId, reason: 'LUNCH' })).toBe('done');
    shelf.kept = [];
    expect(await set({ id: '5' as AbsenceId, expectedVersion: '7' })).toBe(
      'CONFLICT expectedVersion',
    );
    expect(await set({ id: 'gone' as AbsenceId })).toBe('NOT_FOUND id');
  });

  test('repeats like twenty others at the most, and a calendar has a limit of its own', () => {
    const weekly = { rule: 'FREQ=WEEKLY' as RuleText, exceptHolidays: false };
    const recurrence = { ...weekly, endsAt: null, endedEarly: [] };
    const series = Array.from({ length: 20 }, () => absence({ recurrence }));
    const refused = expect.objectContaining({ ok: false });
    expect(tooMany(series, { recurrence: weekly })).toEqual(refused);
    expect(tooMany(series, { recurrence: null })).toBeNull();
    expect(tooMany(series.slice(1), { recurrence: weekly })).toBeNull();
    const brought = Array.from({ length: 100 }, () => absence({ recurrence, source: 'CALENDAR' }));
    expect(tooMany(brought, { recurrence: weekly })).toBeNull();
  });

  test('lies ahead, begins a day ago at the most, and ends after it begins', async () => {
    shelf.people = [anna];
    expect(await set({ endsAt: inMinutes(0) })).toBe('INVALID endsAt');
    expect(await set({ startsAt: inMinutes(-60), endsAt: inMinutes(0) })).toBe('IN_PAST endsAt');
    expect(await set({ startsAt: inMinutes(-1_441) })).toBe('IN_PAST startsAt');
    expect(await set({ startsAt: inMinutes(-1_440) })).toBe('done');
  });

  test('ends when it could, and its note with it', async () => {
    const running = absence({ note: 'ring Bo' });
    const coming = absence({ id: 'coming' as AbsenceId, startsAt: inMinutes(10) });
    shelf.people = [{ ...anna, absences: [running, coming] }];
    const owner = { ownerUndisclosed: async () => anna.id };
    const absences = { ...owner, replace: keep, remove: keep } as unknown as AbsencesStore;
    const end = (id: string, at: Date | null) => {
      const request = {
        id: id as AbsenceId,
        at,
        scope: 'OCCURRENCE',
        expectedVersion: null,
      } as const;
      return came(new EndAbsence(subjects, absences, stopped).carryOut(operator, request));
    };
    expect(await end(running.id, inMinutes(61))).toBe('INVALID at');
    expect(await end(running.id, inMinutes(-61))).toBe('IN_PAST at');
    expect(await end('other', null)).toBe('NOT_FOUND id');
    expect(await end(running.id, null)).toBe('done');
    expect(shelf.kept).toEqual([
      [expect.objectContaining({ note: null, endsAt: now }), expect.anything(), now],
    ]);
  });
});

describe('a forwarding', () => {
  const store = { set: async (...what: unknown[]) => (await keep(what), 'f') };
  const forwardings = store as unknown as ForwardingsStore;
  const settings = { all: async () => [] } as unknown as SettingsStore;
  const places = { all: () => [hallsberg] } as unknown as MunicipalitiesStore;
  const targets = new ForwardingTargets(subjects, peopleStore, places, settings, stopped);
  const change = new SetForwarding(subjects, targets, forwardings, stopped);
  const set = (different: Partial<ForwardingRequest> = {}) => {
    const request: ForwardingRequest = {
      person: ref('anna'),
      condition: 'UNCONDITIONAL',
      origin: 'ANY',
      layer: 'DIRECTORY',
      noAnswerSeconds: null,
      target: { kind: 'PERSON', personId: bo.id },
      validUntil: null,
      expectedVersion: null,
      ...different,
    };
    return came(change.carryOut(operator, request));
  };

  test('leads to somebody who works here and may be told', async () => {
    shelf.people = [anna, bo, left, person('hidden', { protectionLevel: 'PROTECTED' })];
    expect(await set()).toBe('done');
    shelf.kept = [];
    for (const personId of ['left', 'hidden', 'nobody'] as Person['id'][])
      expect(await set({ target: { kind: 'PERSON', personId } })).toBe('NOT_FOUND target');
    expect(await set({ target: { kind: 'PERSON', personId: anna.id } })).toBe('LOOP target');
  });

  test('lies ahead, and is changed from the version that was read', async () => {
    shelf.people = [{ ...anna, forwardings: [forwarding()] }, bo];
    expect(await set({ validUntil: now })).toBe('IN_PAST validUntil');
    expect(await set({ expectedVersion: '2' })).toBe('CONFLICT expectedVersion');
    expect(await set({ expectedVersion: '1' })).toBe('done');
  });
});

test('a forwarding is stopped by those who may set it', async () => {
  shelf.people = [{ ...anna, forwardings: [forwarding()] }];
  const owner = { ownerUndisclosed: async () => anna.id };
  const store = { ...owner, remove: keep } as unknown as ForwardingsStore;
  const change = new ClearForwarding(subjects, store, stopped);
  const clear = (by: Viewer, expectedVersion: string | null = null) =>
    came(change.carryOut(by, { id: forwarding().id, expectedVersion }));
  expect(await clear(officer)).toBe('NOT_ALLOWED id');
  expect(await clear(operator, '2')).toBe('CONFLICT expectedVersion');
  expect(await clear(operator)).toBe('done');
});

test('a case is a short reference that names nobody', () => {
  const code = (reference: string) => {
    const refusal = refusalOfCase(reference);
    return refusal?.ok === false ? refusal.errors[0].code : null;
  };
  expect(code('KS 2026-117')).toBeNull();
  expect(['  ', 'x'.repeat(101), 'rör 19121212-1212'].map(code)).toEqual([
    'INVALID',
    'INVALID',
    'INVALID',
  ]);
});
