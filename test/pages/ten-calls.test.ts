import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { addDays, dateInSweden, instantInSweden, weekdayOf } from '../../src/staff/swedish-time.js';
import { isHoliday } from '../../src/staff/working-days.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { keepShots, openPage, signIn, startBrowser, violations } from '../support/browser.js';
import { at, textAt } from '../support/json.js';
import { castOf, type Cast } from '../support/situations/cast.js';
import { happen } from '../support/situations/happen.js';

// An operator's first ten calls, with the page and nothing else. Each is answered by what the screen says after a name is typed:
// what to do, the number to do it with, and the words to say. What would lead wrong, or may not be told, is not on it.
// It is a Tuesday, ten in the morning.

let app: TestApp;
let cast: Cast;
let browser: Browser;
let page: Page;
let faults: readonly string[];

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), startBrowser()]);
  let day = dateInSweden(app.clock.now());
  do day = addDays(day, 1);
  while (weekdayOf(day) !== 2 || [0, 1].some((more) => isHoliday(addDays(day, more))));
  const ten = instantInSweden(day, '10:00');
  app.clock.advance((ten.getTime() - app.clock.now().getTime()) / 1000);
  cast = await castOf(app);
  ({ page, faults } = await openPage(browser, `${app.url}/telefonist`));
  await page.clock.setFixedTime(app.clock.now());
  await signIn(page, 'operator');
  await page.getByText('Uppdateras direkt').waitFor();
}, 90_000);
afterAll(async () => {
  await browser.close();
  await cast.close();
  await app.stop();
});
// The next call: nothing of the last one is on the screen.
beforeEach(async () => {
  await page.keyboard.press('Escape');
  await page.getByText('Skriv minst två tecken.').waitFor();
});
afterEach(async () => {
  expect(await violations(page)).toEqual([]);
  const call = /^\d+/.exec(expect.getState().currentTestName ?? '')?.[0];
  await keepShots(page, `console-call-${call}`);
  expect(faults).toEqual([]);
  await cast.reset();
});

const card = () => page.getByRole('article');
const large = () => card().locator('.large').innerText();
const number = () => card().locator('.number').innerText();
const phrase = () => card().locator('q').innerText();
/** Everything that can be read on the screen, but what was typed. */
async function screen(): Promise<string> {
  const parts = page.locator('.done, .list, article, [role=dialog]');
  return (await parts.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
}
/** How confidential somebody is, as their directory says it. */
const level = (uid: string, to: string) =>
  cast.sql(
    `update person_local l set protection_level = $1 from person p
      where p.id = l.person_id and p.email = $2`,
    to,
    `${uid}@hallsberg.test`,
  );
/** Lets the facts happen, types what the caller says, and waits for the card of whom it is. */
async function call(facts: readonly string[], typed: string, name: string): Promise<void> {
  for (const fact of facts) await happen({ app, cast }, fact);
  await page.keyboard.type(typed);
  await card().getByRole('heading', { level: 2, name }).waitFor();
  // All of the card, with whoever answers instead, and not only what was known before.
  await card().locator('footer').waitFor();
}

test('1. somebody who is at the desk is put through', async () => {
  await call(['Ingrid: line desk IDLE'], 'ingrid sj', 'Ingrid Sjöberg');
  expect(await large()).toBe('✓\nKoppla samtalet');
  expect(await number()).toBe('0582-00 12 39');
  expect(await phrase()).toBe('Jag kopplar dig.');
  const all = await screen();
  expect(all).toMatch(/Direkt\s+0582-00 12 39\s+✓Får sägas/);
  // P22, P23: neither what the telephone says nor the mobile number.
  expect(all).not.toMatch(/ledig|070|meddelande\?|Upptagen/);
});

test('2. somebody on a course is back at one, and the caller speaks to whoever answers instead', async () => {
  await call(['Lars-Åke: absent COURSE +180 to Ingrid'], 'lars åke', 'Lars-Åke Nilsson');
  expect(await large()).toBe('⇄\nInte på plats, åter 13.00. Ingrid Sjöberg svarar i stället');
  expect(await number()).toBe('0582-00 12 39');
  expect(await phrase()).toBe(
    'Lars-Åke Nilsson är inte på plats och beräknas åter klockan 13. Vill du tala med Ingrid Sjöberg i stället?',
  );
  const all = await screen();
  expect(all).toMatch(/Koppla till Ingrid Sjöberg/);
  expect(all).toMatch(/1\s+Ingrid Sjöberg Ekonomichef ✓kan kopplas/);
  expect(all).not.toMatch(/Utbildning|kurs|Koppla samtalet/i);
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await card().getByRole('heading', { level: 2, name: 'Ingrid Sjöberg' }).waitFor();
  expect(await large()).toBe('✓\nKoppla samtalet');
});

test('3. somebody in a meeting, whose voicemail says whom to turn to: a message, or later', async () => {
  const self = await app.token('employee', '1861', '40102');
  const read = '{ viewer { person { id version numbers { kind e164 } } } }';
  const person = at((await app.ask(self, read)).data, 'viewer.person');
  const input = {
    person: { id: textAt(person, 'id') },
    expectedVersion: textAt(person, 'version'),
    number: '+46582001231',
    kind: 'PERSONAL',
    namesAlternative: true,
  };
  const greeting =
    'mutation ($input: SetGreetingInput!) { setGreeting(input: $input) { userErrors { code } } }';
  expect(at((await app.ask(self, greeting, { input })).data, 'setGreeting.userErrors')).toEqual([]);
  await call(['Erik: absent MEETING +60 to voicemail'], 'erik björk', 'Erik Björkman');
  expect(await large()).toBe('✕\nUpptagen, åter 11.00. Ta emot ett meddelande');
  expect(await phrase()).toBe(
    'Erik Björkman är upptagen och beräknas åter klockan 11. Vill du ringa igen då eller lämna ett meddelande?',
  );
  const all = await screen();
  expect(all).toMatch(
    /Nu\s+Upptagen, åter 11\.00 · Hänvisar till telefonsvararen · hälsningen säger vem som svarar i stället/,
  );
  expect(all).toMatch(/F7 Mejla ett meddelande$/);
  expect(all).not.toMatch(/Möte|Koppla till|Slå numret/);
});

test('4. somebody who has gone for the day is back tomorrow', async () => {
  await call(['Sofia: absent GONE_FOR_DAY +22h ABOUT'], 'renström', 'Sofia Renström');
  expect(await large()).toBe(
    '✕\nGått för dagen, åter i morgon omkring 8.00. Ta emot ett meddelande',
  );
  expect(await phrase()).toBe(
    'Sofia Renström har gått för dagen och beräknas åter i morgon omkring klockan 8. Vill du ringa igen då eller lämna ett meddelande?',
  );
  expect(await screen()).not.toMatch(/Koppla till|Slå numret|åter omkring 8/);
});

test('5. somebody whose calls go to the mobile is put through to it, and the number is not told', async () => {
  const facts = ['forward UNCONDITIONAL mobile', 'line desk IDLE'];
  await call(facts, 'désirée', 'Désirée Holm');
  expect(await large()).toBe('✓\nKoppla samtalet');
  expect(await number()).toBe('••• Numret får inte sägas; det du får säga står under Nummer');
  const all = await screen();
  expect(all).toMatch(/Mobil\s+•••\s+⊘Får inte sägas/);
  expect(all).toMatch(/F9 Slå numret/);
  expect(all).not.toMatch(/070/);
  await page.keyboard.press('F6');
  await card().locator('.number').filter({ hasText: '070-174 06 29' }).waitFor();
});

test('6. somebody whose line is taken: wait, or call again; and not a word of a call', async () => {
  await call(['Henrik: line desk IN_CALL'], 'henrik palm', 'Henrik Palm');
  expect(await large()).toBe('Ⅱ\nUpptagen. Låt vänta, eller be uppringaren ringa igen');
  expect(await phrase()).toBe('Henrik Palm är upptagen. Vill du vänta eller ringa igen?');
  expect(await screen()).not.toMatch(
    /samtal pågår|Telefonen|talar|åter|inget nummer|Koppla samtalet|Slå numret/i,
  );
});

test('7. somebody RESTRICTED: no number until the operator says what for, and none at the next call', async () => {
  await level('josefin.arman', 'RESTRICTED');
  await call([], 'josefin', 'Josefin Årman');
  expect(await large()).toBe('?\nNumren visas först när du begär dem');
  expect(await phrase()).toBe('Ett ögonblick, så hör jag efter.');
  expect(await screen()).toMatch(/Lämnas inte ut av växeln\./);
  expect(await screen()).not.toMatch(/0582|070|Slå numret/);
  await page.keyboard.press('F6');
  await page.getByRole('dialog', { name: 'Begär numren till Josefin Årman' }).waitFor();
  expect(await screen()).toMatch(/Säg dem inte till uppringaren\./);
  await page.keyboard.press('1');
  await card().locator('.number').filter({ hasText: '0582-00 12 61' }).waitFor();
  expect(await screen()).toMatch(/0582-00 12 61\s+⊘Får inte sägas/);
  await page.keyboard.press('Escape');
  await call([], 'josefin', 'Josefin Årman');
  expect(await screen()).not.toMatch(/0582|070/);
});

test('8. somebody PROTECTED, and somebody who is nobody: the same words, and the message is taken', async () => {
  await level('eva.sundin', 'PROTECTED');
  const seen: string[] = [];
  for (const name of ['eva sundin', 'evald sundqvist']) {
    await page.keyboard.press('Escape');
    await page.keyboard.type(name);
    await page.getByText('Ingen träff.').waitFor();
    const before = await screen();
    await page.keyboard.press('F8');
    await page.getByRole('dialog', { name: 'Meddelande till någon som inte visas' }).waitFor();
    const form = await screen();
    for (const said of ['Hallsberg', '070-174 06 99', 'Vill bli uppringd.']) {
      await page.keyboard.type(said);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByText('Meddelandet är lämnat.').waitFor();
    seen.push([before, form, await screen()].join('\n---\n'));
  }
  expect(seen[0]).toBe(seen[1]);
  expect(seen[0]).toMatch(
    /Säg varken att personen finns eller inte finns\. Säg: ”Jag lämnar meddelandet vidare\.”/,
  );
  expect(seen[0]).not.toMatch(/skydd|sekretessmark|Sundin|Enhetschef|0582/i);
});

test('9. somebody who has left: the caller speaks to the successor', async () => {
  const facts = ['group IT Ingrid', 'Mustafa: left'];
  await call(facts, 'mustafa', 'Mustafa Al-Hassan');
  expect(await large()).toBe('⇄\nHar slutat. Ingrid Sjöberg svarar i stället');
  expect(await number()).toBe('0582-00 12 39');
  expect(await phrase()).toBe(
    'Mustafa Al-Hassan har slutat. Vill du tala med Ingrid Sjöberg i stället?',
  );
  const all = await screen();
  expect(all).toMatch(/Koppla till Ingrid Sjöberg/);
  expect(all).not.toMatch(/0582-00 12 43|1243|070|Kan kopplas|Nummer|Frånvaro|frånvaro/);
});

test('10. a caller who is to build, and knows nobody: the word leads to those who answer for it', async () => {
  const find = `{ searchDirectory(query: "bygglov", near: "1861") {
    edges { node { ... on Unit { id version municipality { code } } ... on Person { id employeeId } } } } }`;
  const nodes = at((await app.ask('technician', find)).data, 'searchDirectory.edges.*.node');
  const ids = nodes as readonly { readonly id: string; readonly employeeId?: string }[];
  const unit = ids.find((node) => at(node, 'municipality.code') === '1861');
  const change = async (name: string, type: string, input: object) => {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code message } } }`;
    const { data, text } = await app.ask('technician', query, { input });
    expect([text, at(data, `${name}.userErrors`)]).toEqual([text, []]);
  };
  const subjects = [{ word: 'Bygglov', synonyms: ['altan', 'friggebod'] }];
  const expectedVersion = textAt(unit, 'version');
  const holder = { unitId: unit?.id };
  await change('setSubjectWords', 'SetSubjectWordsInput', { holder, subjects, expectedVersion });
  const memberIds = ids.filter(({ employeeId }) => employeeId === '40128').map(({ id }) => id);
  await change('setAnswerGroup', 'SetAnswerGroupInput', { unitId: unit?.id, memberIds });
  await page.keyboard.type('altan');
  await card().getByRole('heading', { level: 2, name: 'Bygglov' }).waitFor();
  await card().getByText('Svarsgrupp').first().waitFor();
  const all = await screen();
  expect(all).toMatch(/Enhet\s+Samhällsbyggnad · Hallsberg/);
  expect(all).toMatch(
    /Svarsgrupp\s+1\s+Anna Johansson Bygglovshandläggare ✓kan kopplas 0582-00 12 71/,
  );
  expect(all).not.toMatch(/Askersund|Sätt frånvaro/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await card().getByRole('heading', { level: 2, name: 'Anna Johansson' }).waitFor();
  await card().getByText('Bygglovshandläggare').waitFor();
  expect(await large()).toBe('✓\nKoppla samtalet');
  expect(await number()).toBe('0582-00 12 71');
});
