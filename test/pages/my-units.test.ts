import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { keepShots, openPage, signIn, startBrowser, violations } from '../support/browser.js';
import { directoryFacts, type DirectoryFacts } from '../support/directory-facts.js';
import { at, textAt } from '../support/json.js';
import { chooseColleague, tabTo } from '../support/keyboard.js';

let app: TestApp;
let browser: Browser;
let facts: DirectoryFacts;
const telephone = { viewport: { width: 360, height: 740 } };

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), startBrowser()]);
  facts = await directoryFacts(app.databaseUrl);
  await facts.set('vaktmasteri@hallsberg.test', "kind = 'SHARED_PHONE'");
  const erik = await entry('erik.bjorkman');
  const duties = { managerIds: [erik.id] };
  await change('setUnitDuties', { unitId: erik.unitId, ...duties });
  const functions = (await entry('trygghetslarm')).unitId;
  const phoneResponsibleIds = [erik.id];
  await change('setUnitDuties', { unitId: functions, ...duties, phoneResponsibleIds });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await facts.close();
  await app.stop();
});

async function entry(name: string) {
  const query =
    'query ($email: EmailAddress!) { person(ref: { email: $email }) { id unit { id } } }';
  const { data } = await app.ask('technician', query, { email: `${name}@hallsberg.test` });
  return { id: textAt(data, 'person.id'), unitId: textAt(data, 'person.unit.id') };
}
async function change(field: string, input: object) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code } } }`;
  const { data } = await app.ask('technician', query, { input });
  expect(at(data, `${field}.userErrors`)).toEqual([]);
}
/** A unit as a technician sees it. */
async function unit(id: string) {
  const query = `query ($id: ID!) { node(id: $id) { ... on Unit { phoneResponsibles { displayName } answerGroup { displayName } openingHours { weekday from to } subjects { word synonyms } faultContact { number instruction entry { displayName } } } } }`;
  return at((await app.ask('technician', query, { id })).data, 'node');
}
async function openUnits(who: string, options = {}) {
  const opened = await openPage(browser, `${app.url}/min-sida`, { ...telephone, ...options });
  await signIn(opened.page, who);
  await opened.page.getByRole('button', { name: /^(Mina enheter|My units)$/ }).click();
  await opened.page.locator('unit-section').first().waitFor();
  return opened;
}
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const mending = (page: Page, what: string) =>
  page.getByRole('link', { name: `Åtgärda här: ${what}` });
const unitOn = (page: Page, name: string) =>
  page.locator('unit-section').filter({ has: page.getByRole('heading', { name, exact: true }) });
const focused = (page: Page, one: Locator) => one.and(page.locator(':focus')).waitFor();
const sideways = async (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');

test('P9, P12: whoever leads a unit finds by keyboard what it lacks, and appoints a telefonansvarig and an answer group right there', async () => {
  const { page, faults } = await openUnits('manager');
  const { unitId } = await entry('desiree.holm');
  const kansliet = unitOn(page, 'Kansliet');
  expect(await violations(page)).toEqual([]);
  await keepShots(page, 'my-units-sv-360');
  await tabTo(page, /^Åtgärda här: Kansliet: Arbetsplatsen har ingen telefonansvarig/);
  await page.keyboard.press('Enter');
  await focused(page, kansliet.getByRole('heading', { name: 'Telefonansvarig' }));
  await tabTo(page, /^Utse telefonansvarig$/);
  await page.keyboard.press('Enter');
  await chooseColleague(page, 'désirée', 'Désirée Holm');
  await page.getByText('Sparat.').waitFor();
  await button(page, 'Ta bort Désirée Holm').waitFor();
  // It holds for the units below too.
  for (const name of ['Kansliet', 'Kontaktcenter'])
    await mending(page, `${name}: Arbetsplatsen har ingen tele`).waitFor({ state: 'detached' });

  await mending(page, 'Kansliet: Arbetsplatsen har ingen svarsgrupp').press('Enter');
  await focused(page, kansliet.getByRole('heading', { name: 'Svarsgrupp' }));
  await tabTo(page, /^Lägg till i svarsgruppen$/);
  for (const [typed, name] of [
    ['désirée', 'Désirée Holm'],
    ['lindblad', 'Anna-Karin Lindblad'],
  ] as const) {
    await button(page, 'Lägg till i svarsgruppen').press('Enter');
    await chooseColleague(page, typed, name);
    await button(page, `Ta bort ${name}`).last().waitFor();
  }
  await button(page, 'Sätt Anna-Karin Lindblad först').press('Enter');
  await page.getByText('1. Anna-Karin Lindblad').waitFor();
  await mending(page, 'Kansliet: ').waitFor({ state: 'detached' });
  expect(await unit(unitId)).toMatchObject({
    phoneResponsibles: [{ displayName: 'Désirée Holm' }],
    answerGroup: [{ displayName: 'Anna-Karin Lindblad' }, { displayName: 'Désirée Holm' }],
  });
  expect(await violations(page)).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('P7, P14: opening hours, subject words and whom to turn to with faults are kept by keyboard; what is refused is told at its place', async () => {
  const { page, faults } = await openUnits('manager', { locale: 'en-GB', colorScheme: 'dark' });
  const { unitId } = await entry('desiree.holm');
  await tabTo(page, /^The unit's facts: Kansliet$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Give times$/);
  await page.keyboard.press('Enter');
  await page.getByLabel('To', { exact: true }).fill('07:00');
  await button(page, 'Save').press('Enter');
  await page.getByText('Say when the time begins and when it ends').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('To', { exact: true }).fill('16:00');
  await button(page, 'The same Monday–Friday').press('Enter');
  await button(page, 'Remove: Time 5').press('Enter');
  await button(page, 'Add a time').press('Enter');
  await page.keyboard.type('Mon');
  await button(page, 'Save').press('Enter');
  await page.getByText('These values contradict each other').waitFor();
  await page.getByLabel('Day', { exact: true }).last().selectOption('Friday');
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(await violations(page)).toEqual([]);
  await keepShots(page, 'my-units-en-360-hours');
  await button(page, 'Save').press('Enter');
  await page.getByText('Monday–Friday').waitFor();

  await button(page, 'Give words').press('Enter');
  await page.keyboard.type('protokoll: mötesprotokoll, beslut\ndiarium\n0582001234');
  await button(page, 'Save').press('Enter');
  await page.getByText(/Subject word 3: /).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('One subject word on each line').press('Control+End');
  for (let presses = 0; presses < 11; presses += 1) await page.keyboard.press('Backspace');
  await button(page, 'Save').press('Enter');
  await page.getByText('mötesprotokoll, beslut', { exact: true }).waitFor();

  await button(page, 'Say whom').press('Enter');
  await tabTo(page, /^Search for a colleague$/);
  await chooseColleague(page, 'ronja', 'Ronja Kvist');
  await page.getByLabel('To whom?').selectOption('NUMBER');
  await page.getByLabel('Number', { exact: true }).fill('0582');
  await button(page, 'Save').press('Enter');
  await page.getByText('Give a whole telephone number').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('To whom?').selectOption('ENTRY');
  await page.getByLabel('What to do (at most 200 characters)').fill('Ring först.');
  await button(page, 'Save').press('Enter');
  await page.getByText('Ronja Kvist, Ring först.').waitFor();
  const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }));
  expect(await unit(unitId)).toMatchObject({
    openingHours: week,
    subjects: [
      { word: 'protokoll', synonyms: ['mötesprotokoll', 'beslut'] },
      { word: 'diarium', synonyms: [] },
    ],
    faultContact: { entry: { displayName: 'Ronja Kvist' }, instruction: 'Ring först.' },
  });
  for (const [width, height] of [
    [800, 1800],
    [1440, 1500],
  ] as const) {
    await page.setViewportSize({ width, height });
    await keepShots(page, `my-units-en-${width}`);
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

test('P5, P16, P19: findings about people and shared telephones of the units are mended there', async () => {
  const { page, faults } = await openUnits('manager', { viewport: { width: 1440, height: 900 } });
  const greeting = 'Désirée Holm: Mobiltelefonens telefonsvarare har ingen';
  await mending(page, greeting).press('Enter');
  await focused(page, page.getByRole('heading', { name: 'Hälsning i telefonsvararen' }));
  expect(await violations(page)).toEqual([]);
  await button(page, /^Spara: Hälsning för 070/).press('Enter');
  await mending(page, greeting).waitFor({ state: 'detached' });

  await button(page, 'Ändra tillagda nummer').press('Enter');
  await page.keyboard.type('0582');
  await page.keyboard.press('Enter');
  await page.getByText('Ange ett helt telefonnummer').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Direktnummer', { exact: true }).fill('0582-00 12 97');
  await page.getByLabel('Anknytning').fill('1297');
  await page.keyboard.press('Enter');
  await page.getByText('Direktnummer, från Ett samtal').waitFor();
  await keepShots(page, 'my-units-sv-1440-person');

  const line = 'Vaktmästeri: Den gemensamma telefonen har ingen ansvarig';
  await mending(page, line).press('Enter');
  await focused(page, page.getByRole('heading', { name: 'Ansvarig för Vaktmästeri' }));
  await tabTo(page, /^Utse ansvarig$/);
  await page.keyboard.press('Enter');
  await chooseColleague(page, 'ronja', 'Ronja Kvist');
  await mending(page, line).waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await page.context().close();
});

test('P12: a telefonansvarig sees the unit and keeps it, and is told that others appoint', async () => {
  const anna =
    'query { person(ref: { employee: { municipalityCode: "1861", employeeId: "40117" } }) { id unit { id } } }';
  const { data } = await app.ask('technician', anna);
  const [id, unitId] = [textAt(data, 'person.id'), textAt(data, 'person.unit.id')];
  await change('setUnitDuties', { unitId, phoneResponsibleIds: [id] });
  const { page, faults } = await openUnits('employee');
  await button(page, 'Enhetens uppgifter: Hemtjänst Norr').press('Enter');
  await button(page, 'Ta bort Anna Johansson').press('Enter');
  await page.getByText('Du får inte utse telefonansvariga här.').waitFor();
  await button(page, 'Lägg till i svarsgruppen').press('Enter');
  await chooseColleague(page, 'warsame', 'Abdi Warsame');
  await button(page, 'Ta bort Abdi Warsame').waitFor();
  expect(await unit(unitId)).toMatchObject({ answerGroup: [{ displayName: 'Abdi Warsame' }] });
  expect(await violations(page)).toEqual([]);
  await change('setUnitDuties', { unitId, phoneResponsibleIds: [] });
  expect(faults).toEqual([]);
  await page.context().close();
});
