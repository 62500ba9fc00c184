import { expect, test } from '@jest/globals';
import { absenceReasons } from '../../../src/kernel/absence-words.js';
import {
  inUseFirst,
  isDigit,
  isLetterCode,
  maxLabel,
  reasonOfDigit,
  reasonOfLetterCode,
  standardReasons,
} from '../../../src/staff/absence-reasons.js';
import { isForbiddenCode, isForbiddenLabel } from '../../../src/staff/forbidden-reasons.js';

const without = standardReasons.map((one) => ({ ...one, inUse: one.reason !== 'MEETING' }));

test('the standard list has every reason of the closed list, in its order', () => {
  expect(standardReasons.map(({ reason }) => reason)).toEqual([...absenceReasons]);
});

test('the standard list keeps the rules that a chosen one has to keep', () => {
  for (const { inUse, labelSv, labelEn, digit, letterCode } of standardReasons) {
    expect(inUse).toBe(true);
    for (const label of [labelSv, labelEn])
      expect([label, label.length <= maxLabel, isForbiddenLabel(label)]).toEqual([
        label,
        true,
        false,
      ]);
    expect(digit === null || isDigit(digit)).toBe(true);
    expect(letterCode !== null && isLetterCode(letterCode) && !isForbiddenCode(letterCode)).toBe(
      true,
    );
  }
  for (const sign of ['digit', 'letterCode'] as const) {
    const all = standardReasons.flatMap((one) => one[sign] ?? []);
    expect(new Set(all).size).toBe(all.length);
  }
});

test('a digit is the reason in use that has it, and otherwise none', () => {
  expect(reasonOfDigit(standardReasons, '3')).toBe('MEETING');
  expect(reasonOfDigit(without, '3')).toBeNull();
  for (const digit of ['', '33', '#']) expect(reasonOfDigit(standardReasons, digit)).toBeNull();
});

test('a letter code is the reason in use that has it, in any case and writing, and otherwise none', () => {
  for (const code of ['MÖT', 'möt', 'Mo\u0308t', ' möt '])
    expect(reasonOfLetterCode(standardReasons, code)).toBe('MEETING');
  expect(reasonOfLetterCode(without, 'MÖT')).toBeNull();
  for (const code of ['', 'MOT', 'XYZ', 'MÖTE'])
    expect(reasonOfLetterCode(standardReasons, code)).toBeNull();
});

test('a code for sickness, care, parenthood or union work is OTHER, also where a list has it for another', () => {
  for (const code of ['SJU', 'vab', 'FÖR', 'uni'])
    expect(reasonOfLetterCode(standardReasons, code)).toBe('OTHER');
  const older = standardReasons.map((one) => ({ ...one, letterCode: 'VAB' }));
  expect(reasonOfLetterCode(older, 'VAB')).toBe('OTHER');
});

test('a list is shown with those in use first', () => {
  const shown = inUseFirst(without).map(({ reason }) => reason);
  expect(shown.slice(0, 3)).toEqual(['LUNCH', 'BREAK', 'VISITOR']);
  expect(shown.at(-1)).toBe('MEETING');
  expect(shown).toHaveLength(absenceReasons.length);
});
