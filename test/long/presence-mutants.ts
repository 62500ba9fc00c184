import type { Mutant } from './mutants.js';

const always = '(true as boolean)';
const never = '(false as boolean)';
const presence = ['test/api/presence'];
const live = ['test/api/live-facts'];
const lines = ['test/api/lines'];

function each(file: string, guards: readonly string[], without: string, tests: readonly string[]) {
  return guards.map((guard): Mutant => ({ file: `src/${file}`, guard, without, tests }));
}

/** What is said and reported of who is there: by whom, for how long, and in which order (P22). */
export const presenceMutants: readonly Mutant[] = [
  ...each(
    'changes/set-presence.ts',
    [
      '!isSessionId(request.sessionId)',
      '!isReportSequence(request.sequence)',
      'seconds < minSessionSeconds || seconds > maxSessionSeconds',
      'viewer.personId === null',
    ],
    never,
    presence,
  ),
  ...each(
    'intake/report-presences.ts',
    ['reports.length > maxReports', 'named.length !== 1', '!isSessionId(report.sessionId)'],
    never,
    presence,
  ),
  ...each(
    'intake/refused-report.ts',
    ['ttlSeconds < 1 || ttlSeconds > maxTtlSeconds', '(sequence)'],
    `(${never})`,
    presence,
  ),
  ...each('store/presence-sessions.store.ts', ['others.length < maxSessions'], always, presence),
  {
    file: 'src/store/presence-sessions.store.ts',
    guard: 'where not (${protectedNow})\n       and',
    without: 'where',
    tests: presence,
  },
  {
    file: 'src/store/presence-sessions.store.ts',
    guard:
      'and (known.person_id is null or o.seq > known.report_seq or known.expires_at <= o.observed_at)',
    without: '',
    tests: live,
  },
  {
    file: 'src/store/presence-sessions.store.ts',
    guard: 'where excluded.report_seq > known.report_seq or known.expires_at <= $8',
    without: 'where $8::timestamptz is not null',
    tests: presence,
  },
  {
    file: 'src/store/presence-sessions.store.ts',
    guard: '<= ${maxSessions}',
    without: '<= 10000',
    tests: presence,
  },
  {
    file: 'src/store/presence-sessions.store.ts',
    guard: "where person_id = $1 and source = 'SELF' and session_id = $2",
    without: 'where person_id = $1 and session_id = $2',
    tests: presence,
  },
  {
    file: 'src/store/lines.store.ts',
    guard: '(e.full_seq is null or o.seq > e.full_seq or e.full_until <= o.observed_at)',
    without: 'true',
    tests: live,
  },
  {
    file: 'src/store/lines.store.ts',
    guard: '(e.full_seq is null or e.full_seq < r.seq or e.full_until <= r.observed_at)',
    without: 'true',
    tests: live,
  },
  {
    file: 'src/store/lines.store.ts',
    guard: 's.report_seq <= newest.full_seq',
    without: 'newest.full_seq is not null',
    tests: live,
  },
  {
    file: 'src/store/lines.store.ts',
    guard: 'and o.expires_at > $3',
    without: 'and $3::timestamptz is not null',
    tests: lines,
  },
  {
    file: 'src/view/presence-view.ts',
    guard: 'Math.min(line.expiresAt.getTime(), now.getTime() + horizonMilliseconds)',
    without: 'line.expiresAt.getTime()',
    tests: live,
  },
];
