import { expect, test } from '@jest/globals';
import { auditArguments, verdictLine } from '../../../src/cli/audit-arguments.js';

test('a month is dropped by its name, and nothing else is understood as one', () => {
  expect(auditArguments(['verify'])).toEqual({ kind: 'VERIFY' });
  expect(auditArguments(['drop', '2026-01'])).toEqual({ kind: 'DROP', month: '2026-01' });
  const wrong = ['', 'drop', 'drop 2026-13', 'drop 2026-1', 'drop 2026-01 x', 'verify 2026-01'];
  for (const words of wrong) expect(auditArguments(words.split(' '))).toBeNull();
});

test('a verdict names the last seal, and the first fault', () => {
  const verdict = { municipality: '1861', rows: 3, last: { number: 2, hash: 'ab' } };
  expect(verdictLine({ ...verdict, broken: null })).toBe(
    '1861: as it was sealed, 3 rows, last seal 2 ab\n',
  );
  const broken = { why: 'ROW_MISSING', at: 'seal 3' } as const;
  expect(verdictLine({ ...verdict, broken })).toBe(
    '1861: BROKEN at seal 3: a row is missing; before it last seal 2 ab\n',
  );
});
