import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { keepShots, openPage, startBrowser, violations } from '../support/browser.js';
import { startIntranet, type Intranet } from '../support/intranet.js';
import { at, textAt } from '../support/json.js';
import { until } from '../support/until.js';

let app: TestApp;
let browser: Browser;
let intranet: Intranet;
const kansliet: Record<string, string> = {};

// Whatever else the machine does meanwhile; each step has a bound of its own.
jest.setTimeout(120_000);
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), startBrowser()]);
  intranet = await startIntranet(app.url, app.keys['intranetHallsberg'] ?? '');
  await furnish();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await intranet.stop();
  await app.stop();
});

const person =
  'query ($email: EmailAddress!) { person(ref: { email: $email }) { id unit { id } } }';

/** Somebody answers in Kansliet, and for it. */
async function furnish(): Promise<void> {
  for (const name of ['erik.bjorkman', 'desiree.holm', 'lars-ake.nilsson']) {
    const { data } = await app.ask('operator', person, { email: `${name}@hallsberg.test` });
    kansliet[name] = textAt(data, 'person.id');
    if (name === 'desiree.holm') kansliet['unit'] = textAt(data, 'person.unit.id');
  }
  const {
    unit: unitId = '',
    'desiree.holm': desiree = '',
    'lars-ake.nilsson': lars = '',
  } = kansliet;
  const change = async (name: string, input: object) => {
    const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input!`;
    const text = `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code } } }`;
    expect(at((await app.ask('technician', text, { input })).data, `${name}.userErrors`)).toEqual(
      [],
    );
  };
  await change('setUnitDuties', {
    unitId,
    managerIds: [kansliet['erik.bjorkman']],
    phoneResponsibleIds: [desiree],
  });
  await change('setAnswerGroup', { unitId, memberIds: [lars, desiree] });
  const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:30' }));
  await change('setOpeningHours', { unitId, windows: week });
}

/** What went wrong in the page, but that it asks the program, which is another origin than the page's. */
const wrong = (faults: readonly string[]) =>
  faults.filter((fault) => !fault.startsWith(`Asks ${app.url}/`));

/** Pictures of what is shown, on screens of these widths. */
async function shotsOf(page: Page, name: string): Promise<void> {
  for (const width of [360, 800, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await keepShots(page, `${name}-${width}`);
  }
}

async function opened(): Promise<{ page: Page; faults: readonly string[] }> {
  const { page, faults } = await openPage(browser, `${intranet.url}/`);
  await page.getByRole('combobox').waitFor();
  return { page, faults };
}

describe("an intranet's page of another origin, under a strict policy", () => {
  test('finds by keyboard a person, the card, the unit and back, with nobody in the address', async () => {
    const { page, faults } = await opened();
    await page.getByRole('combobox', { name: 'Sök i personalkatalogen' }).focus();
    await page.keyboard.type('desiree holm');
    await page.getByText('1 träff', { exact: true }).waitFor();
    await page.getByRole('option', { name: /Désirée Holm.*Kansliet.*Hallsberg/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shotsOf(page, 'staff-directory-search');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const name = page.getByRole('heading', { name: 'Désirée Holm' });
    await name.waitFor();
    expect(await name.evaluate((one) => one.matches(':focus'))).toBe(true);
    const numbers = page.getByRole('link', { name: /^0\d+-/ });
    expect(await numbers.count()).toBeGreaterThan(0);
    expect(await numbers.first().getAttribute('href')).toMatch(/^tel:\+46/);
    expect(await violations(page)).toEqual([]);
    await shotsOf(page, 'staff-directory-card');

    await page.getByRole('button', { name: 'Kansliet' }).press('Enter');
    await page.getByRole('heading', { name: 'Kansliet' }).waitFor();
    const said = await page.locator('article').innerText();
    expect(said).toMatch(/Öppettider\s+måndag–fredag 08:00–16:30/);
    expect(said).toMatch(/Chef\s+Erik Björkman/);
    expect(said).toMatch(/Telefonansvarig\s+Désirée Holm/);
    expect(said).toMatch(/Svarsgrupp\s+Lars-Åke Nilsson[^]*Désirée Holm[^]*Arbetar här/);
    expect(said).toMatch(/Arbetar här[^]*Erik Björkman[^]*Désirée Holm[^]*Anna-Karin Lindblad/);
    expect(await violations(page)).toEqual([]);
    await shotsOf(page, 'staff-directory-unit');

    expect(page.url()).toBe(`${intranet.url}/`);
    expect(JSON.stringify(await page.evaluate('history.state'))).toMatch(
      /^\{"staffDirectory":\{"visit":"[a-z\d]+","at":2\}\}$/,
    );
    await page.goBack();
    await name.waitFor();
    await page.getByRole('button', { name: 'Tillbaka' }).press('Enter');
    await page.getByRole('option').waitFor();
    expect(await page.getByRole('combobox').evaluate((one) => one.matches(':focus'))).toBe(true);
    await page.goForward();
    await name.waitFor();
    expect(wrong(faults)).toEqual([]);
    expect(await page.evaluate('[localStorage.length, sessionStorage.length]')).toEqual([0, 0]);
    await page.context().close();
  });

  test('shows mobile numbers of its own municipality, and not of others', async () => {
    const { page, faults } = await opened();
    const find = async (words: string, who: string) => {
      await page.getByRole('combobox').fill(words);
      await page.getByRole('option', { name: who }).first().click();
      await page.getByRole('heading', { name: who }).waitFor();
      const said = await page.locator('article').innerText();
      await page.getByRole('button', { name: 'Tillbaka' }).click();
      return said;
    };
    expect(await find('anna johansson hemtjänst', 'Anna Johansson')).toMatch(
      /Mobil\s+070-174 06 35/,
    );
    expect(await find('roger westman', 'Roger Westman')).toMatch(
      /Direkt\s+0584-00 21 01(?![^]*Mobil)/,
    );
    expect(wrong(faults)).toEqual([]);
    await page.context().close();
  });

  test('is told of a change while the card is open, and says when the intranet lets nobody in', async () => {
    const { page } = await openPage(browser, 'about:blank');
    await page.clock.install({ time: app.clock.now() });
    await page.goto(`${intranet.url}/`);
    await page.getByRole('combobox').fill('lars-åke nilsson');
    await page.clock.runFor(1_000);
    await page
      .getByRole('option', { name: /Lars-Åke Nilsson/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Lars-Åke Nilsson' }).waitFor();
    const input = {
      person: { email: 'lars-ake.nilsson@hallsberg.test' },
      reason: 'MEETING',
      endsAt: new Date(app.clock.now().getTime() + 3_600_000).toISOString(),
    };
    const text =
      'mutation ($input: SetAbsenceInput!) { setAbsence(input: $input) { userErrors { code message field } } }';
    expect(at((await app.ask('operator', text, { input })).data, 'setAbsence.userErrors')).toEqual(
      [],
    );
    await until('What has changed', 30_000, async () => {
      await page.clock.runFor(31_000);
      return (await page.locator('.where').getByText(/åter/).count()) > 0 ? true : null;
    });
    await keepShots(page, 'staff-directory-absent');

    const before = intranet.given();
    app.clock.advance(601);
    // A read is answered in the machine's own time, and only then the page waits for the next one.
    const later = () => page.clock.runFor(61_000);
    await until('Another token', 30_000, async () => {
      await later();
      return intranet.given() > before ? true : null;
    });

    intranet.refuse(true);
    app.clock.advance(601);
    const alert = page.getByRole('alert');
    const refused = alert.getByText(/Intranätet släpper inte in dig.*kan vara gammalt/);
    await until('The refusal', 30_000, async () => {
      await later();
      return (await refused.count()) > 0 ? true : null;
    });
    await page.getByRole('heading', { name: 'Lars-Åke Nilsson' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await keepShots(page, 'staff-directory-refused');
    intranet.refuse(false);
    await page.getByRole('button', { name: 'Försök igen' }).click();
    await alert.waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('is at most 60 kB compressed, one file, kept for minutes', async () => {
    const answer = await fetch(`${app.url}/staff-directory.js`);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    const script = Buffer.from(await answer.arrayBuffer());
    expect(gzipSync(script).length).toBeLessThan(60_000);
    expect(script.toString()).not.toMatch(/\bimport\s*[({"']|\beval\(|new Function/);
  });
});
