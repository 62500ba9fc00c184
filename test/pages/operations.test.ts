import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import type { Browser, Locator, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/app.js';
import { keepShots, openPage, signIn, startBrowser, violations } from '../support/browser.js';

let app: TestApp;
let browser: Browser;

// Whatever else the machine does meanwhile; each step has a bound of its own.
jest.setTimeout(120_000);
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), startBrowser()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function visit(options: Parameters<typeof openPage>[2] = {}) {
  const visited = await openPage(browser, `${app.url}/drift`, options);
  return visited;
}
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const press = (where: Locator | Page, name: string | RegExp) =>
  where.getByRole('button', { name }).click();

/** The directory without twelve of its people, who are in no way confidential. */
function twelveGone(text: string): string {
  let gone = 0;
  const leaves = (entry: string) =>
    entry.includes('\nobjectClass: inetOrgPerson') &&
    !entry.includes('\nbusinessCategory') &&
    (gone += 1) <= 12;
  return text
    .split('\n\n')
    .filter((entry) => !leaves(entry))
    .join('\n\n');
}

test('a technician sees how old each source is, reads one now, and finds what to mend', async () => {
  const { page, faults } = await visit();
  await signIn(page, 'technician');
  const sources = section(page, 'Källor');
  expect(await sources.innerText()).toMatch(/Hallsberg[^]*I ordning\. Läst till slutet nyss\./);
  await press(sources, 'Läs hallsberg nu');
  await sources.getByText('Begärt: hallsberg läses').waitFor();
  const runs = section(page, 'Senaste läsningar');
  const row = runs.getByRole('row').filter({ hasText: 'hallsberg' }).first();
  await row.getByText('Klar, med något att rätta').waitFor();
  await press(row, /^Visa 1/);
  const mend = runs.getByRole('region', { name: 'Att rätta i hallsberg' });
  expect(await mend.innerText()).toMatch(/(Rätta|Ta bort|Korta|Fyll i)/);
  expect(await violations(page)).toEqual([]);
  for (const width of [1440, 800, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await keepShots(page, `operations-sv-${width}`);
  }
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a held plan says why it waits and what it would do; it is decided by keyboard, and never at one stroke', async () => {
  app.clock.advance(60);
  await app.changeDirectory('1861', twelveGone);
  expect((await app.sync('1861'))?.status).toBe('HELD');
  const { page, faults } = await visit({ locale: 'en-GB' });
  await signIn(page, 'technician');
  const plans = section(page, 'Waiting for a decision');
  await plans.getByText('12 people would be missing').waitFor();
  await plans.getByText('More people are missing or disabled than in an ordinary week.').waitFor();
  expect(await violations(page)).toEqual([]);
  await keepShots(page, 'operations-en-held');
  await plans.getByRole('button', { name: /^Approve/ }).focus();
  await page.keyboard.press('Enter');
  await plans.getByText('Approve only if you know').waitFor();
  // The key that asked does not decide as well: it stands on what does no harm.
  await page.keyboard.press('Enter');
  await plans.getByRole('button', { name: /^Approve/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await plans.getByRole('button', { name: /^Approve/ }).waitFor();
  await plans.getByRole('button', { name: /^Reject/ }).focus();
  await page.keyboard.press('Enter');
  await plans.getByRole('button', { name: 'Yes, reject it' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await plans.getByText('Nothing waits for a decision.').waitFor();
  await section(page, 'Last reads').getByText('Held: waits for a decision').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a key is shown once when it is made, works, and is revoked after a question', async () => {
  const { page, faults } = await visit();
  await signIn(page, 'technician');
  const keys = section(page, 'Nycklar');
  await keys.getByLabel('Sort').selectOption('INTRANET_KEY');
  await keys.getByLabel('Vad den är till för').fill('Laxås intranät, prov');
  await keys.getByLabel('Kommun').selectOption({ label: 'Laxå' });
  await press(keys, 'Skapa nyckeln');
  const secret = await keys.locator('.secret code').innerText();
  expect(secret).toMatch(/^vxk_ik_/);
  await keepShots(page, 'operations-secret');
  expect(await violations(page)).toEqual([]);
  expect((await app.ask(secret, '{ municipalities { code } }')).status).toBe(200);
  await press(keys, 'Jag har sparat den');
  expect(await page.content()).not.toContain(secret);
  const row = keys.getByRole('row').filter({ hasText: 'Laxås intranät, prov' });
  await press(row, /^Spärra/);
  await press(row, 'Ja, spärra nyckeln');
  await row.getByText('Spärrad').waitFor();
  app.clock.advance(2);
  expect((await app.ask(secret, '{ municipalities { code } }')).status).toBe(401);
  const kept = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
  expect(kept).toBe('[{},{}]');
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a technician makes somebody an operator, and takes it back', async () => {
  const { page } = await visit();
  await signIn(page, 'technician');
  const grants = section(page, 'Telefonister och tekniker');
  await grants.getByLabel('E-postadress').fill('erik.bjorkman@hallsberg.test');
  await press(grants, 'Ge rollen');
  const row = grants.getByRole('row').filter({ hasText: 'Erik Björkman' });
  await press(row, /^Ta bort/);
  expect(await violations(page)).toEqual([]);
  await keepShots(page, 'operations-grant');
  await press(row, 'Ja, ta bort rollen');
  await row.waitFor({ state: 'detached' });
  await grants.getByLabel('E-postadress').fill('ingen.alls@hallsberg.test');
  await press(grants, 'Ge rollen');
  await grants.getByRole('alert').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

test('what was seen stays with its age while the server is away, and goes on by itself', async () => {
  const { page } = await visit();
  await signIn(page, 'technician');
  const sources = section(page, 'Källor');
  await sources.waitFor();
  await page.context().setOffline(true);
  await page.getByRole('alert').getByText('Servern svarar inte').waitFor();
  expect(await sources.isVisible()).toBe(true);
  await keepShots(page, 'operations-offline');
  await page.context().setOffline(false);
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.context().close();
});

test('older reads are paged to by keyboard and stay, and what is to be mended beyond a hundred is said and shown', async () => {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  // Ninety older ones like it; of the eldest more was not taken than is kept.
  await client.query(
    `insert into sync_run
     select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'rejected',
              case n when 90 then 1200 when 89 then 130 else 0 end,
              'started_at', r.started_at - n * interval '1 hour'))).*
       from sync_run r, generate_series(1, 90) n
      where r.id = (select id from sync_run where source_id = 'laxa' order by started_at limit 1)`,
  );
  await client.query(
    `insert into sync_rejection
     select gen_random_uuid(), municipality_code, id, 'nyckel ' || n, 'mail', 'NOT_AN_ADDRESS'
       from sync_run, generate_series(1, least(rejected, 1000)) n where rejected > 100`,
  );
  await client.end();
  const { page, faults } = await visit();
  await signIn(page, 'technician');
  const runs = section(page, 'Senaste läsningar');
  const older = runs.getByRole('button', { name: 'Visa äldre läsningar' });
  const rows = runs.getByRole('row');
  await older.focus();
  expect(await rows.count()).toBe(21);
  await page.keyboard.press('Enter');
  await runs.getByText('50 äldre läsningar visas.').waitFor();
  // The keyboard goes on where the list was at its end.
  const idOf = (row: Locator) => row.getAttribute('data-run');
  expect(await idOf(runs.locator('tr:focus'))).toBe(await idOf(rows.nth(21)));
  // What the page looks up by itself meanwhile takes nothing away.
  await press(section(page, 'Källor'), 'Läs laxa nu');
  await rows.nth(71).waitFor();
  await older.focus();
  await page.keyboard.press('Enter');
  await older.waitFor({ state: 'detached' });
  await press(rows.last(), /^Visa 1200/);
  const mend = runs.getByRole('region', { name: 'Att rätta i laxa' });
  await mend.getByText('1100 till visas inte här än.').waitFor();
  await keepShots(page, 'operations-rejections');
  expect(await mend.getByRole('listitem').count()).toBe(100);
  expect(await violations(page)).toEqual([]);
  await mend.getByRole('button', { name: 'Visa alla' }).focus();
  await page.keyboard.press('Enter');
  await mend.getByText('200 till kan inte visas: av en läsning sparas högst 1 000.').waitFor();
  expect(await mend.getByRole('listitem').count()).toBe(1000);
  await press(mend, 'Stäng');
  await press(rows.nth((await rows.count()) - 2), /^Visa 130/);
  await press(mend, 'Visa alla');
  await mend.getByRole('listitem').nth(129).waitFor();
  expect(await mend.getByText(/till (visas inte|kan inte)/).count()).toBe(0);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a technician chooses how the page looks, and it looks so at the next visit', async () => {
  const { page } = await visit({ colorScheme: 'light' });
  await signIn(page, 'technician');
  const ground = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
  const look = page.getByLabel('Utseende');
  const light = await ground();
  await look.focus();
  await page.keyboard.press('End');
  const dark = await ground();
  expect(dark).not.toBe(light);
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await signIn(page, 'technician');
  expect(await look.inputValue()).toBe('dark');
  expect(await ground()).toBe(dark);
  await look.selectOption({ label: 'Som systemet' });
  expect(await ground()).toBe(light);
  expect(await page.evaluate('JSON.stringify({ ...localStorage })')).toBe('{}');
  await page.context().close();
});

test('nobody but a technician sees anything of it', async () => {
  const { page } = await visit();
  await signIn(page, 'employee');
  await page.getByRole('alert').getByText('för systemtekniker').waitFor();
  await keepShots(page, 'operations-not-for-you');
  expect(await page.getByRole('region').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});
