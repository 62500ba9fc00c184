import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { keepShots, openPage, startBrowser, violations } from '../support/browser.js';
import { startWithIssuers } from '../support/with-issuers.js';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), startBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test('/katalog is a page of the intranet that one chooses, in both languages and themes, also on a telephone', async () => {
  const answer = await fetch(`${app.url}/katalog`);
  expect(answer.headers.get('content-security-policy')).toMatch(
    /default-src 'none'; script-src 'self';/,
  );
  expect(await answer.text()).not.toMatch(/<script(?![^>]* src=)|<style| on\w+=/);
  const options = { viewport: { width: 360, height: 740 } };
  const { page, faults } = await openPage(browser, `${app.url}/katalog`, options);
  const find = async (field: string, words: string, first: RegExp) => {
    await page.getByRole('combobox', { name: field }).fill(words);
    await page.locator('staff-directory').getByRole('option', { name: first }).first().waitFor();
    expect(await page.locator('staff-directory').getByRole('option').first().innerText()).toMatch(
      first,
    );
  };
  await page.getByLabel('Kommunens intranät').selectOption({ label: 'Laxå' });
  await find('Sök i personalkatalogen', 'ekonomichef', /Laxå/);
  await page.getByLabel('Kommunens intranät').selectOption({ label: 'Hallsberg' });
  await find('Sök i personalkatalogen', 'ekonomichef', /Hallsberg/);
  expect(await violations(page)).toEqual([]);
  await keepShots(page, 'katalog-sv');
  await page.getByLabel('Språk').selectOption('en');
  await find('Search the staff directory', 'kansliet', /Unit · .*Hallsberg/);
  expect(await violations(page)).toEqual([]);
  await page.locator('staff-directory').getByRole('option').first().click();
  await page.getByRole('heading', { name: 'Kansliet' }).waitFor();
  await page.getByLabel('Appearance').selectOption('dark');
  expect(await violations(page)).toEqual([]);
  await keepShots(page, 'katalog-en');
  for (const width of [800, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await keepShots(page, `katalog-en-${width}`);
  }
  await page.setViewportSize(options.viewport);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('the demonstration exchanges its key for the pages of its own origin', async () => {
  const ask = (code: string, headers: Record<string, string>) =>
    fetch(`${app.url}/katalog/token/${code}`, { method: 'POST', headers });
  expect((await ask('1861', {})).status).toBe(404);
  expect((await ask('9999', { origin: app.url })).status).toBe(404);
  const { token } = (await (await ask('1861', { origin: app.url })).json()) as { token: string };
  expect(token).toMatch(/^vxb_/);
});

test('outside the demonstration /katalog shows nobody, hands out no token, and says how an intranet embeds the directory', async () => {
  const installed = await startWithIssuers(app, {});
  try {
    const answer = await fetch(`${installed.url}/katalog/token/1861`, {
      method: 'POST',
      headers: { origin: installed.url },
    });
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toMatch(/vxb_/);
    const options = { viewport: { width: 360, height: 740 } };
    const { page, faults } = await openPage(browser, `${installed.url}/katalog`, options);
    const asked: string[] = [];
    page.on('request', (one) => asked.push(new URL(one.url()).pathname));
    await page.getByText('Här visas inga personer.').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Personalkatalogen');
    expect(await page.locator('pre').innerText()).toContain(
      `<script src="${installed.url}/staff-directory.js" defer></script>`,
    );
    expect(await page.locator('staff-directory').count()).toBe(0);
    expect(await page.getByLabel('Kommunens intranät').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await violations(page)).toEqual([]);
    await keepShots(page, 'katalog-installed-sv');
    await page.getByLabel('Språk').selectOption('en');
    await page.getByText('Nobody is shown here.').waitFor();
    await page.getByLabel('Appearance').selectOption('dark');
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 900 });
    await keepShots(page, 'katalog-installed-en');
    expect(asked.filter((path) => path === '/graphql')).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  } finally {
    await installed.stop();
  }
});
