import { expect, test } from '@jest/globals';
import type { JudgedQuery } from './judged.js';
import { reportOf, type Success } from './report.js';

const query: JudgedQuery = {
  kind: 'name',
  typed: 'anna lind',
  askedFrom: null,
  expected: ['right', 'as right'],
  within: 1,
  half: 'tune',
};
const kept: JudgedQuery = { ...query, half: 'kept' };
const title: JudgedQuery = { ...query, kind: 'title', within: 3 };

const line = ({ kind, half, queries, at1, at3, asAsked }: Success) =>
  `${kind} ${half}: ${at1}, ${at3} and ${asAsked} of ${queries}`;

test('an answer is right at 1 and at 3 when any expected entry stands there, and is counted by kind and half', () => {
  const report = reportOf([
    { query, keys: ['right', 'wrong'] },
    { query, keys: ['wrong', 'wrong', 'as right'] },
    { query: kept, keys: ['wrong', 'as right'] },
    { query: kept, keys: ['wrong', 'wrong', 'wrong', 'right'] },
    { query: kept, keys: [] },
    { query: title, keys: ['wrong', 'wrong', 'right'] },
  ]);
  expect(report.map(line)).toEqual([
    'name tune: 1, 2 and 1 of 2',
    'name kept: 0, 1 and 0 of 3',
    'name both: 1, 3 and 1 of 5',
    'title tune: 0, 1 and 1 of 1',
    'title both: 0, 1 and 1 of 1',
    'all tune: 1, 3 and 2 of 3',
    'all kept: 0, 1 and 0 of 3',
    'all both: 1, 4 and 2 of 6',
  ]);
});

test('nothing answered is nothing reported', () => {
  expect(reportOf([])).toEqual([]);
});
