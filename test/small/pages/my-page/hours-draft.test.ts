import { expect, test } from '@jest/globals';
import {
  firstWindow,
  isWhole,
  nextWindow,
  onWorkdays,
} from '../../../../src/pages/my-page/hours-draft.js';

test('another time is offered on the next day, with the same hours, until the week ends', () => {
  expect(nextWindow([])).toEqual(firstWindow);
  expect(nextWindow([{ weekday: 2, from: '09:00', to: '15:00' }])).toEqual({
    weekday: 3,
    from: '09:00',
    to: '15:00',
  });
  expect(nextWindow([{ ...firstWindow, weekday: 7 }]).weekday).toBe(7);
  expect(onWorkdays([{ ...firstWindow, weekday: 6 }]).map(({ weekday }) => weekday)).toEqual([
    1, 2, 3, 4, 5,
  ]);
});

test('a time begins and ends later; midnight ends the day', () => {
  const from = (from: string, to: string) => isWhole({ weekday: 1, from, to });
  expect(from('08:00', '16:30')).toBe(true);
  expect(from('08:00', '00:00')).toBe(true);
  for (const [start, end] of [
    ['', '16:30'],
    ['08:00', ''],
    ['08:00', '08:00'],
    ['16:30', '08:00'],
  ] as const)
    expect(from(start, end)).toBe(false);
});
