import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.js';
import { at } from '../../support/json.js';
import { startIssuer, type RunningIssuer } from '../../support/oidc.js';
import { relationFacts, type RelationFacts } from '../../support/relations.js';
import { startWithIssuers, type SecondProgram } from '../../support/with-issuers.js';

let app: TestApp;
let facts: RelationFacts;
let hallsberg: RunningIssuer;
let laxa: RunningIssuer;
let program: SecondProgram;
/** Knows people by their mail address, and auditors only. */
let other: SecondProgram;

const accounts = {
  anna: { employee_id: '40103' },
  officer: { employee_id: '40101', roles: ['officer', 'operator', 'technician'] },
  auditor: { roles: ['revisor'] },
  mail: { mail: 'Erik.Bjorkman@hallsberg.test' },
  unverified: { mail: 'erik.bjorkman@hallsberg.test', email_verified: false },
  foreigner: {
    employee_id: '60101',
    roles: ['officer'],
    municipality: '1860',
    municipality_code: '1860',
  },
};

beforeAll(async () => {
  // The issuer's advice to whoever would run it in earnest.
  for (const way of ['warn', 'info'] as const)
    jest.spyOn(console, way).mockImplementation(() => undefined);
  app = await startTestApp();
  facts = await relationFacts(app);
  hallsberg = await startIssuer(accounts);
  laxa = await startIssuer({ officer: { roles: ['officer'] } });
  const byMail = {
    ...hallsberg.entry,
    person: { claim: 'mail', is: 'EMAIL' as const },
    roles: { claim: 'roles', officer: [], auditor: ['revisor'] },
  };
  program = await startWithIssuers(app, { '1861': [hallsberg.entry], '1860': [laxa.entry] });
  other = await startWithIssuers(app, { '1861': [byMail] });
}, 90_000);
afterAll(async () => {
  await program.stop();
  await other.stop();
  await hallsberg.stop();
  await laxa.stop();
  await facts.close();
  await app.stop();
});
beforeEach(() => app.clock.advance(2));

const asked = '{ viewer { roles person { displayName } municipalities { code } } }';
const viewer = async (token: string, where = program) =>
  at((await where.ask(token, asked)).data, 'viewer');

describe('who signs in with OpenID Connect', () => {
  test('is an employee of the municipality of that issuer, with the entry that the claim names', async () => {
    const { access } = await hallsberg.signIn('anna');
    expect(await viewer(access)).toEqual({
      roles: ['EMPLOYEE'],
      person: { displayName: 'Anna-Karin Lindblad' },
      municipalities: [{ code: '1861' }],
    });
  });

  test('is an officer by a claim; an operator or a technician by a grant only', async () => {
    const { access } = await hallsberg.signIn('officer');
    expect(at(await viewer(access), 'roles')).toEqual(['EMPLOYEE', 'OFFICER']);
    const id = await facts.person('marianne.falk@hallsberg.test');
    await app.ask(
      'technician',
      `mutation ($id: ID!) { grantRole(input: { person: { id: $id }, role: OPERATOR }) { userErrors { code } } }`,
      { id },
    );
    app.clock.advance(1);
    expect(at(await viewer(access), 'roles')).toEqual(['EMPLOYEE', 'OFFICER', 'OPERATOR']);
  });

  test('may be known by another claim, and roles by other words', async () => {
    const mail = await hallsberg.signIn('mail');
    expect(at(await viewer(mail.access, other), 'person.displayName')).toBe('Erik Björkman');
    const unverified = await hallsberg.signIn('unverified');
    expect(at(await viewer(unverified.access, other), 'person')).toBeNull();
    const auditor = await hallsberg.signIn('auditor');
    expect(at(await viewer(auditor.access, other), 'roles')).toEqual(['EMPLOYEE', 'AUDITOR']);
    const officer = await hallsberg.signIn('officer');
    expect(at(await viewer(officer.access, other), 'roles')).toEqual(['EMPLOYEE']);
  });

  test('has no use of the ID token, nor of a token for another program', async () => {
    const { id, access } = await hallsberg.signIn('anna');
    expect((await program.ask(id, asked)).status).toBe(401);
    expect((await program.ask(access, asked)).status).toBe(200);
    expect((await app.ask(access, asked)).status).toBe(401);
  });
});

describe("an issuer's claims", () => {
  test('give nothing in another municipality, whatever they say', async () => {
    const { rows } = await facts.db.query<{ id: string }>(
      `select employee_id as id from person p join person_local l on l.person_id = p.id
        where p.municipality_code = '1860' and l.protection_level = 'PROTECTED' limit 1`,
    );
    const protectedThere = rows[0]?.id;
    expect(protectedThere).toBeDefined();
    const { access } = await hallsberg.signIn('foreigner');
    expect(await viewer(access)).toMatchObject({
      person: null,
      municipalities: [{ code: '1861' }],
    });
    const find = `{ person(ref: { employee: { municipalityCode: "1860", employeeId: "${protectedThere}" } }) { displayName } }`;
    expect((await program.ask(access, find)).data).toEqual({ person: null });
    const own = await laxa.signIn('officer');
    expect(at((await program.ask(own.access, find)).data, 'person.displayName')).toEqual(
      expect.any(String),
    );
  });
});
