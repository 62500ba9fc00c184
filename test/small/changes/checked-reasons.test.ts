import { expect, test } from '@jest/globals';
import { checkedReasons } from '../../../src/changes/checked-reasons.js';
import type { AbsenceReason } from '../../../src/kernel/absence-words.js';
import { standardReasons, type ReasonSetting } from '../../../src/staff/absence-reasons.js';

const changed = (reason: AbsenceReason, different: Partial<ReasonSetting>): ReasonSetting => {
  const [found] = standardReasons.filter((one) => one.reason === reason);
  if (found === undefined) throw new Error(`There is no ${reason}.`);
  return { ...found, ...different };
};

/** "done", or the code with the path below "reasons". */
function came(...changes: readonly ReasonSetting[]): string {
  const outcome = checkedReasons(changes, standardReasons);
  if (outcome.ok) return 'done';
  const [{ code, field }] = outcome.errors;
  return `${code} ${field?.slice(2).join('.')}`;
}

test('what is changed is in the list afterwards, and the rest is as it was', () => {
  const outcome = checkedReasons(
    [changed('BREAK', { labelSv: ' Fika ', letterCode: 'fik', digit: null })],
    standardReasons,
  );
  const fika = changed('BREAK', { labelSv: 'Fika', letterCode: 'FIK' });
  const expected = standardReasons.map((one) => (one.reason === 'BREAK' ? fika : one));
  expect(outcome).toEqual({ ok: true, value: expected });
});

test.each([
  ['a label that tells', 'INVALID 0.labelSv', changed('LEAVE', { labelSv: 'Föräldraledig' })],
  ['an English label that tells', 'INVALID 0.labelEn', changed('LEAVE', { labelEn: 'Sick leave' })],
  ['a code that tells', 'INVALID 0.letterCode', changed('LEAVE', { letterCode: 'vab' })],
  ['no label', 'INVALID 0.labelSv', changed('LUNCH', { labelSv: ' ' })],
  ['no English label', 'INVALID 0.labelEn', changed('LUNCH', { labelEn: '' })],
  ['a long label', 'TOO_LONG 0.labelSv', changed('LUNCH', { labelSv: 'å'.repeat(41) })],
  ['two digits', 'INVALID 0.digit', changed('BREAK', { digit: '12' })],
  ['a letter for a digit', 'INVALID 0.digit', changed('BREAK', { digit: 'a' })],
  ['an empty digit', 'INVALID 0.digit', changed('BREAK', { digit: '' })],
  ['four letters', 'INVALID 0.letterCode', changed('BREAK', { letterCode: 'RAST' })],
  ['a foreign letter', 'INVALID 0.letterCode', changed('BREAK', { letterCode: 'ÆTA' })],
  ['the digit of another', 'INVALID 0.digit', changed('BREAK', { digit: '3' })],
  ['the code of another', 'INVALID 0.letterCode', changed('BREAK', { letterCode: 'möt' })],
  ['no OTHER', 'INVALID 0.inUse', changed('OTHER', { inUse: false })],
])('%s is refused with its path', (_, refusal, change) => {
  expect(came(change)).toBe(refusal);
});

test('a reason that stands twice is refused at the second', () => {
  expect(came(changed('LUNCH', {}), changed('LUNCH', {}))).toBe('INVALID 1.reason');
});

test('a digit goes over from one reason to another in one change, and from one that is no longer in use', () => {
  const meeting = changed('MEETING', { digit: null });
  expect(came(changed('BREAK', { digit: '3' }), meeting)).toBe('done');
  expect(came(changed('BREAK', { digit: '3' }), changed('MEETING', { inUse: false }))).toBe('done');
  expect(came(changed('BREAK', { digit: '3', inUse: false }))).toBe('done');
});

test('a label of exactly forty characters is a label', () => {
  expect(came(changed('LUNCH', { labelSv: 'å'.repeat(40) }))).toBe('done');
});
