import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { keepShots, openPage, signIn, startBrowser, violations } from '../support/browser.js';
import { at, textAt } from '../support/json.js';
import { tabTo } from '../support/keyboard.js';

let app: TestApp;
let browser: Browser;
let officer: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), startBrowser()]);
  officer = await app.token('officer', '1861');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Anna Johansson's entry, as she or whoever may see it does. */
async function anna(who: string) {
  const query = `query { person(ref: { employee: { municipalityCode: "1861", employeeId: "40117" } }) { id version unit { id } bestReached { weekday from to } subjects { word synonyms } } }`;
  return at((await app.ask(who, query)).data, 'person');
}
async function officerDoes(field: string, input: object) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { userErrors { code } } }`;
  const { data } = await app.ask(officer, query, { input });
  expect(at(data, `${field}.userErrors`)).toEqual([]);
}
async function openAs(who: string, options = {}) {
  const telephone = { viewport: { width: 360, height: 740 }, ...options };
  const opened = await openPage(browser, `${app.url}/min-sida`, telephone);
  await signIn(opened.page, who);
  await opened.page.locator('quick-absence').waitFor();
  return opened;
}
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const lookAgain = (page: Page) =>
  page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

test('P8: best-reached times are given where the department has decided so; where it has not, the page says so, and times that nobody sees are taken away', async () => {
  const unitId = textAt(await anna('operator'), 'unit.id');
  const { page, faults } = await openAs('employee');
  const best = page.locator('[data-place="best-reached"]');
  await tabTo(page, /^Ange tider$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Samma måndag–fredag$/);
  await page.keyboard.press('Enter');
  await best.getByRole('button', { name: 'Spara' }).press('Enter');
  await page.getByText('Förvaltningens ledning har inte beslutat').waitFor();
  expect(await violations(page)).toEqual([]);
  const decision = { unitId, decisionReference: 'KS 2026:1', decidedOn: '2026-01-15' };
  await officerDoes('setDepartmentDecision', { ...decision, bestReached: true });
  await best.getByRole('button', { name: 'Spara' }).press('Enter');
  await best.getByText('måndag–fredag').waitFor();
  const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:30' }));
  expect(await anna('operator')).toMatchObject({ bestReached: week });

  await officerDoes('setDepartmentDecision', { unitId, bestReached: false });
  await lookAgain(page);
  await page.getByRole('link', { name: /^Åtgärda här: Tider då personen träffas/ }).press('Enter');
  await best.getByText('visas inte för någon').waitFor();
  expect(await violations(page)).toEqual([]);
  await keepShots(page, 'my-page-sv-360-unseen-times');
  await tabTo(page, /^Ta bort tiderna$/);
  await page.keyboard.press('Enter');
  await button(page, 'Ange tider').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('P14: everybody keeps the words by which callers ask for what one does, and the switchboard finds by them', async () => {
  const { page, faults } = await openAs('employee', { locale: 'en-GB', colorScheme: 'dark' });
  await tabTo(page, /^Give words$/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('rullstolar: permobil, rollator');
  expect(await violations(page)).toEqual([]);
  await tabTo(page, /^Save$/);
  await page.keyboard.press('Enter');
  await page.getByText('permobil, rollator', { exact: true }).waitFor();
  const query = '{ searchDirectory(query: "permobil") { edges { node { displayName } } } }';
  expect(at((await app.ask('operator', query)).data, 'searchDirectory.edges')).toEqual([
    { node: { displayName: 'Anna Johansson' } },
  ]);
  await button(page, 'Change').press('Enter');
  await page.getByLabel('One subject word on each line').fill('');
  await button(page, 'Save').first().press('Enter');
  await page.getByText('No words are given.').waitFor();
  expect(await anna('operator')).toMatchObject({ subjects: [] });
  expect(faults).toEqual([]);
  await page.context().close();
});

test('whoever is PROTECTED chooses on the page how to appear; nothing of it stays in the browser', async () => {
  const { id: personId, version: expectedVersion } = (await anna(officer)) as {
    id: string;
    version: string;
  };
  const of = { personId, expectedVersion, caseReference: 'KS 2026:2' };
  await officerDoes('setProtection', { ...of, level: 'PROTECTED' });
  const { page, faults } = await openAs('employee');
  await page.getByLabel('Hur vill du visas?').selectOption('ALIAS');
  await page.getByLabel('Namnet som visas').fill('Anna 2');
  await page.locator('presentation-section').getByRole('button', { name: 'Spara' }).press('Enter');
  await page.getByText('Ett namn har inga siffror.').waitFor();
  expect(await violations(page)).toEqual([]);
  await keepShots(page, 'my-page-sv-360-protected');
  await page.getByLabel('Namnet som visas').fill('Kim Berg');
  await page.locator('presentation-section').getByRole('button', { name: 'Spara' }).press('Enter');
  await page.locator('presentation-section').getByText('Sparat.').waitFor();
  expect(await anna('operator')).toBeNull();
  const query = '{ searchDirectory(query: "Kim Berg") { edges { node { displayName } } } }';
  expect(at((await app.ask('operator', query)).data, 'searchDirectory.edges')).toEqual([
    { node: { displayName: 'Kim Berg' } },
  ]);
  expect(
    await page.evaluate('[location.href, localStorage.length, sessionStorage.length]'),
  ).toEqual([`${app.url}/min-sida`, 0, 0]);
  expect(faults).toEqual([]);
  await page.context().close();
});
