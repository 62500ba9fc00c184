import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { openPage, signIn, startBrowser, violations } from '../support/browser.js';

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), startBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test.each(['telefonist', 'min-sida', 'drift'])(
  '/%s is a page without inline scripts that asks nobody else, and lets a visitor sign in',
  async (path) => {
    const answer = await fetch(`${app.url}/${path}`);
    expect(answer.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self';/,
    );
    expect(await answer.text()).not.toMatch(/<script(?![^>]* src=)|<style| on\w+=/);
    const { page, faults } = await openPage(browser, `${app.url}/${path}`);
    await page.locator('[data-choice="operator"]').waitFor();
    expect(await violations(page)).toEqual([]);
    await signIn(page, 'operator');
    await page.locator('sign-in-panel').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await page.context().close();
  },
);

test('a file that the build has not made is not there, by whatever way', async () => {
  for (const name of ['nothing.js', '..%2ftelefonist.html', '%2e%2e%2f%2e%2e%2fpackage.json'])
    expect((await fetch(`${app.url}/pages/assets/${name}`)).status).toBe(404);
});
