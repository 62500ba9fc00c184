import { expect, test } from '@jest/globals';
import { oldestOf } from '../../../src/view/sources.view.js';

const early = new Date('2026-11-24T08:00:00Z');
const late = new Date('2026-11-24T09:00:00Z');

test.each([
  { name: 'the oldest of several', instants: [late, early, late], oldest: early },
  { name: 'nothing, when one is not known', instants: [late, null], oldest: null },
  { name: 'nothing, of none', instants: [], oldest: null },
])('the instant since which everything is known is $name', ({ instants, oldest }) => {
  expect(oldestOf(instants)).toBe(oldest);
});
