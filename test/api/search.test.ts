import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startTestApp, type TestApp } from '../support/app.js';
import { at, textAt, textsAt } from '../support/json.js';

let app: TestApp;
let db: Client;

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
}, 60_000);
afterAll(async () => {
  await db.end();
  await app.stop();
});

const document = `query ($query: String!, $first: Int = 20, $after: String, $near: String, $filter: DirectoryFilter) {
  searchDirectory(query: $query, first: $first, after: $after, near: $near, filter: $filter) {
    edges { cursor matchedOn { field kind } node { type: __typename id displayName municipality { code } } }
    pageInfo { hasNextPage endCursor } } }`;
type Edge = {
  readonly matchedOn: readonly { readonly field: string; readonly kind: string }[];
  readonly node: {
    readonly type: string;
    readonly displayName: string;
    readonly municipality: { readonly code: string };
  };
};
async function edges(query: string, more: Record<string, unknown> = {}, who = 'operator') {
  const { data, text } = await app.ask(who, document, { query, ...more });
  const found = at(data, 'searchDirectory.edges') as readonly Edge[] | undefined;
  if (!found) throw new Error(text);
  return found;
}
const names = async (query: string, more: Record<string, unknown> = {}, who = 'operator') =>
  (await edges(query, more, who)).map(({ node }) => node.displayName);
const why = ({ matchedOn }: Edge) => matchedOn.map(({ field, kind }) => `${field} ${kind}`);

describe('the search box', () => {
  test.each([
    ['lindblad', 'Anna-Karin Lindblad', ['FAMILY_NAME EXACT']],
    ['lindb', 'Anna-Karin Lindblad', ['FAMILY_NAME PREFIX']],
    ['annakarin', 'Anna-Karin Lindblad', ['GIVEN_NAME EXACT']],
    ['larsåk nilsson', 'Lars-Åke Nilsson', ['GIVEN_NAME PREFIX', 'FAMILY_NAME EXACT']],
    ['karin lindblad', 'Anna-Karin Lindblad', ['GIVEN_NAME EXACT', 'FAMILY_NAME EXACT']],
    ['Lindbladd', 'Anna-Karin Lindblad', ['FAMILY_NAME SOUND']],
    ['linbdlad', 'Anna-Karin Lindblad', ['FAMILY_NAME MISSPELT']],
    ['biörkman', 'Erik Björkman', ['FAMILY_NAME SOUND']],
    ['erik hallsberg', 'Erik Björkman', ['GIVEN_NAME EXACT', 'MUNICIPALITY EXACT']],
    ['anna-karin.lindblad@hallsberg', 'Anna-Karin Lindblad', ['EMAIL PREFIX']],
    ['001234', 'Anna-Karin Lindblad', ['NUMBER PREFIX']],
  ])('%s leads to %s, and says why', async (query, name, matches) => {
    const [first] = await edges(query);
    expect(first?.node.displayName).toBe(name);
    expect(first && why(first)).toEqual(matches);
  });

  test('a unit is found by its name, and by what callers ask it for (P14)', async () => {
    const [unit] = await edges('kansliet');
    expect([unit?.node.type, unit?.node.displayName]).toEqual(['Unit', 'Kansliet']);
    await db.query(
      `insert into unit_subject_word select id, municipality_code, 0, n, word, folded from unit,
         (values (0, 'Arkiv', 'arkiv'), (1, 'allmän handling', 'allman handling')) w(n, word, folded)
        where name = 'Kansliet' and municipality_code = $1`,
      [textAt(unit, 'node.municipality.code')],
    );
    for (const [query, match] of [
      ['arkivet', 'SUBJECT MISSPELT'],
      ['allmän handling', 'SUBJECT EXACT'],
      ['handling allm', 'SUBJECT_PART'],
    ] as const) {
      const [hit] = await edges(query);
      expect([hit?.node.displayName, hit && why(hit).join()]).toEqual([
        'Kansliet',
        expect.stringContaining(match),
      ]);
    }
  });

  test('the municipality that is asked for comes first, and the others after it', async () => {
    for (const near of ['1860', '1861', '1882']) {
      const codes = (await edges('rektor', { near })).map(({ node }) => node.municipality.code);
      expect(codes[0]).toBe(near);
      expect(new Set(codes).size).toBeGreaterThan(1);
    }
    const only = await edges('rektor', { filter: { municipalityCodes: ['1860'] } });
    expect(new Set(only.map(({ node }) => node.municipality.code))).toEqual(new Set(['1860']));
    const digits = await names('1234', { filter: { municipalityCodes: ['1860'] } });
    expect(digits).not.toContain('Anna-Karin Lindblad');
  });

  test('page after page gives each hit once, in the order of one large page', async () => {
    const whole = await names('an', { first: 100 });
    expect(whole.length).toBeGreaterThan(5);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { data } = await app.ask('operator', document, { query: 'an', first: 2, after });
      seen.push(...textsAt(data, 'searchDirectory.edges.*.node.displayName'));
      if (at(data, 'searchDirectory.pageInfo.hasNextPage') !== true) break;
      after = textAt(data, 'searchDirectory.pageInfo.endCursor');
    }
    expect(seen).toEqual(whole);
  });

  test('a cursor is good for the viewer whose page it was, and for nobody else', async () => {
    const { data } = await app.ask('operator', document, { query: 'an', first: 3 });
    const after = textAt(data, 'searchDirectory.pageInfo.endCursor');
    const other = await app.ask('technician', document, { query: 'an', first: 3, after });
    expect(textsAt(other.errors, '*.extensions.code')).toEqual(['BAD_USER_INPUT']);
  });
});

describe('what a viewer may not see', () => {
  test('finds nobody and moves nobody: mail address, employee id, mobile number', async () => {
    const { rows } = await db.query<{ employeeId: string }>(
      `select employee_id as "employeeId" from person where email = 'erik.bjorkman@hallsberg.test'`,
    );
    const id = rows[0]?.employeeId ?? '';
    expect(await names(id)).toEqual(['Erik Björkman']);
    expect(await names(id, {}, 'integration')).toEqual([]);
    expect(await names('erik.bjorkman@hallsberg')).toEqual(['Erik Björkman']);
    expect(await names('erik.bjorkman@hallsberg', {}, 'integration')).toEqual([]);
    // A name that begins the mail address too is found by the name alone.
    const found = await edges('erik', { first: 100 }, 'integration');
    for (const hit of found) expect(why(hit).join()).not.toMatch(/EMAIL|EMPLOYEE/);
  });

  test('nobody PROTECTED is found by any word, and nobody else is found less or in another order', async () => {
    const queries = [
      'an',
      'lindblad',
      'lindbladd',
      'hansliet',
      'kommunjurist',
      '1234',
      'anna kansliet',
    ];
    const before = await Promise.all(queries.map((query) => names(query, { first: 100 })));
    // A page is as full as without the person: what is left of it says nothing.
    const few = await names('lindblad anna', { first: 1 });
    const others = (await names('anna', { first: 100 })).filter((name) => name !== few[0]);
    const set = (level: string) =>
      db.query(
        `update person_local set protection_level = $1 where person_id = (select id from person where email = 'anna-karin.lindblad@hallsberg.test')`,
        [level],
      );
    await set('PROTECTED');
    const after = await Promise.all(queries.map((query) => names(query, { first: 100 })));
    expect(await names('anna', { first: 1 })).toEqual(others.slice(0, 1));
    expect(await names('anna', { first: 3 })).toEqual(others.slice(0, 3));
    await set('OPEN');
    expect(few).toEqual(['Anna-Karin Lindblad']);
    expect(before.flat()).toContain('Anna-Karin Lindblad');
    expect(after).toEqual(
      before.map((all) => all.filter((name) => name !== 'Anna-Karin Lindblad')),
    );
  });
});

test('in other municipalities nobody is found of the own one: neither oneself nor somebody PROTECTED whom one sees', async () => {
  const self = await app.token('employee', '1861', '40102');
  const officer = await app.token('officer', '1861', '40101');
  const elsewhere = { filter: { municipalityCodes: ['1882', '1860'] } };
  const set = (level: string) =>
    db.query(
      `update person_local set protection_level = $1 where person_id = (select id from person where email = 'anna-karin.lindblad@hallsberg.test')`,
      [level],
    );
  await set('PROTECTED');
  for (const [who, name] of [
    [self, 'Erik Björkman'],
    [officer, 'Anna-Karin Lindblad'],
  ] as const)
    for (const query of [name, name.split(' ').at(-1) ?? '']) {
      expect(await names(query, {}, who)).toContain(name);
      expect(await names(query, elsewhere, who)).not.toContain(name);
    }
  await set('OPEN');
});

test('a page is as full for whoever does not see that somebody has left', async () => {
  const all = await names('anna', { first: 100 }, 'intranetHallsberg');
  const set = (employment: string, at: Date | null) =>
    db.query(
      `update person set employment = $1, left_at = $2 where email = 'anna-karin.lindblad@hallsberg.test'`,
      [employment, at],
    );
  await set('LEFT', app.clock.now());
  const others = all.filter((name) => name !== 'Anna-Karin Lindblad');
  for (const first of [1, 2, 3])
    expect(await names('anna', { first }, 'intranetHallsberg')).toEqual(others.slice(0, first));
  await set('ACTIVE', null);
  expect(others.length).toBe(all.length - 1);
});

describe('bad input', () => {
  test.each([
    '""',
    'a',
    '  ',
    "'; drop table person; --",
    '%%',
    '__',
    '\\\\',
    ':*',
    '👍👍',
    '\u202e\u202eabc',
    'a\u0000b',
    'x'.repeat(81),
  ])('%j is an answer or a clear refusal', async (query) => {
    const { data, errors } = await app.ask('operator', document, { query });
    if (errors) expect(textsAt(errors, '*.extensions.code')).toEqual(['BAD_USER_INPUT']);
    else expect(Array.isArray(at(data, 'searchDirectory.edges'))).toBe(true);
  });
});

test('whoever has a family name alone comes before those who have it as a part of one', async () => {
  await app.changeDirectory('1861', (text) =>
    text
      .replace(
        'sn: Björkman\ndisplayName: Erik Björkman',
        'sn: Alm Björkman\ndisplayName: Erik Alm Björkman',
      )
      .replace(
        'sn: Holm\ndisplayName: Désirée Holm',
        'sn: Björkman\ndisplayName: Désirée Björkman',
      ),
  );
  await app.sync('1861');
  expect(await names('björkman')).toEqual(['Désirée Björkman', 'Erik Alm Björkman']);
  expect((await names('alm björkman'))[0]).toBe('Erik Alm Björkman');
});
