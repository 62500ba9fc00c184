import { describe, expect, test } from '@jest/globals';
import { asTyped, typedMoment } from '../../../../src/pages/console/typed-moment.js';

/** 12.20 in Sweden, on a Monday in winter. */
const now = new Date('2026-11-30T11:20:00Z');
const at = (typed: string, base = now) => {
  const moment = typedMoment(typed, base, now);
  return moment && `${moment.at.toISOString().slice(0, 16)} ${moment.precision}`;
};

describe('what an operator types as a time', () => {
  test.each([
    ['1330', '2026-11-30T12:30 EXACT'],
    ['i dag 15', '2026-11-30T14:00 EXACT'],
    ['imorgon 8.30', '2026-12-01T07:30 EXACT'],
    ['I morgon kl 8', '2026-12-01T07:00 EXACT'],
    ['tomorrow', '2026-12-01T07:00 DAY'],
    ['3/12', '2026-12-03T07:00 DAY'],
    ['3/12 1015', '2026-12-03T09:15 EXACT'],
    ['2/1 8', '2027-01-02T07:00 EXACT'],
    ['2027-06-24 12', '2027-06-24T10:00 EXACT'],
    ['tors', '2026-12-03T07:00 DAY'],
    ['fri 9', '2026-12-04T08:00 EXACT'],
    ['lör', '2026-12-05T07:00 DAY'],
    // It is Monday: Monday is the next one.
    ['mån 8', '2026-12-07T07:00 EXACT'],
  ])('%s is %s', (typed, moment) => {
    expect(at(typed)).toBe(moment);
  });

  test.each([
    '',
    'x',
    '31/2',
    '3/13',
    '3/12 25',
    'i',
    'to morrow',
    '3/12 8 9',
    '2460',
    'tors tors',
  ])('"%s" is none', (typed) => {
    expect(at(typed)).toBe(null);
  });

  test('without a day is on the day when the absence begins', () => {
    expect(at('17', new Date('2026-12-03T07:00:00Z'))).toBe('2026-12-03T16:00 EXACT');
  });

  test('can be typed again as it is written', () => {
    for (const typed of ['3/12 10.15', '2/1 8.00', '3/12']) {
      const moment = typedMoment(typed, now, now);
      expect(moment && asTyped(moment.at, moment.precision)).toBe(typed);
    }
  });
});
