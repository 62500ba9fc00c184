import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { directoryFacts, type DirectoryFacts } from '../support/directory-facts.js';
import { at, textAt } from '../support/json.js';
import { everybody, everyViewer, outsiders } from '../support/viewers.js';

let app: TestApp;
let facts: DirectoryFacts;
let viewers: Readonly<Record<string, string>>;
const led: string[] = [];

/** OPEN people of Hallsberg, and Eva Sundin, who is PROTECTED, and Josefin Årman, who is RESTRICTED. */
const anna = 'anna-karin.lindblad@hallsberg.test';
const erik = 'erik.bjorkman@hallsberg.test';
const marianne = 'marianne.falk@hallsberg.test';
const eva = 'eva.sundin@hallsberg.test';
const josefin = 'josefin.arman@hallsberg.test';

beforeAll(async () => {
  app = await startTestApp();
  facts = await directoryFacts(app.databaseUrl);
  viewers = {
    ...(await everyViewer(app)),
    anna: await app.token('employee', '1861', '40103'),
    eva: await app.token('employee', '1861', '40116'),
  };
}, 60_000);
afterAll(async () => {
  await facts.close();
  await app.stop();
});
afterEach(async () => {
  for (const one of led.splice(0)) await facts.lead(one, null);
});

async function lead(subordinate: string, manager: string): Promise<void> {
  await facts.lead(subordinate, manager);
  led.push(subordinate);
}

const ask = (who: string, query: string, variables?: Record<string, unknown>) =>
  app.ask(viewers[who] ?? '', query, variables);
const person = (email: string, fields: string) =>
  `{ person(ref: { email: "${email}" }) { ${fields} } }`;
/** Asked by id, since not everybody may find people by mail address. */
async function byId(who: string, email: string, fields: string) {
  const query = `query ($id: ID!) { person(ref: { id: $id }) { ${fields} } }`;
  return ask(who, query, { id: await idOf(email) });
}
async function idOf(email: string): Promise<string> {
  const { data } = await ask('officerHallsberg', person(email, 'id'));
  return textAt(data, 'person.id');
}
const up = (levels: number): string =>
  levels === 0 ? 'displayName' : `displayName manager { ${up(levels - 1)} }`;

describe('a manager', () => {
  test.each(everybody)('is told %s, as every field of hers by its own rule', async (who) => {
    await lead(anna, erik);
    const { data } = await byId(who, anna, 'manager { displayName title numbers { e164 } }');
    expect(at(data, 'person.manager')).toMatchObject({
      displayName: 'Erik Björkman',
      title: 'Kanslichef',
    });
    const own = await byId(who, erik, 'numbers { e164 }');
    expect(at(data, 'person.manager.numbers')).toEqual(at(own.data, 'person.numbers'));
  });

  test('is told by a search, a number, a node, an alternative, the viewer, and a change', async () => {
    await lead(anna, erik);
    await lead(marianne, anna);
    const hit = `... on Person { manager { displayName } }`;
    const search = await ask(
      'operator',
      `{ searchDirectory(query: "lindblad") { edges { node { ... on DirectoryEntry { ${hit} } } } } }`,
    );
    expect(at(search.data, 'searchDirectory.edges.*.node.manager.displayName')).toEqual([
      'Erik Björkman',
    ]);
    const lookup = await ask(
      'operator',
      `{ lookupNumber(number: "+46582001234") { entry { id ${hit} } } }`,
    );
    expect(at(lookup.data, 'lookupNumber.entry.manager.displayName')).toBe('Erik Björkman');
    const id = textAt(lookup.data, 'lookupNumber.entry.id');
    const node = `query ($id: ID!) { node(id: $id) { ...Led } } fragment Led on Person { boss: manager { displayName } }`;
    const fragment = await ask('operator', node, { id });
    expect(at(fragment.data, 'node.boss.displayName')).toBe('Erik Björkman');
    const own = await ask('anna', '{ viewer { person { manager { displayName } } } }');
    expect(at(own.data, 'viewer.person.manager.displayName')).toBe('Erik Björkman');
    const change = `mutation ($id: ID!) { setAbsence(input: { person: { email: "${marianne}" }, reason: MEETING, referral: { entryId: $id } }) { absence { id referral { entry { ${hit} } } } person { manager { displayName } reachability { alternatives { entry { ${hit} } } } } } }`;
    const { data } = await ask('operator', change, { id });
    expect(at(data, 'setAbsence')).toMatchObject({
      absence: { referral: { entry: { manager: { displayName: 'Erik Björkman' } } } },
      person: {
        manager: { displayName: 'Anna-Karin Lindblad' },
        reachability: { alternatives: [{ entry: { manager: { displayName: 'Erik Björkman' } } }] },
      },
    });
    // And what is true of a manager's calls is true there too.
    await lead(erik, marianne);
    const answer = await ask(
      'operator',
      person(erik, 'manager { reachability { alternatives { entry { displayName } } } }'),
    );
    expect(at(answer.data, 'person.manager.reachability.alternatives.*.entry.displayName')).toEqual(
      ['Anna-Karin Lindblad'],
    );
    const end = `mutation ($id: ID!) { endAbsence(input: { id: $id }) { userErrors { code } } }`;
    await ask('operator', end, { id: textAt(data, 'setAbsence.absence.id') });
  });

  test('who leads herself is none, and a circle of managers is shown as it is', async () => {
    await lead(erik, erik);
    expect((await ask('operator', person(erik, up(2)))).data).toEqual({
      person: { displayName: 'Erik Björkman', manager: null },
    });
    await lead(anna, marianne);
    await lead(marianne, anna);
    const { data } = await ask('operator', person(anna, up(4)));
    const names = [0, 1, 2, 3, 4].map((n) => at(data, `person.${'manager.'.repeat(n)}displayName`));
    const [a, m] = ['Anna-Karin Lindblad', 'Marianne Falk'];
    expect(names).toEqual([a, m, a, m, a]);
  });

  test('of a manager is there as deep as anybody may ask', async () => {
    const names =
      'anna-karin.lindblad erik.bjorkman marianne.falk desiree.holm sofia.renstrom jakob.wester ingrid.sjoberg henrik.palm lena.ostlund ronja.kvist filip.aronsson';
    const chain = names.split(' ').map((name) => `${name}@hallsberg.test`);
    for (const [i, boss] of chain.slice(1).entries()) await lead(chain[i] ?? '', boss);
    const deepest = await ask('operator', person(anna, up(10)));
    expect(at(deepest.data, `person.${'manager.'.repeat(10)}displayName`)).toBe('Filip Aronsson');
    const deeper = await ask('operator', person(anna, up(11)));
    expect(deeper.errors?.[0]?.message).toContain('nested deeper');
  });
});

describe('a PROTECTED manager', () => {
  const questions = (id: string) => [
    `{ person(ref: { id: "${id}" }) { ${up(3)} } }`,
    `{ node(id: "${id}") { id ... on Person { manager { id } reachability { verdict phrase } } } }`,
    `{ searchDirectory(query: "lindblad") { edges { node { id ... on Person { ${up(2)} } } } pageInfo { hasNextPage } } }`,
    `{ lookupNumber(number: "+46582001234") { label entry { id ... on Person { ${up(2)} } } } }`,
  ];

  test.each([...outsiders, 'anna'])(
    'is for %s as no manager at all, byte for byte, and so is everybody behind her',
    async (who) => {
      const asked = questions(await idOf(anna));
      const none: string[] = [];
      for (const question of asked) none.push((await ask(who, question)).text);
      expect(none[0]).toContain('Lindblad');
      await lead(anna, eva);
      await lead(eva, marianne);
      for (const [i, question] of asked.entries()) {
        const { text } = await ask(who, question);
        expect(text).toBe(none[i]);
        expect(text).not.toMatch(/Sundin|Falk/);
      }
    },
  );

  test('is told to herself and to the officers of her municipality', async () => {
    await lead(anna, eva);
    for (const who of ['eva', 'officerHallsberg']) {
      const { data } = await byId(who, anna, 'manager { displayName protectionLevel }');
      const protection = { displayName: 'Eva Sundin', protectionLevel: 'PROTECTED' };
      expect(at(data, 'person.manager')).toEqual(protection);
    }
  });

  test('is gone from her subordinates the moment she is protected', async () => {
    await lead(anna, marianne);
    await facts.level(marianne, 'PROTECTED');
    expect((await ask('operator', person(anna, 'manager { id }'))).data).toEqual({
      person: { manager: null },
    });
    await facts.level(marianne, 'OPEN');
  });
});

describe('a subordinate', () => {
  test('who is PROTECTED has a manager for herself and the officers only', async () => {
    await lead(eva, marianne);
    for (const who of ['eva', 'officerHallsberg'])
      expect(at((await byId(who, eva, 'manager { displayName }')).data, 'person')).toEqual({
        manager: { displayName: 'Marianne Falk' },
      });
    for (const who of outsiders)
      expect((await byId(who, eva, 'manager { displayName }')).data).toEqual({ person: null });
  });

  test.each(everybody)('who is RESTRICTED has one for %s', async (who) => {
    await lead(josefin, marianne);
    const { data } = await byId(who, josefin, 'manager { displayName }');
    expect(at(data, 'person.manager.displayName')).toBe('Marianne Falk');
  });
});

test.each<[string, unknown]>([
  ['employeeHallsberg', [{ kind: 'SWITCHBOARD', e164: '+46582000000' }]],
  ['intranetLaxa', [{ kind: 'SWITCHBOARD', e164: '+46582000000' }]],
  ['operator', []],
  ['integration', []],
])('a RESTRICTED manager shows %s no number of hers', async (who, numbers) => {
  await lead(anna, josefin);
  const { data } = await byId(who, anna, 'manager { displayName numbers { kind e164 } }');
  expect(at(data, 'person.manager')).toEqual({ displayName: 'Josefin Årman', numbers });
});

test('who has left leads nobody, and is led by nobody, also for those who see that she has left', async () => {
  await lead(anna, erik);
  await lead(erik, marianne);
  const id = await idOf(erik);
  await facts.set(erik, `employment = 'LEFT', left_at = '2026-11-20T08:00:00Z'`);
  for (const who of everybody) {
    const { data } = await byId(who, anna, up(2));
    expect(data).toEqual({ person: { displayName: 'Anna-Karin Lindblad', manager: null } });
  }
  const leaver = `{ person(ref: { id: "${id}" }) { leftAt manager { displayName } } }`;
  const { data } = await ask('operator', leaver);
  expect(data).toEqual({ person: { leftAt: expect.any(String), manager: null } });
  await facts.set(erik, `employment = 'ACTIVE', left_at = null`);
});
