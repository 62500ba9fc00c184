import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { keepShots, openPage, startBrowser, violations } from '../support/browser.js';
import { pagesSignIn, startIssuer, type RunningIssuer } from '../support/oidc.js';
import { until } from '../support/until.js';
import { startWithIssuers, type SecondProgram } from '../support/with-issuers.js';

let app: TestApp;
let issuer: RunningIssuer;
let program: SecondProgram;
let browser: Browser;

// Whatever else the machine does meanwhile; each step has a bound of its own.
jest.setTimeout(120_000);
beforeAll(async () => {
  // The issuer's advice to whoever would run it in earnest.
  for (const way of ['warn', 'info'] as const)
    jest.spyOn(console, way).mockImplementation(() => undefined);
  [app, browser] = await Promise.all([startTestApp(), startBrowser()]);
  issuer = await startIssuer({ anna: { employee_id: '40117' }, erik: { employee_id: '40102' } });
  program = await startWithIssuers(app, {
    '1861': [{ ...issuer.entry, signIn: { ...pagesSignIn, label: 'Hallsbergs kommun' } }],
  });
}, 90_000);
afterAll(async () => {
  await browser.close();
  await program.stop();
  await issuer.stop();
  await app.stop();
});

/** A page of a visitor; what it asks of the issuer is by navigation alone. */
async function visit(path: string) {
  const { page, faults } = await openPage(browser, `${program.url}/${path}`);
  const asked: string[] = [];
  page.on('request', (one) => one.isNavigationRequest() || asked.push(one.url()));
  return {
    page,
    /** What went wrong, or was asked of another server by a script. */
    wrong: () => [
      ...faults.filter((fault) => !fault.startsWith('Asks ')),
      ...asked.filter((url) => !url.startsWith(program.url)),
    ],
  };
}

const choose = (page: Page) => page.getByRole('button', { name: 'Hallsbergs kommun' }).click();
async function logIn(page: Page, account: string): Promise<void> {
  await page.getByRole('heading', { name: "The municipality's login" }).waitFor();
  await page.getByLabel('Account').fill(account);
  await page.getByRole('button', { name: 'Go on' }).click();
}
const kept = (page: Page) =>
  page.evaluate('JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie])');
/** What the sign-in says; a page has places of its own for what it has to say. */
const alert = (page: Page) => page.locator('sign-in-panel').getByRole('alert').innerText();

test("an employee signs in at the municipality's own login page, and nothing of it is left behind", async () => {
  const { page, wrong } = await visit('drift');
  await page.getByRole('button', { name: 'Hallsbergs kommun' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await keepShots(page, 'sign-in');
  await choose(page);
  await logIn(page, 'anna');
  await page.getByRole('button', { name: 'Logga ut' }).waitFor();
  expect(page.url()).toBe(`${program.url}/drift`);
  expect(await kept(page)).toBe('[{},{},""]');
  await page.goBack();
  expect(page.url()).not.toContain('code=');
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('a visitor who cancels, or comes with an answer to nothing, is told so and may begin again', async () => {
  const { page, wrong } = await visit('min-sida');
  await choose(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await alert(page)).toMatch(/Inloggningen avbröts/);
  expect(page.url()).toBe(`${program.url}/min-sida`);
  for (const answer of ['code=abc&state=another', 'error=access_denied&state=x', 'state=y']) {
    await page.goto(`${program.url}/min-sida?${answer}`);
    expect(await alert(page)).toMatch(/hörde inte till någon inloggning/);
    expect(page.url()).toBe(`${program.url}/min-sida`);
  }
  expect(await violations(page)).toEqual([]);
  await choose(page);
  await page.getByRole('heading', { name: "The municipality's login" }).waitFor();
  // An answer with another state than this window's, while it waits for one.
  await page.goto(`${program.url}/min-sida?code=abc&state=${'a'.repeat(43)}`);
  expect(await alert(page)).toMatch(/hörde inte till/);
  expect(await kept(page)).toContain('[{}');
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('a code that somebody has used is refused in words', async () => {
  const { page } = await visit('min-sida');
  await choose(page);
  await page.route('**/sign-in/finish', async (route) => {
    await route.fetch();
    await route.continue();
  });
  await logIn(page, 'anna');
  expect(await alert(page)).toMatch(/för gammal eller redan använd/);
  await page.context().close();
});

test('before it ends the sign-in is made anew beside the page, which loses nothing; for the same person only', async () => {
  const { page, wrong } = await visit('drift');
  await page.clock.install();
  await choose(page);
  await logIn(page, 'anna');
  await page.getByRole('button', { name: 'Logga ut' }).waitFor();
  await page.evaluate('document.body.dataset.mark = "stays"');
  await page.clock.fastForward(7 * 60_000);
  const bar = page.getByRole('status');
  await bar.getByText(/går ut om \d minuter/).waitFor();
  expect(await violations(page)).toEqual([]);
  await keepShots(page, 'session-bar');
  await page.clock.fastForward(8 * 60_000);
  await bar.getByText('har gått ut').waitFor();
  const again = () => page.getByRole('button', { name: 'Logga in igen' }).click();
  const [beside] = await Promise.all([page.waitForEvent('popup'), again()]);
  await logIn(beside, 'anna');
  await page.getByRole('button', { name: 'Logga in igen' }).waitFor({ state: 'detached' });
  await until('The end of the window', 10_000, async () => beside.isClosed() || null);
  expect(await page.evaluate('document.body.dataset.mark')).toBe('stays');
  expect(await kept(page)).toBe('[{},{},""]');
  await page.clock.fastForward(7 * 60_000);
  await bar.getByText(/går ut om/).waitFor();
  // Somebody else at the same desk.
  await page.context().clearCookies();
  const [other] = await Promise.all([page.waitForEvent('popup'), again()]);
  await logIn(other, 'erik');
  await page.getByRole('button', { name: 'Hallsbergs kommun' }).waitFor();
  expect(await page.evaluate('document.body.dataset.mark ?? "gone"')).toBe('gone');
  expect(wrong()).toEqual([]);
  await page.context().close();
});

test('an issuer that is away is said to be so', async () => {
  const { page } = await visit('drift');
  await issuer.stop();
  app.clock.advance(3_700);
  await choose(page);
  expect(await alert(page)).toMatch(/Kommunens inloggning svarar inte/);
  await page.context().close();
});
