import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { standardDialCodes } from '../../../src/kernel/dial-codes.js';
import { maxDialled, parseDialString, type DialledAction } from '../../../src/staff/dial-string.js';
import { dayOfReturn, timeOfReturn } from '../../../src/staff/dialled-return.js';
import { growth } from '../../support/growth.js';

const read = (dialled: string) => parseDialString(dialled, standardDialCodes);
const at = { digit: 5, until: 7 };

describe('P15, P17: what is dialled on a telephone', () => {
  test.each<[string, DialledAction]>([
    ['*23*3*1330#', { kind: 'ABSENCE', extension: null, digit: '3', until: '1330', at }],
    ['*23*6*1230#', { kind: 'ABSENCE', extension: null, digit: '6', until: '1230', at }],
    [
      '*23*9#',
      { kind: 'ABSENCE', extension: null, digit: '9', until: null, at: { ...at, until: 6 } },
    ],
    ['#23#', { kind: 'END_ABSENCE', extension: null }],
    [
      '*230*3153*3*1330#',
      {
        kind: 'ABSENCE',
        extension: '3153' as never,
        digit: '3',
        until: '1330',
        at: { digit: 11, until: 13 },
      },
    ],
    ['#230*3153#', { kind: 'END_ABSENCE', extension: '3153' as never }],
    [
      '*21*0582001271#',
      { kind: 'FORWARD', condition: 'UNCONDITIONAL', number: '0582001271', seconds: null, at: 5 },
    ],
    ['**67*3153#', { kind: 'FORWARD', condition: 'BUSY', number: '3153', seconds: null, at: 6 }],
    [
      '*61*3153*15#',
      { kind: 'FORWARD', condition: 'NO_ANSWER', number: '3153', seconds: 15, at: 5 },
    ],
    [
      '**61*3153*11*25#',
      { kind: 'FORWARD', condition: 'NO_ANSWER', number: '3153', seconds: 25, at: 6 },
    ],
    [
      '**61*3153**25#',
      { kind: 'FORWARD', condition: 'NO_ANSWER', number: '3153', seconds: 25, at: 6 },
    ],
    [
      '*62*3153#',
      { kind: 'FORWARD', condition: 'NOT_REACHABLE', number: '3153', seconds: null, at: 5 },
    ],
    ['*21#', { kind: 'SWITCH_ON', condition: 'UNCONDITIONAL' }],
    ['*211#', { kind: 'SWITCH_ON', condition: 'NO_ANSWER' }],
    ['*212#', { kind: 'SWITCH_ON', condition: 'BUSY' }],
    ['#21#', { kind: 'SWITCH_OFF', condition: 'UNCONDITIONAL' }],
    ['#67#', { kind: 'SWITCH_OFF', condition: 'BUSY' }],
    ['#61#', { kind: 'SWITCH_OFF', condition: 'NO_ANSWER' }],
    ['#62#', { kind: 'SWITCH_OFF', condition: 'NOT_REACHABLE' }],
    ['#002#', { kind: 'ALL_OFF' }],
  ])('%s is understood', (dialled, action) => {
    expect(read(dialled)).toEqual({ ok: true, action });
  });

  test.each<[string, number]>([
    ['', 1],
    ['23', 1],
    ['*', 2],
    ['*23', 4],
    ['*23*', 5],
    ['*23*3*13', 9],
    ['*23#', 4],
    ['*23*#', 5],
    ['*23*33#', 5],
    ['*23*3*133#', 7],
    ['*23*3*13300#', 7],
    ['*23*3*1330*5#', 12],
    ['*23*3*1330#7', 12],
    ['*230#', 5],
    ['*230*1*3#', 6],
    ['#230#', 5],
    ['#230*3153*1#', 11],
    ['#23*1#', 5],
    ['*99#', 2],
    ['#99#', 2],
    ['##21#', 3],
    ['*#21#', 3],
    ['*002#', 2],
    ['*21*#', 5],
    ['*21*3153*15#', 10],
    ['*61*3153*115#', 10],
    ['*61*3153*a#', 10],
    ['*61*3153*111*15#', 10],
    ['*61*3153*11*15*9#', 16],
    ['*21*+46582001271#', 5],
    ['*23*3*1330# ', 12],
    [`*21*${'1'.repeat(80)}#`, maxDialled + 2],
  ])('%s breaks off at character %d', (dialled, character) => {
    expect(read(dialled)).toEqual({ ok: false, at: character });
  });

  test('is read or breaks off within what was dialled, whatever it is', () => {
    const keys = fc.string({
      unit: fc.constantFrom(...Array.from('*#0123456789'), '23', '*21*', '#', '*61*'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), keys), (dialled) => {
        const answer = read(dialled);
        if (answer.ok) return;
        expect(answer.at).toBeGreaterThanOrEqual(1);
        expect(answer.at).toBeLessThanOrEqual(Math.min(dialled.length, maxDialled + 1) + 1);
      }),
      { numRuns: 5_000 },
    );
  });

  test('takes no longer for more than a keypad understands', () => {
    const of = (times: number) =>
      ['*', '#', '*23*', '1', '**61*'].map((part) => part.repeat(times));
    const readAll = (texts: string[]) => texts.forEach((dialled) => read(dialled));
    expect(growth(readAll, of(1_000), of(100_000))).toBeLessThan(10);
  });

  test('means what the table of the dial plan says', () => {
    const other = { ...standardDialCodes, absence: ['10'], absenceOfOther: ['11'] };
    expect(parseDialString('*10*3#', other)).toMatchObject({
      ok: true,
      action: { kind: 'ABSENCE' },
    });
    expect(parseDialString('*23*3#', other)).toEqual({ ok: false, at: 2 });
  });
});

describe('P17: a return that is dialled', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  const iso = (value: Date | string) => (value instanceof Date ? value.toISOString() : value);

  test.each([
    ['1330', '2026-11-24T12:30:00.000Z'],
    ['2359', '2026-11-24T22:59:00.000Z'],
    ['1000', 'IN_PAST'],
    ['0959', 'IN_PAST'],
    ['2460', 'INVALID'],
    ['2400', 'INVALID'],
    ['1360', 'INVALID'],
    ['133', 'INVALID'],
    ['13:3', 'INVALID'],
  ])('as a time: %s is %s', (digits, wanted) => {
    expect(iso(timeOfReturn(digits, now))).toBe(wanted);
  });

  test.each([
    ['1230', 'MMDD', '2026-12-29T23:00:00.000Z'],
    ['3012', 'DDMM', '2026-12-29T23:00:00.000Z'],
    ['1123', 'MMDD', '2027-11-22T23:00:00.000Z'],
    ['0701', 'MMDD', '2027-06-30T22:00:00.000Z'],
    ['1124', 'MMDD', 'IN_PAST'],
    ['1332', 'MMDD', 'INVALID'],
    ['1332', 'DDMM', 'INVALID'],
    ['0229', 'MMDD', 'INVALID'],
    ['0000', 'MMDD', 'INVALID'],
    ['12', 'MMDD', 'INVALID'],
  ] as const)('as a day: %s in the order %s is %s', (digits, order, wanted) => {
    expect(iso(dayOfReturn(digits, order, now))).toBe(wanted);
  });

  test('in the night in which an hour comes twice is the next of the two', () => {
    const early = new Date('2026-10-24T23:30:00Z');
    expect(iso(timeOfReturn('0230', early))).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(timeOfReturn('0230', new Date('2026-10-25T00:45:00Z')))).toBe(
      '2026-10-25T01:30:00.000Z',
    );
    expect(iso(timeOfReturn('0230', new Date('2026-10-25T01:30:00Z')))).toBe('IN_PAST');
  });

  test('in the hour that a night leaves out is the same minutes after it', () => {
    const early = new Date('2026-03-28T23:30:00Z');
    expect(iso(timeOfReturn('0230', early))).toBe('2026-03-29T01:30:00.000Z');
  });

  test('is never in the past, whatever is dialled and whenever', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789')),
      minLength: 4,
      maxLength: 4,
    });
    const moments = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2030-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        digits,
        moments,
        fc.constantFrom('MMDD' as const, 'DDMM' as const),
        (four, when, order) => {
          for (const back of [timeOfReturn(four, when), dayOfReturn(four, order, when)])
            if (back instanceof Date) {
              expect(back > when).toBe(true);
              expect(back.getTime() - when.getTime()).toBeLessThan(366 * 86_400_000);
            }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
