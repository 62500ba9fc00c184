import { expect, test } from '@jest/globals';
import { checkedRetention } from '../../../src/changes/retention.js';
import type { Retention } from '../../../src/staff/settings.js';

// Already the 25th in Sweden.
const now = new Date('2026-11-24T23:30:00Z');
const retention: Retention = {
  reference: 'KS 2026/117',
  decidedOn: '2026-11-25',
  leaversAfterDays: 365,
  endedAbsencesAfterDays: null,
  auditMonths: null,
};

function answer(change: Partial<Retention>): string {
  const outcome = checkedRetention({ ...retention, ...change }, now);
  return outcome.ok ? 'KEPT' : (outcome.errors[0].field ?? []).join('.');
}

test('a decision of today is one, with its reference cleaned', () => {
  expect(checkedRetention({ ...retention, reference: ' KS\t2026/117 ' }, now)).toEqual({
    ok: true,
    value: retention,
  });
});

test.each<[string, Partial<Retention>]>([
  ['input.retention.decisionReference', { reference: ' ' }],
  ['input.retention.decisionReference', { reference: 'x'.repeat(101) }],
  ['input.retention.decisionReference', { reference: 'KS 19121212-1212' }],
  ['input.retention.decidedOn', { decidedOn: '2026-11-26' }],
  ['input.retention', { leaversAfterDays: null }],
  ['input.retention.leaversAfterDays', { leaversAfterDays: 29 }],
  ['input.retention.leaversAfterDays', { leaversAfterDays: 3_651 }],
  ['input.retention.endedAbsencesAfterDays', { endedAbsencesAfterDays: 0 }],
  ['input.retention.auditMonths', { auditMonths: 11 }],
  ['KEPT', { leaversAfterDays: 30, endedAbsencesAfterDays: 1, auditMonths: 12 }],
])('%s: %j', (field, change) => {
  expect(answer(change)).toBe(field);
});
