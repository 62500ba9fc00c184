import { describe, expect, test } from '@jest/globals';
import { keyKinds, keyState } from '../../../../src/pages/operations/key-kinds.js';
import { changesOf } from '../../../../src/pages/operations/plan-changes.js';
import { failingSince, sourceHealth } from '../../../../src/pages/operations/source-health.js';
import { ago } from '../../../../src/pages/operations/spoken-time.js';
import { keyTerms } from '../../../../src/policy/key-terms.js';

const run = (startedAt: string, status: string, source = 'a', kind = 'COMPLETE') => ({
  startedAt,
  status,
  source,
  kind,
});

describe('a source', () => {
  test('has been failing since the first of the failures that nothing good came after', () => {
    const runs = [run('5', 'RUNNING'), run('4', 'FAILED'), run('3', 'ABORTED')];
    expect(failingSince([...runs, run('2', 'SUCCEEDED'), run('1', 'FAILED')], 'a')).toBe('3');
    expect(failingSince(runs, 'a')).toBe('3');
    expect(failingSince([run('9', 'SUCCEEDED'), ...runs], 'a')).toBeNull();
    expect(failingSince(runs, 'b')).toBeNull();
    expect(failingSince([run('9', 'SUCCEEDED', 'b'), ...runs], 'a')).toBe('3');
    expect(failingSince([run('9', 'SUCCEEDED', 'a', 'DELTA'), ...runs], 'a')).toBe('3');
  });

  test('is old before it is failing, and never good while it fails', () => {
    const bad = [run('3', 'FAILED')];
    const health = (freshness: string, runs = bad) => sourceHealth({ name: 'a', freshness }, runs);
    expect(health('STALE')).toEqual({ kind: 'OLD', failingSince: '3' });
    expect(health('LIVE')).toEqual({ kind: 'FAILING', failingSince: '3' });
    expect(health('LIVE', [])).toEqual({ kind: 'GOOD' });
    expect(health('UNKNOWN', [])).toEqual({ kind: 'NEVER' });
  });
});

test('how long ago something was is said in the largest words that are still true', () => {
  const at = (seconds: number) => new Date(1e12 - seconds * 1000).toISOString();
  const said = (seconds: number) => ago(at(seconds), 1e12, 'sv');
  expect([said(-30), said(5), said(300), said(7_200), said(3 * 86_400)]).toEqual([
    'nyss',
    'nyss',
    'för 5 minuter sedan',
    'för 2 timmar sedan',
    'för 3 dagar sedan',
  ]);
  expect(ago(at(3_600), 1e12, 'en')).toBe('60 minutes ago');
});

test('a plan tells what it would do, and nothing of what it would not', () => {
  const plan = { missing: 12, disabled: 0, created: 1, lostFields: 0, relinked: 0, rejected: 0 };
  expect(changesOf(plan)).toEqual([
    ['missing', 12],
    ['created', 1],
  ]);
});

test('a key works until it has expired or is revoked, and says so a month before', () => {
  const day = 86_400_000;
  const at = (days: number, revokedAt: string | null = null) =>
    keyState({ expiresAt: new Date(days * day).toISOString(), revokedAt }, 0);
  expect([at(31), at(29), at(0), at(31, '1970-01-01T00:00:00Z')]).toEqual([
    'WORKS',
    'ENDS_SOON',
    'EXPIRED',
    'REVOKED',
  ]);
});

test('the kinds of keys that the page offers are those that the API has', () => {
  const offered = keyKinds.map(({ kind, ...terms }) => [kind, terms] as const);
  expect(Object.fromEntries(offered)).toEqual(keyTerms);
});
