import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { keepShots, openPage, signIn, startBrowser, violations } from '../support/browser.js';
import { at } from '../support/json.js';
import { chooseColleague, tabTo } from '../support/keyboard.js';

let app: TestApp;
let browser: Browser;
const telephone = { viewport: { width: 360, height: 740 } };

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), startBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function openAs(who: string, options = {}) {
  const opened = await openPage(browser, `${app.url}/min-sida`, { ...telephone, ...options });
  await signIn(opened.page, who);
  await opened.page.locator('quick-absence').waitFor();
  return opened;
}
/** What an operator is told of somebody in Hallsberg. */
async function toldOf(employeeId: string) {
  const query = `query ($id: String!) { person(ref: { employee: { municipalityCode: "1861", employeeId: $id } }) { reachability { phrase } currentAbsence { reason } absences { reason note recurrence { rule exceptHolidays } referral { entry { displayName } } } standIns { displayName } forwardings { target { kind } } numbers { greeting { kind namesAlternative } } } }`;
  return at((await app.ask('operator', query, { id: employeeId })).data, 'person');
}
const ownEntry = async (employeeId: string) => {
  const query = `query ($id: String!) { person(ref: { employee: { municipalityCode: "1861", employeeId: $id } }) { id version } }`;
  return at((await app.ask('operator', query, { id: employeeId })).data, 'person');
};
/** An operator changes something beside the page. */
async function change(field: string, type: string, input: object, who = 'operator') {
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code } } }`;
  return at((await app.ask(who, query, { input })).data, `${field}.userErrors`);
}
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
async function sideways(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
}

test('P17: one touch reports lunch, an operator is told at once, and one more takes it back', async () => {
  const { page, faults } = await openAs('employee');
  expect(await violations(page)).toEqual([]);
  await keepShots(page, 'my-page-sv-360');
  await button(page, /^Lunch/).click();
  await page.getByText(/Sparat: Lunch, åter (i morgon )?omkring/).waitFor();
  expect(await toldOf('40117')).toMatchObject({
    currentAbsence: { reason: 'LUNCH' },
    reachability: { phrase: expect.stringContaining('är inte på plats just nu') },
  });
  await page.getByText(/Anna Johansson är inte på plats just nu/).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await keepShots(page, 'my-page-sv-360-lunch');
  await button(page, 'Ångra').click();
  await page.getByText('Ångrat.').waitFor();
  expect(await toldOf('40117')).toMatchObject({ currentAbsence: null });
  expect(faults).toEqual([]);
  await page.context().close();
});

test('P10: an absence is planned by keyboard, with a colleague who answers and a note, and is covered; then it is changed and taken away', async () => {
  const { page, faults } = await openAs('employee');
  await tabTo(page, /^Planera frånvaro$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Orsak$/);
  await page.keyboard.type('Utb');
  await tabTo(page, /^Vem svarar i stället\?$/);
  await page.keyboard.type('En koll');
  await tabTo(page, /^Sök kollega$/);
  await chooseColleague(page, 'björkman', 'Erik Björkman');
  await tabTo(page, /^Notering till telefonisten$/);
  await page.keyboard.type('Sal 3');
  expect(await violations(page)).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  await tabTo(page, /^Spara$/);
  await page.keyboard.press('Enter');
  await page.getByText('✓ Erik Björkman svarar i stället.').waitFor();
  expect(await toldOf('40117')).toMatchObject({
    absences: [
      { reason: 'COURSE', note: 'Sal 3', referral: { entry: { displayName: 'Erik Björkman' } } },
    ],
  });
  await button(page, /^Ändra: Utbildning/).click();
  await page.getByLabel('Vem svarar i stället?').selectOption('NOBODY');
  await page.getByLabel('Notering till telefonisten').fill('Sjuk, 121212-1212');
  await button(page, 'Spara').click();
  await page.getByText(/Noteringen får inte/).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Notering till telefonisten').fill('');
  await button(page, 'Spara').click();
  await page.getByText(/Saknar täckning/).waitFor();
  expect(await violations(page)).toEqual([]);
  await button(page, /^Ta bort: /).click();
  await page.getByText('Ingen frånvaro är planerad.').waitFor();
  expect(await toldOf('40117')).toMatchObject({ absences: [] });
  expect(faults).toEqual([]);
  await page.context().close();
});

test('an absence that repeats is made of simple choices, and begins on the first day chosen', async () => {
  const { page, faults } = await openAs('employee');
  await button(page, 'Planera frånvaro').click();
  await page.getByLabel('Orsak').selectOption('PART_TIME');
  await page.getByLabel('Upprepas').selectOption('WEEKLY');
  await button(page, 'Spara').click();
  await page.getByText('Välj minst en dag.').waitFor();
  await page.getByLabel('fredag').check();
  const from = page.getByRole('textbox', { name: 'Från' });
  await from.fill((await from.inputValue()).slice(0, 11) + '13:00');
  await button(page, 'Spara').click();
  await page.getByText('varje fredag').waitFor();
  const rule = { rule: 'FREQ=WEEKLY;BYDAY=FR', exceptHolidays: true };
  const told = (await toldOf('40117')) as { absences: unknown[] };
  expect(told.absences[0]).toMatchObject({ reason: 'PART_TIME', recurrence: rule });
  await keepShots(page, 'my-page-sv-360-series');
  await button(page, /^Ta bort alla: /).click();
  await page.getByText('Ingen frånvaro är planerad.').waitFor();
  expect(await toldOf('40117')).toMatchObject({ absences: [] });
  expect(faults).toEqual([]);
  await page.context().close();
});

test('P15: stand-ins, greeting and forwarding are kept by the person; a ring is refused, and so is what somebody else has changed meanwhile', async () => {
  const { page, faults } = await openAs('employee', { locale: 'en-GB' });
  await button(page, 'Add a stand-in').click();
  await chooseColleague(page, 'björkman', 'Erik Björkman');
  await page.getByText('1. Erik Björkman').waitFor();
  expect(await toldOf('40117')).toMatchObject({ standIns: [{ displayName: 'Erik Björkman' }] });

  await button(page, /^Lunch/).click();
  await page.getByText('Would you like to speak to Erik Björkman instead?').waitFor();
  expect(await toldOf('40117')).toMatchObject({
    absences: [{ reason: 'LUNCH', referral: { entry: { displayName: 'Erik Björkman' } } }],
  });
  await button(page, 'Undo').click();
  await page.getByText('I am putting you through.').waitFor();

  await page.getByRole('link', { name: /^Mend it here: The mobile voicemail/ }).click();
  await page.getByLabel('It says whom to turn to instead').check();
  await button(page, /^Save: Greeting for 070-174 06 35/).click();
  await page.getByRole('heading', { name: 'To be mended' }).waitFor({ state: 'detached' });
  expect(await toldOf('40117')).toMatchObject({
    numbers: [{ greeting: { kind: 'PERSONAL', namesAlternative: true } }],
  });

  const { id } = (await ownEntry('40117')) as { id: string };
  await change('setForwarding', 'SetForwardingInput', {
    person: { employee: { municipalityCode: '1861', employeeId: '40102' } },
    condition: 'UNCONDITIONAL',
    target: { entryId: id },
  });
  await button(page, 'Forward').click();
  await page.getByRole('combobox', { name: 'Search for a colleague' }).focus();
  await chooseColleague(page, 'björkman', 'Erik Björkman');
  await button(page, 'Save').click();
  await page.getByText('Calls would go round in circles. Choose somebody else.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Where to').selectOption('SWITCHBOARD');
  await button(page, 'Save').click();
  await button(page, /^Stop: Always/).waitFor();
  expect(await toldOf('40117')).toMatchObject({
    forwardings: [{ target: { kind: 'SWITCHBOARD' } }],
  });
  await button(page, /^Stop: Always/).click();
  await page.getByText('No forwarding.').waitFor();

  await change('setStandIns', 'SetStandInsInput', {
    person: { id },
    standInIds: [],
    expectedVersion: ((await ownEntry('40117')) as { version: string }).version,
  });
  await button(page, 'Remove Erik Björkman').click();
  await button(page, 'Read again').click();
  await page.getByText('Nobody is chosen.').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('P11, P12: a manager sees what is said of the people of the units, acts for one of them, and for nobody elsewhere', async () => {
  const { page, faults } = await openAs('manager', { viewport: { width: 1440, height: 900 } });
  await button(page, 'Mina enheter').click();
  const lunch = button(page, /^Lunch/);
  await button(page, 'Hjälp till: Désirée Holm').click();
  await lunch.waitFor();
  expect(await violations(page)).toEqual([]);
  await button(page, /^Möte/).click();
  await page.getByText(/Sparat: Möte/).waitFor();
  expect(await toldOf('40104')).toMatchObject({ currentAbsence: { reason: 'MEETING' } });
  await page
    .getByText(/Désirée Holm är upptagen/)
    .first()
    .waitFor();
  await keepShots(page, 'my-page-sv-1440-units');
  await button(page, 'Désirée Holm är tillbaka').click();
  await page.getByText('Sparat: frånvaron är avslutad.').waitFor();
  expect(await toldOf('40104')).toMatchObject({ currentAbsence: null });
  await page.setViewportSize(telephone.viewport);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  expect(await page.getByText('Anna Johansson').count()).toBe(0);
  const elsewhere = { person: { employee: { municipalityCode: '1861', employeeId: '40117' } } };
  const erik = await app.token('employee', '1861', '40102');
  const input = { ...elsewhere, reason: 'LUNCH' };
  expect(await change('setAbsence', 'SetAbsenceInput', input, erik)).toEqual([
    { code: 'NOT_ALLOWED' },
  ]);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('what others change is there when the window is shown again; without a connection the page says so, and comes back', async () => {
  const { page } = await openAs('employee', { locale: 'en-GB', colorScheme: 'dark' });
  const person = { employee: { municipalityCode: '1861', employeeId: '40117' } };
  await change('setAbsence', 'SetAbsenceInput', { person, reason: 'GONE_FOR_DAY' });
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await page.getByText(/Anna Johansson has gone for the day/).waitFor();
  for (const [width, height] of [
    [360, 2600],
    [800, 1800],
    [1440, 1500],
  ] as const) {
    await page.setViewportSize({ width, height });
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    await keepShots(page, `my-page-en-${width}`);
  }
  await page.context().setOffline(true);
  await button(page, 'I am back').click();
  await page.getByText('The server does not answer. Nothing was saved.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().setOffline(false);
  await button(page, 'I am back').click();
  await page.getByText('Saved: the absence has ended.').waitFor();
  await page.getByText('I am putting you through.').waitFor();
  await page.context().close();
});
