import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { demonstrationMunicipalities } from '../../../src/demo/demonstration-municipalities.js';
import { parseLdif } from '../../../src/demo/ldif.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { runCommand } from '../../support/command.js';
import { readCsv } from '../../support/csv.js';
import { at, textAt, textsAt } from '../../support/json.js';
import { nextYear } from '../../support/next-year.js';

let app: TestApp;
let db: Client;
let folder: string;
let text: string;
let rows: readonly (readonly string[])[];

beforeAll(async () => {
  app = await startTestApp();
  db = new Client({ connectionString: app.databaseUrl });
  await db.connect();
  folder = mkdtempSync(join(tmpdir(), 'ett-samtal-'));
  // Anna-Karin stands in for Erik, and Josefin, who is RESTRICTED, for Anna.
  await away('erik.bjorkman@hallsberg.test', 'anna-karin.lindblad@hallsberg.test');
  await away('anna.johansson2@hallsberg.test', 'josefin.arman@hallsberg.test');
  ({ text, rows } = await list('first.csv'));
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.end();
  await app.stop();
});

/** Exports, and reads what was written: the lines of people below the heading of the columns. */
async function list(name: string) {
  const path = join(folder, name);
  const args = ['operators', '--out', path];
  const { code, said } = await runCommand('export.ts', args, app.environment);
  const text = readFileSync(path, 'utf8');
  const all = readCsv(text.replace('\ufeff', ''));
  const rows = all.slice(all.findIndex(([first]) => first === 'Kommun') + 1);
  expect([code, said]).toEqual([0, `${path}: ${rows.length} people.\n`]);
  return { text, rows };
}

async function idOf(email: string): Promise<string> {
  const found = await app.ask('operator', `{ person(ref: { email: "${email}" }) { id } }`);
  return textAt(found.data, 'person.id');
}

async function away(email: string, standIn: string) {
  const { data } = await app.ask(
    'operator',
    `mutation ($id: ID!) { setAbsence(input: { person: { email: "${email}" }, reason: COURSE, note: "sagt i förtroende",
       endsAt: "${nextYear}-01-02T11:30:00Z", referral: { entryId: $id } }) { userErrors { code } } }`,
    { id: await idOf(standIn) },
  );
  expect(at(data, 'setAbsence.userErrors')).toEqual([]);
}

const lineOf = (name: string) => rows.filter((cells) => cells[1] === name);

/** Everybody whom an operator finds, by the first two letters of every name there is. */
async function found(): Promise<readonly string[]> {
  const names = demonstrationMunicipalities.flatMap(({ ldif }) =>
    parseLdif(readFileSync(ldif, 'utf8')).flatMap((entry) =>
      ['cn', 'displayName'].flatMap((name) => entry.attributes.get(name) ?? []),
    ),
  );
  const beginnings = new Set(names.map((name) => String(name).slice(0, 2)));
  const people = new Map<string, string>();
  for (const query of beginnings) {
    const { data } = await app.ask(
      'operator',
      `query ($query: String!) { searchDirectory(query: $query, first: 60) { pageInfo { hasNextPage } edges { node {
         id displayName municipality { name } ... on Person { title leftAt unit { name parent { name parent { name parent { name } } } }
         numbers { kind e164 extension mayTellCaller } currentAbsence { publicReason referral { entry { displayName } } } } } } } }`,
      { query },
    );
    expect(at(data, 'searchDirectory.pageInfo.hasNextPage')).toBe(false);
    for (const node of at(data, 'searchDirectory.edges.*.node') as readonly unknown[])
      if (at(node, 'leftAt') === null) people.set(textAt(node, 'id'), JSON.stringify(asLine(node)));
  }
  return [...people.values()].toSorted();
}

type Numbers = readonly { kind: string; e164: string | null; extension: string | null }[];

/** What a line has to say of a person whom an operator sees; numbers as digits. */
function asLine(node: unknown) {
  const path = (unit: unknown): string[] =>
    unit ? [...path(at(unit, 'parent')), textAt(unit, 'name')] : [];
  const numbers = at(node, 'numbers') as Numbers;
  const e164 = (mobile: boolean) =>
    numbers
      .filter(({ kind }) => (kind === 'MOBILE') === mobile)
      .flatMap((number) => number.e164 ?? []);
  return {
    municipality: at(node, 'municipality.name'),
    name: at(node, 'displayName'),
    title: at(node, 'title') ?? '',
    unit: path(at(node, 'unit')).join(' / '),
    direct: e164(false).join(),
    extension: numbers.flatMap(({ extension }) => extension ?? []).join(', '),
    mobile: e164(true).join(),
    yes: (at(node, 'numbers.*.mayTellCaller') as boolean[]).filter(Boolean).length,
    absent: at(node, 'currentAbsence') !== null,
    instead: at(node, 'currentAbsence.referral.entry.displayName') ?? '',
  };
}

function asSeen(cells: readonly string[]): string {
  const [municipality, name, title, unit, direct, extension, mobile, told, absent, instead] = cells;
  const e164 = (shown = '') =>
    shown
      .split(', ')
      .map((one) => one.replaceAll(/\D/g, '').replace(/^00/, '+').replace(/^0/, '+46'))
      .join();
  return JSON.stringify({
    municipality,
    name,
    title,
    unit,
    direct: e164(direct),
    extension,
    mobile: e164(mobile),
    yes: told?.match(/ ja/g)?.length ?? 0,
    absent: absent !== '',
    instead: instead?.split(', ')[0],
  });
}

describe('P7: the list for the day when the system is down', () => {
  test('says in its head what it is, of when, and how old the facts are', () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format();
    const stamp = `${today.slice(0, 2)}\\d\\d-\\d\\d-\\d\\d kl\\. \\d{1,2}(\\.\\d\\d)?`;
    expect(text).toMatch(
      new RegExp(
        `^\ufeffEtt samtal: lista för växeln;+\r\nInnehåller sekretess: lämna inte ut;+\r\nSkriven ${stamp}, svensk tid;+\r\n` +
          `Askersund: katalogen askersund läst ${stamp};+\r\nHallsberg: katalogen hallsberg läst ${stamp};+\r\nLaxå: katalogen laxa läst ${stamp};+\r\n`,
      ),
    );
  });

  test('holds everybody whom an operator finds, with what an operator sees, and nobody else', async () => {
    const everybody = await found();
    expect(everybody.length).toBeGreaterThan(90);
    expect(rows.map(asSeen).toSorted()).toEqual(everybody);
  });

  test('is sorted by municipality and in Swedish order', async () => {
    expect([...new Set(rows.map(([municipality]) => municipality))]).toEqual([
      'Askersund',
      'Hallsberg',
      'Laxå',
    ]);
    const inHallsberg = rows.flatMap(([municipality, name = '']) =>
      municipality === 'Hallsberg' ? [name] : [],
    );
    expect(inHallsberg.slice(-4)).toEqual([
      'Josefin Årman',
      'Carina Åström',
      'Bo Ängvall',
      'Lena Östlund',
    ]);
    const { data } = await app.ask(
      'operator',
      `{ directory(filter: { municipalityCodes: ["1861"] }, first: 100) { edges { node { displayName } } } }`,
    );
    const listed = textsAt(data, 'directory.edges.*.node.displayName');
    expect(listed.length).toBeGreaterThan(20);
    expect(inHallsberg.filter((name) => listed.includes(name))).toEqual(listed);
  });

  test('tells an absence as to a caller, and holds no note', () => {
    expect(lineOf('Erik Björkman').map((cells) => cells.slice(8))).toEqual([
      [`inte på plats, åter ${nextYear}-01-02 kl. 12.30`, 'Anna-Karin Lindblad, 0582-00 12 34'],
    ]);
    expect(text).not.toContain('förtroende');
  });
});

describe('who is hidden', () => {
  /** The names and the ends of the numbers of everybody at a level, straight from the tables. */
  async function atLevel(level: string) {
    const { rows } = await db.query<{ name: string; numbers: (string | null)[] }>(
      `select p.display_name as name, array(select n.e164 from phone_number n where n.person_id = p.id
          and not exists (select 1 from phone_number o join person_local ol on ol.person_id = o.person_id
             where o.e164 = n.e164 and ol.protection_level = 'OPEN')) as numbers
         from person p join person_local l on l.person_id = p.id where l.protection_level = $1`,
      [level],
    );
    const ends = rows.flatMap(({ numbers }) => numbers).flatMap((e164) => e164?.slice(-7) ?? []);
    return { names: rows.map(({ name }) => name), ends };
  }
  const digits = () => text.replaceAll(/(?<=\d)[ -](?=\d)/g, '');

  test('a PROTECTED person is nowhere in the file, by name or by number', async () => {
    const { names, ends } = await atLevel('PROTECTED');
    expect([names.length > 2, ends.length > 3]).toEqual([true, true]);
    for (const name of names)
      expect(name.split(' ').every((part) => text.includes(part))).toBe(false);
    expect(ends.filter((end) => digits().includes(end))).toEqual([]);
  });

  test('a RESTRICTED person is in it, and no number of theirs is', async () => {
    const { names, ends } = await atLevel('RESTRICTED');
    expect([names.length > 2, ends.length > 3]).toEqual([true, true]);
    for (const name of names)
      expect(lineOf(name).map((cells) => cells.slice(4, 8))).toEqual([['', '', '', '']]);
    expect(ends.filter((end) => digits().includes(end))).toEqual([]);
    expect(lineOf('Anna Johansson').map((cells) => cells[9])).toContain('Josefin Årman');
  });

  test('who becomes PROTECTED is gone from the next list', async () => {
    const officer = await app.token('officer', '1861');
    const email = 'josefin.arman@hallsberg.test';
    const { data } = await app.ask(
      officer,
      `{ person(ref: { email: "${email}" }) { id ... on Person { version } } }`,
    );
    const changed = await app.ask(
      officer,
      `mutation { setProtection(input: { personId: "${textAt(data, 'person.id')}", level: PROTECTED, caseReference: "KS 1",
         expectedVersion: "${textAt(data, 'person.version')}" }) { userErrors { code } } }`,
    );
    expect(at(changed.data, 'setProtection.userErrors')).toEqual([]);
    const next = await list('protected.csv');
    expect(next.text).not.toContain('Årman');
    expect(next.rows.length).toBe(rows.length - 1);
  }, 60_000);

  test('who has left is looked up by operators, and is in no list, nor as a stand-in', async () => {
    await app.changeDirectory('1861', (ldif) =>
      ldif
        .split('\n\n')
        .filter((record) => !record.includes('\nuid: anna-karin.lindblad\n'))
        .join('\n\n'),
    );
    await app.sync('1861');
    app.clock.advance(6 * 3600);
    await app.sync('1861');
    const { data } = await app.ask(
      'operator',
      '{ searchDirectory(query: "lindblad") { edges { node { ... on Person { leftAt } } } } }',
    );
    expect(textAt(data, 'searchDirectory.edges.0.node.leftAt')).toBeTruthy();
    const next = await list('left.csv');
    expect(next.text).not.toContain('Lindblad');
    expect(next.rows.find((cells) => cells[1] === 'Erik Björkman')?.[9]).toBe('');
  }, 60_000);
});
