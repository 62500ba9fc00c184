import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
/** What tests have seen, for whoever wants to look (npm run shots). */
export const shots = resolve('.data', 'shots');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A real Chromium that asks nobody but the program; the caller closes it. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page of a visitor of one's own, who speaks Swedish unless told otherwise; what the page logs as an error, or asks of somebody else, fails the test. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const context = await browser.newContext({ locale: 'sv-SE', ...options });
  const page = await context.newPage();
  // Whatever else the machine does meanwhile.
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  const { origin } = new URL(address);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) faults.push(`Asks ${url}`);
  });
  await page.goto(address);
  return { page, faults };
}

/** Chooses somebody of the demonstration. */
export async function signIn(page: Page, who: string): Promise<void> {
  await page.locator(`[data-choice="${who}"]`).click();
}

/** What axe finds wrong with a page as it is (WCAG 2.2 AA); empty is good. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(levels)} } }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.flat().join(' ') + ' ' + (n.any[0]?.message ?? n.all[0]?.message ?? '')).join('; ')))`,
  )) as string[];
  return found;
}

/** Keeps a picture of a page in both themes, when they were asked for: they take a third of a page's test. */
export async function keepShots(page: Page, name: string): Promise<void> {
  if (process.env['WRITE_SHOTS'] !== '1') return;
  if (!existsSync(shots)) mkdirSync(shots, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
