import type { Mutant } from './mutants.js';

const never = '(false as boolean)';
const forged = ['test/api/forged-tokens'];
const signIn = ['test/medium/oidc/sign-in'];
const issuerKeys = ['test/medium/oidc/keys'];
const pages = ['test/api/sign-in'];
const duties = ['test/api/unit-duties'];
const policy = ['test/small/policy'];
const grants = ['test/api/grants'];

/** The guards of signing in, of granted roles and of units' duties. */
export const identityMutants: readonly Mutant[] = [
  {
    file: 'src/identity/issued-token.ts',
    guard: 'if (!compact.test(token)) return null;',
    without: '',
    tests: forged,
  },
  {
    file: 'src/identity/issued-token.ts',
    guard: 'if (refusedHeaders.some((name) => name in header))',
    without: `if (${never})`,
    tests: forged,
  },
  {
    file: 'src/identity/issued-token.ts',
    guard: ' || others.length > 0) return null;',
    without: ') return null;',
    tests: forged,
  },
  {
    file: 'src/identity/issued-token.ts',
    guard: 'if (!looserTypes.includes(type)) return false;',
    without: '',
    tests: forged,
  },
  {
    file: 'src/identity/issued-token.ts',
    guard: "payload['azp'] !== audience && ",
    without: '',
    tests: forged,
  },
  {
    file: 'src/identity/issued-token.ts',
    guard: ' && !foreignClaims.some((name) => name in payload);',
    without: ';',
    tests: forged,
  },
  {
    file: 'src/identity/issued-token.ts',
    guard: "if (typeof payload.sub !== 'string' || payload.sub === '') return false;",
    without: '',
    tests: forged,
  },
  {
    file: 'src/identity/issued-token.ts',
    guard: "requiredClaims: ['exp', 'sub'],",
    without: '',
    tests: forged,
  },
  {
    file: 'src/identity/issued-token.ts',
    guard: "const algorithms = ['ES256', 'RS256', 'PS256'];",
    without: "const algorithms = ['ES256', 'RS256', 'PS256', 'RS384', 'PS384', 'RS512'];",
    tests: forged,
  },
  {
    file: 'src/identity/issued-token.ts',
    guard: "!(is === 'EMAIL' && payload['email_verified'] === false)",
    without: `!${never}`,
    tests: signIn,
  },
  {
    file: 'src/identity/issued-token.ts',
    guard: '/^[^\\p{Cc}]{1,254}$/u.test(value)',
    without: 'value.length > 0',
    tests: forged,
  },
  {
    file: 'src/identity/issuer-keys.ts',
    guard: 'now - this.#askedAt < cooldown',
    without: never,
    tests: issuerKeys,
  },
  {
    file: 'src/identity/issuer-keys.ts',
    guard: 'await Promise.race([this.#reading, enough]);',
    without: 'await this.#reading;',
    tests: issuerKeys,
  },
  {
    file: 'src/identity/issuer-keys.ts',
    guard: ' && now - known.at <= usable',
    without: '',
    tests: issuerKeys,
  },
  {
    file: 'src/identity/issuer-keys.ts',
    guard: ' || now - this.#askedAt > quiet',
    without: '',
    tests: issuerKeys,
  },
  {
    file: 'src/web/door/authorization.ts',
    guard: 'return others.length > 0 ? undefined : header;',
    without: 'return others.length > 9 ? undefined : header;',
    tests: forged,
  },
  {
    file: 'src/store/relations.store.ts',
    guard: ' and g.revoked_at is null\n',
    without: '\n',
    tests: grants,
  },
  {
    file: 'src/store/relations.store.ts',
    guard: "p.municipality_code = $1 and p.employment = 'ACTIVE'",
    without: 'p.municipality_code = $1',
    tests: ['test/medium/sync/leavers', 'test/api/unit-duties'],
  },
  {
    file: 'src/policy/grants.ts',
    guard: 'if (person.id === viewer.personId) return false;',
    without: '',
    tests: policy,
  },
  {
    file: 'src/policy/grants.ts',
    guard: "OPERATOR: { ...technicians, PROTECTED: ['OFFICER'] },",
    without: "OPERATOR: { ...technicians, PROTECTED: ['OFFICER', 'TECHNICIAN'] },",
    tests: policy,
  },
  {
    file: 'src/store/grants.store.ts',
    guard: '\n     and ${visiblePeople(1, 2)}',
    without: '\n     and ($1::text[] is not null and $2::uuid[] is not null)',
    tests: grants,
  },
  {
    file: 'src/store/grants.store.ts',
    guard: 'if (added.length === 0) return false;',
    without: '',
    tests: grants,
  },
  {
    file: 'src/policy/audience.ts',
    guard: 'managerId !== null && managerId === viewer.personId && managerId !== id',
    without: 'managerId !== null && managerId === viewer.personId',
    tests: policy,
  },
  {
    file: 'src/store/unit-duties.store.ts',
    guard: 'if (expectedVersion !== null && expectedVersion !== unitVersion(before)) return false;',
    without: '',
    tests: duties,
  },
  {
    file: 'src/changes/set-unit-duties.ts',
    guard: "if (managerIds !== null && !mayAppoint(viewer, 'MANAGER', place))",
    without: `if (${never})`,
    tests: duties,
  },
  {
    file: 'src/view/units.view.ts',
    guard: "if (!this.may(viewer, 'Unit.phoneResponsibles', unit)) return [];",
    without: '',
    tests: duties,
  },
  {
    file: 'src/identity/issuer-metadata.ts',
    guard: "if (body['issuer'] !== issuer) throw",
    without: "if (typeof body['issuer'] !== 'string') throw",
    tests: pages,
  },
  {
    file: 'src/identity/sign-in.ts',
    guard: 'if (iss === null ? metadata.namesItself : iss !== place.issuer.issuer)',
    without: 'if (iss === null && metadata.namesItself)',
    tests: pages,
  },
  {
    file: 'src/identity/sign-in.ts',
    guard: 'iss === null ? metadata.namesItself : ',
    without: 'iss !== null && ',
    tests: pages,
  },
  {
    file: 'src/identity/sign-in.ts',
    guard: 'if (issued === null || issued.municipality !== place.municipality)',
    without: "if (issued === null && returned.code === '')",
    tests: pages,
  },
  {
    file: 'src/web/pages/from-our-page.ts',
    guard: 'new URL(origin).host === host && ',
    without: '',
    tests: pages,
  },
  {
    file: 'src/web/pages/from-our-page.ts',
    guard: " && (site === undefined || site === 'same-origin')",
    without: '',
    tests: pages,
  },
  {
    file: 'src/web/pages/sign-in.controller.ts',
    guard: "if (!isOurPage(asked.redirectUri, headers.origin)) return refused('NOT_OUR_PAGE');",
    without: '',
    tests: pages,
  },
  {
    file: 'src/web/pages/sign-in.controller.ts',
    guard: "if (asked === null) return refused('BAD_REQUEST');",
    without: 'if (asked === null) throw new NotFoundException();',
    tests: pages,
  },
  {
    file: 'src/web/door/spending.ts',
    guard: 'if (wait === null) this.#take(visitor, 1);',
    without: '',
    tests: ['test/small/web/spending'],
  },
  {
    file: 'src/pages/session/came-back.ts',
    guard: "state === null || given.get('state') !== state",
    without: "state === null && given.get('state') !== state",
    tests: ['test/small/pages/session'],
  },
  {
    file: 'src/pages/session/token-holder.ts',
    guard: 'a !== null && a === b',
    without: 'a !== null && b !== null',
    tests: ['test/small/pages/session'],
  },
];
