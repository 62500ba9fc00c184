import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { reachOf } from '../../src/policy/reach.js';
import { GrantsStore } from '../../src/store/grants.store.js';
import { runCommand } from '../support/command.js';
import { at, textsAt } from '../support/json.js';
import { hallsberg, viewer } from '../support/people.js';
import { relationFacts, type RelationFacts } from '../support/relations.js';

let app: TestApp;
let facts: RelationFacts;
let anna: string;
let erik: string;
let eva: string;
let officer: string;
let officerLaxa: string;

/** Anna-Karin and Erik are OPEN in Hallsberg, Eva is PROTECTED there. */
const annaId = '40103';
const mail = (uid: string) => `${uid}@hallsberg.test`;

beforeAll(async () => {
  app = await startTestApp();
  facts = await relationFacts(app);
  anna = await app.token('employee', '1861', annaId);
  erik = await app.token('employee', '1861', '40102');
  eva = await app.token('employee', '1861', '40116');
  officer = await app.token('officer', '1861', '40101');
  officerLaxa = await app.token('officer', '1860');
}, 60_000);
afterAll(async () => {
  await facts.close();
  await app.stop();
});
beforeEach(async () => {
  await facts.db.query('delete from role_grant');
  app.clock.advance(2);
});

const change = (field: string) =>
  `mutation ($id: ID!, $role: GrantedRole!) { ${field}(input: { person: { id: $id }, role: $role }) { person { displayName } userErrors { code field } } }`;
async function say(who: string, field: 'grantRole' | 'revokeGrant', uid: string, role: string) {
  const id = await facts.person(mail(uid));
  const { data, errors } = await app.ask(who, change(field), { id, role });
  if (errors) return errors.map((error) => error.extensions.code);
  return textsAt(data, `${field}.userErrors.*.code`);
}
const rolesOf = async (who: string) => {
  const { data } = await app.ask(who, '{ viewer { roles } }');
  return [...textsAt(data, 'viewer.roles')].toSorted();
};
const listed = async (who: string) => {
  const { data, errors } = await app.ask(who, '{ grants { role person { displayName } } }');
  if (errors) return errors.map((error) => error.extensions.code);
  const names = textsAt(data, 'grants.*.person.displayName');
  return textsAt(data, 'grants.*.role').map((role, i) => `${role} ${names[i]}`);
};

describe('a granted role', () => {
  test('is added to what the token gives, within a second, and taken away as soon', async () => {
    expect(await rolesOf(anna)).toEqual(['EMPLOYEE']);
    expect(await say('technician', 'grantRole', 'anna-karin.lindblad', 'OPERATOR')).toEqual([]);
    app.clock.advance(1);
    expect(await rolesOf(anna)).toEqual(['EMPLOYEE', 'OPERATOR']);
    expect(await say('technician', 'revokeGrant', 'anna-karin.lindblad', 'OPERATOR')).toEqual([]);
    app.clock.advance(1);
    expect(await rolesOf(anna)).toEqual(['EMPLOYEE']);
  });

  test('has its holder serve all municipalities, where the switchboard does', async () => {
    const served = async () => {
      const { data } = await app.ask(anna, '{ viewer { municipalities { code } } }');
      return textsAt(data, 'viewer.municipalities.*.code');
    };
    expect(await served()).toEqual(['1861']);
    await say('technician', 'grantRole', 'anna-karin.lindblad', 'OPERATOR');
    app.clock.advance(1);
    expect(await served()).toEqual(['1882', '1861', '1860']);
  });

  test('is gone with whoever has left, and the rest with whoever is erased', async () => {
    await say('technician', 'grantRole', 'anna-karin.lindblad', 'OPERATOR');
    await facts.db.query(`update person set employment = 'LEFT', left_at = $2 where email = $1`, [
      mail('anna-karin.lindblad'),
      app.clock.now(),
    ]);
    app.clock.advance(1);
    expect([await rolesOf(anna), await listed('technician')]).toEqual([['EMPLOYEE'], []]);
    await facts.db.query(
      `update person set employment = 'ACTIVE', left_at = null where email = $1`,
      [mail('anna-karin.lindblad')],
    );
  });

  test('is recorded once, with who granted it, in the same transaction', async () => {
    await say('technician', 'grantRole', 'anna-karin.lindblad', 'TECHNICIAN');
    await say('technician', 'grantRole', 'anna-karin.lindblad', 'TECHNICIAN');
    const [latest, before] = await facts.recorded('GRANT_ROLE');
    expect(latest).toMatchObject({
      actor: expect.stringMatching(/^key:/),
      roles: 'TECHNICIAN',
      origin: 'API',
      municipality: '1861',
      fields: ['Viewer.roles.TECHNICIAN'],
    });
    expect(before).not.toMatchObject({ fields: ['Viewer.roles.TECHNICIAN'] });
    await facts.db.query('alter table audit_entry rename to audit_away');
    try {
      const id = await facts.person(mail('anna-karin.lindblad'));
      const variables = { id, role: 'OPERATOR' };
      expect((await app.ask('technician', change('grantRole'), variables)).errors).toBeDefined();
    } finally {
      await facts.db.query('alter table audit_away rename to audit_entry');
    }
    expect(await listed('technician')).toEqual(['TECHNICIAN Anna-Karin Lindblad']);
  });
});

describe('who may grant', () => {
  test.each([
    ['technician', 'OPERATOR', []],
    ['technician', 'TECHNICIAN', []],
    ['technician', 'OFFICER', ['NOT_ALLOWED']],
    ['technician', 'AUDITOR', ['NOT_ALLOWED']],
    ['officer', 'OFFICER', []],
    ['officer', 'AUDITOR', []],
    ['officer', 'OPERATOR', ['NOT_ALLOWED']],
    ['officer', 'TECHNICIAN', ['NOT_ALLOWED']],
    ['officerLaxa', 'OFFICER', ['NOT_ALLOWED']],
    ['operator', 'OPERATOR', ['FORBIDDEN']],
    ['anna', 'OPERATOR', ['FORBIDDEN']],
  ])('%s: %s to somebody OPEN in Hallsberg', async (who, role, codes) => {
    const token = { officer, officerLaxa, anna }[who] ?? who;
    expect(await say(token, 'grantRole', 'erik.bjorkman', role)).toEqual(codes);
    expect(await say(token, 'revokeGrant', 'erik.bjorkman', role)).toEqual(codes);
  });

  test('nobody to or from themselves', async () => {
    expect(await say(officer, 'grantRole', 'marianne.falk', 'OFFICER')).toEqual(['NOT_ALLOWED']);
    await say('technician', 'grantRole', 'erik.bjorkman', 'TECHNICIAN');
    app.clock.advance(1);
    expect(await say(erik, 'grantRole', 'anna-karin.lindblad', 'OPERATOR')).toEqual([]);
    expect(await say(erik, 'grantRole', 'erik.bjorkman', 'OPERATOR')).toEqual(['NOT_ALLOWED']);
    expect(await say(erik, 'revokeGrant', 'erik.bjorkman', 'TECHNICIAN')).toEqual(['NOT_ALLOWED']);
  });
});

describe('somebody PROTECTED', () => {
  test('does not exist for a technician who grants, and becomes an operator through an officer', async () => {
    const id = await facts.person(mail('eva.sundin'));
    const hidden = await app.ask('technician', change('grantRole'), { id, role: 'OPERATOR' });
    const missing = await app.ask('technician', change('grantRole'), {
      id: id.slice(0, -4) + 'AAAA',
      role: 'OPERATOR',
    });
    expect(at(hidden.data, 'grantRole.userErrors.*.code')).toEqual(['NOT_FOUND']);
    expect(hidden.text).toBe(missing.text);
    expect(await say(officer, 'grantRole', 'eva.sundin', 'TECHNICIAN')).toEqual(['NOT_ALLOWED']);
    expect(await say(officer, 'grantRole', 'eva.sundin', 'OPERATOR')).toEqual([]);
    app.clock.advance(1);
    expect(await rolesOf(eva)).toEqual(['EMPLOYEE', 'OPERATOR']);
    const revoke = await app.ask('technician', change('revokeGrant'), { id, role: 'OPERATOR' });
    expect(revoke.text).toBe(hidden.text.replace('grantRole', 'revokeGrant'));
    expect(await say(officer, 'revokeGrant', 'eva.sundin', 'OPERATOR')).toEqual([]);
  });

  test('is in no list but those of the officers of the municipality', async () => {
    await say(officer, 'grantRole', 'eva.sundin', 'OPERATOR');
    app.clock.advance(1);
    await say(officer, 'grantRole', 'erik.bjorkman', 'AUDITOR');
    app.clock.advance(1);
    await say('technician', 'grantRole', 'anna-karin.lindblad', 'OPERATOR');
    app.clock.advance(1);
    expect(await listed('technician')).toEqual(['OPERATOR Anna-Karin Lindblad']);
    // Nor is one read that would be left out afterwards: it would take a place in a list that is full.
    const reach = reachOf(viewer('TECHNICIAN'), [hallsberg.code]);
    const store = app.app.get(GrantsStore, { strict: false });
    expect(await store.standing(reach, ['OPERATOR:1861'], 10)).toHaveLength(1);
    expect(await listed(erik)).toEqual(['AUDITOR Erik Björkman', 'OPERATOR Anna-Karin Lindblad']);
    expect(await listed(officer)).toEqual([
      'OPERATOR Eva Sundin',
      'AUDITOR Erik Björkman',
      'OPERATOR Anna-Karin Lindblad',
    ]);
    expect(await listed(officerLaxa)).toEqual([]);
    expect(await listed('operator')).toEqual(['FORBIDDEN']);
  });
});

describe('npm run grant', () => {
  const grant = (...args: string[]) => runCommand('grant.ts', args, app.environment);

  test('makes the first technician, records it, and says so once more', async () => {
    expect(await grant('technician', '1861', annaId)).toEqual({
      code: 0,
      said: 'Granted: TECHNICIAN.\n',
    });
    expect(await grant('technician', '1861', annaId)).toEqual({
      code: 0,
      said: 'There already: TECHNICIAN.\n',
    });
    expect(await listed('technician')).toEqual(['TECHNICIAN Anna-Karin Lindblad']);
    expect((await facts.recorded('GRANT_ROLE'))[0]).toMatchObject({
      actor: 'command',
      origin: 'COMMAND',
    });
  }, 180_000);

  test('says when nobody works there by that employee id', async () => {
    expect((await grant('operator', '1861', 'nobody')).code).toBe(1);
  }, 90_000);
});
