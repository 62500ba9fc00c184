import type { Mutant } from './mutants.js';

const never = '(false as boolean)';
const request = ['test/small/changes'];
const keys = ['test/api/keys'];
const browsers = ['test/api/browser-token'];
const programs = ['test/medium/keys/two-programs'];
const settings = ['test/api/settings.test'];
const count = ['test/api/settings-count'];

/** The guards of systems' keys, and of what a municipality sets for itself. */
export const keysMutants: readonly Mutant[] = [
  {
    file: 'src/changes/key-request.ts',
    guard: 'if (municipality === null && terms.ofOneMunicipality)',
    without: `if (municipality === null && terms.ofOneMunicipality && ${never})`,
    tests: request,
  },
  {
    file: 'src/changes/key-request.ts',
    guard: '!terms.scopes.includes(scope)',
    without: never,
    tests: request,
  },
  {
    file: 'src/changes/key-request.ts',
    guard: 'if (containsNationalId(label))',
    without: `if (${never})`,
    tests: request,
  },
  {
    file: 'src/changes/key-request.ts',
    guard: 'if (expiresAt.getTime() > now.getTime() + maxKeyDays * dayMilliseconds)',
    without: `if (${never})`,
    tests: request,
  },
  {
    file: 'src/store/api-keys.store.ts',
    guard: 'if (live >= maxLive) return null;',
    without: '',
    tests: keys,
  },
  {
    file: 'src/store/api-keys.store.ts',
    guard: "await tx.query('select pg_advisory_xact_lock($1)', [makingLock]);",
    without: 'makingLock.toFixed();',
    tests: keys,
  },
  {
    file: 'src/store/api-keys.store.ts',
    guard: 'if (result.affected !== 1) return false;',
    without: '',
    tests: keys,
  },
  {
    file: 'src/view/keys.view.ts',
    guard: 'return viewer === atCommandLine || inAudience(viewer, keyReaders);',
    without:
      'return viewer === atCommandLine || inAudience(viewer, keyReaders) || viewer !== null;',
    tests: keys,
  },
  {
    file: 'src/identity/known-keys.ts',
    guard: '|| key.revokedAt !== null)',
    without: ')',
    tests: keys,
  },
  {
    file: 'src/identity/remembered.ts',
    guard: 'const rememberMilliseconds = 1_000;',
    without: 'const rememberMilliseconds = 1_800;',
    tests: programs,
  },
  {
    file: 'src/identity/key-use.ts',
    guard: 'if (this.#noted.get(keyId) === day) return;',
    without: '',
    tests: ['test/small/identity'],
  },
  // Browser tokens: of one page, for minutes, and only to read.
  {
    file: 'src/identity/browser-tokens.ts',
    guard: 'if (!isPageOrigin(origin))',
    without: `if (!isPageOrigin(origin) && ${never})`,
    tests: browsers,
  },
  {
    file: 'src/identity/browser-tokens.ts',
    guard: '!isBoundTo(claimed, bound, this.secret)',
    without: never,
    tests: browsers,
  },
  {
    file: 'src/identity/browser-tokens.ts',
    guard: ' || expired()) throw nobody();',
    without: ') throw nobody();',
    tests: browsers,
  },
  {
    file: 'src/identity/known-keys.ts',
    guard: 'key === null || key.revokedAt !== null ||',
    without: 'key === null ||',
    tests: browsers,
  },
  {
    file: 'src/identity/browser-origin.ts',
    guard: 'if (origin !== text) return false;',
    without: '',
    tests: ['test/small/identity/browser-token', ...browsers],
  },
  {
    file: 'src/identity/browser-origin.ts',
    guard: "(protocol === 'http:' && loopback.test(hostname))",
    without: "protocol === 'http:'",
    tests: ['test/small/identity/browser-token', ...browsers],
  },
  {
    file: 'src/web/viewer.guard.ts',
    guard: 'if (viewerOf(context).readsOnly === true && changes(context)) throw refusal();',
    without: 'changes(context);',
    tests: browsers,
  },
  {
    file: 'src/web/door/browser-origins.ts',
    guard: "if (browserToken.test(authorization ?? ''))",
    without: '',
    tests: browsers,
  },
  // What a municipality sets.
  {
    file: 'src/policy/settings-authority.ts',
    guard: "const writers: readonly Audience[] = ['OFFICER'];",
    without: "const writers: readonly Audience[] = ['OFFICER', 'COLLEAGUE_ELSEWHERE'];",
    tests: settings,
  },
  {
    file: 'src/view/settings.view.ts',
    guard: 'if (!maySeeSettings(viewer, code)) return null;',
    without: 'maySeeSettings(viewer, code);',
    tests: settings,
  },
  {
    file: 'src/store/settings.store.ts',
    guard: 'String(row.version) !== version',
    without: never,
    tests: settings,
  },
  {
    file: 'src/store/person-card.sql.ts',
    guard: 'coalesce(l.mobile_audience, m.mobile_visibility)',
    without: "coalesce(l.mobile_audience, 'OWN_MUNICIPALITY')",
    tests: count,
  },
  {
    file: 'src/store/municipalities.store.ts',
    guard: 'number_series = excluded.number_series`',
    without:
      'number_series = excluded.number_series, mobile_visibility = excluded.mobile_visibility`',
    tests: count,
  },
  {
    file: 'src/store/absences.store.ts',
    guard: 'make_interval(hours => 24 * s.ended_absences_after_days)\n       and',
    without: 'make_interval(hours => 24 * coalesce(s.ended_absences_after_days, 1))\n       and',
    tests: count,
  },
  {
    file: 'src/store/leavers.ts',
    guard: 'make_interval(hours => 24 * s.leavers_after_days)',
    without: 'make_interval(hours => 24 * coalesce(s.leavers_after_days, 30))',
    tests: count,
  },
  {
    file: 'src/changes/retention.ts',
    guard: 'if (value !== null && (value < least || value > most))',
    without: `if (value !== null && (value < least || value > most) && ${never})`,
    tests: request,
  },
  {
    file: 'src/changes/decision.ts',
    guard: 'if (decidedOn > dateInSweden(now))',
    without: `if (decidedOn > dateInSweden(now) && ${never})`,
    tests: request,
  },
];
