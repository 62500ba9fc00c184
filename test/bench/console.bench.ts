// What `npm run bench:console` runs: an operator types names among so many people, in a real browser; how long it takes
// from each key to the list that it leads to, drawn.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { startPostgres, type RunningPostgres } from '../../src/demo/postgres.js';
import { startTestApp } from '../support/app.js';
import { openPage, signIn, startBrowser } from '../support/browser.js';
import { makeTemplate } from '../support/template.js';
import { fill } from './population.js';
import { sharedBuffers } from './surroundings.js';

const result = fileURLToPath(new URL('./console.txt', import.meta.url));
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const { values } = parseArgs({ options: { people: { type: 'string', default: '5000' } } });
const people = Number(values.people);
const usual = 5_000;
/** Milliseconds of half the keys, and of 95 in 100. */
const goals = { median: 50, p95: 100 };
const typed = ['andersson', 'lindblad', 'nilsson', 'svens', 'bygglov', 'rektor', 'maria j'];
/** Longer than an answer takes, so that each key has its own list. */
const betweenKeys = 250;

/** Runs in the page: from each key press to the first frame with another list. */
const stopwatch = `(() => {
  const desk = document.querySelector('operator-console').shadowRoot.querySelector('console-desk');
  const list = desk.shadowRoot.querySelector('[role=listbox]');
  globalThis.took = [];
  let pressed = null;
  addEventListener('keydown', () => (pressed = performance.now()), true);
  new MutationObserver(() => {
    if (pressed === null) return;
    const since = pressed;
    pressed = null;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => globalThis.took.push(performance.now() - since);
      channel.port2.postMessage(null);
    });
  }).observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
})()`;

async function measure(page: Page): Promise<readonly number[]> {
  await page.evaluate(stopwatch);
  for (const round of ['warm', 'counted']) {
    if (round === 'counted') await page.evaluate('globalThis.took.length = 0');
    for (const words of typed) {
      // Clearing is no search, nor is the first letter: neither changes the list that is empty.
      await page.keyboard.press('Escape');
      await page.waitForTimeout(betweenKeys);
      await page.keyboard.type(words, { delay: betweenKeys });
      await page.waitForTimeout(betweenKeys);
    }
  }
  return (await page.evaluate('globalThis.took')) as number[];
}

async function run(postgres: RunningPostgres): Promise<void> {
  const app = await startTestApp(undefined, postgres);
  const browser = await startBrowser();
  try {
    await fill(app.app.get(DataSource), app.databaseUrl, people, app.clock.now());
    const { page } = await openPage(browser, `${app.url}/telefonist`);
    await signIn(page, 'operator');
    await page.getByText('Uppdateras direkt').waitFor({ timeout: 120_000 });
    const all = [...(await measure(page))].sort((a, b) => a - b);
    const part = (at: number, goal: number) => {
      const took = all[Math.floor(at * (all.length - 1))] ?? Number.NaN;
      return `${took.toFixed(1)} ms (goal ${goal}: ${took <= goal ? 'ok' : 'MISSED'})`;
    };
    const line = `${people} people, ${all.length} keys: median ${part(0.5, goals.median)}, p95 ${part(0.95, goals.p95)}`;
    say(line);
    const day = new Date().toISOString().slice(0, 10);
    if (people === usual)
      writeFileSync(
        result,
        `From a key to the list drawn, measured on ${day} by npm run bench:console\n${line}\n`,
      );
  } finally {
    await browser.close();
    await app.stop();
  }
}

const postgres = await startPostgres(join('.data', 'bench'), {
  durable: true,
  sharedBuffers: sharedBuffers(people),
  log: say,
});
try {
  await makeTemplate(postgres);
  await run(postgres);
} finally {
  await postgres.stop();
}
process.exit(0);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
