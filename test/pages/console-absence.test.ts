import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { lars, sofia, startAnswering, type Answering } from '../support/answering.js';
import { keepShots, openPage, signIn, startBrowser, violations } from '../support/browser.js';
import { at } from '../support/json.js';

let world: Answering;
let browser: Browser;
let page: Page;
let faults: readonly string[];

const panel = () => page.getByRole('dialog', { name: 'Frånvaro för Lars-Åke Nilsson' });
const says = (text: string | RegExp) =>
  page.getByRole('article').filter({ hasText: text }).waitFor();
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** The absences of Lars-Åke as they are kept. */
const kept = () =>
  world.entry(
    'operator',
    lars,
    '... on Person { absences { reason endsAtPrecision referral { kind entry { displayName } } } }',
  );
const set = (input: object) =>
  world.change('operator', 'setAbsence', { person: { id: world.id[lars] }, ...input });
const tomorrow = (hour: number) => {
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  return `${day}T${String(hour).padStart(2, '0')}:00:00Z`;
};

beforeAll(async () => {
  [world, browser] = await Promise.all([startAnswering(), startBrowser()]);
  ({ page, faults } = await openPage(browser, `${world.app.url}/telefonist`));
  await signIn(page, 'operator');
  await page.getByText('Uppdateras direkt').waitFor();
}, 90_000);
afterAll(async () => {
  expect(faults).toEqual([]);
  await browser.close();
  await world.stop();
});
beforeEach(async () => {
  await world.facts.db.query('delete from absence');
  await press('Escape', 'Escape');
});

/** Finds Lars-Åke, as he is known just now, and opens the panel. */
async function open() {
  await press('Escape');
  await page.keyboard.type('lars-å');
  await says('Koppla samtalet');
  await press('F4');
  await panel().waitFor();
}
/** Writes in the field of whoever answers instead, and takes the first who is found. */
async function choose(typed: string, name: string) {
  await press('Tab', 'Tab');
  await page.keyboard.type(typed);
  await panel().getByRole('option', { name, selected: true }).waitFor();
  await press('Enter');
}

describe('P10: who answers instead, from the panel', () => {
  test('is somebody found by typing, which sets no absence; the letter after it does', async () => {
    await open();
    await choose('renstr', 'Sofia Renström');
    expect(await panel().getByLabel('Svarar i stället').first().inputValue()).toBe(
      'Sofia Renström',
    );
    expect(at(await kept(), 'absences')).toEqual([]);
    await press('m');
    await page.getByText('Frånvaron är satt.').waitFor();
    await says(/Upptagen, åter (i morgon )?omkring .*Sofia Renström svarar i stället/);
  });

  test('stays where nobody is chosen, and is another, or nobody, where that is chosen', async () => {
    await set({ reason: 'MEETING', referral: { entryId: world.id[sofia] } });
    const somebody = { kind: 'PERSON', entry: { displayName: 'Sofia Renström' } };
    await press('Escape');
    await page.keyboard.type('lars-å');
    await says('Sofia Renström svarar i stället');
    await press('F4');
    await panel().getByPlaceholder('Som nu: Sofia Renström').waitFor();
    expect(await violations(page)).toEqual([]);
    await press('l');
    // Only then has the other one ended.
    await page.getByText('Frånvaron är satt.').waitFor();
    await says('Inte på plats just nu');
    expect(at(await kept(), 'absences.*.referral')).toEqual([somebody]);
    for (const [down, referral] of [
      [1, { kind: 'VOICEMAIL', entry: null }],
      [2, { kind: 'SWITCHBOARD', entry: null }],
      [3, null],
    ] as const) {
      await press('F4', 'ArrowDown', 'ArrowDown');
      for (let i = 0; i < down; i += 1) await press('ArrowDown');
      expect(await violations(page)).toEqual([]);
      await press('Enter', 'm');
      await page.getByText('Frånvaron är satt.').waitFor();
      expect(at(await kept(), 'absences.*.referral')).toEqual([referral]);
    }
  });

  test('is not guessed: half a name is refused, and Escape closes the list before the panel', async () => {
    await open();
    await press('Tab', 'Tab');
    await page.keyboard.type('renst');
    await panel().getByRole('option', { name: 'Sofia Renström' }).waitFor();
    await press('Escape', 'ArrowUp', 'ArrowUp', 'l');
    await panel().getByRole('alert').getByText('Välj någon i listan').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(at(await kept(), 'absences')).toEqual([]);
    await press('Escape');
    await panel().waitFor({ state: 'detached' });
  });
});

describe('P17: what is planned, from the panel', () => {
  test('begins when the operator says, and the call goes through until then', async () => {
    await open();
    await press('ArrowDown');
    await page.keyboard.type('i morgon 8');
    await panel().getByText('från i morgon 8.00').waitFor();
    await press('Enter');
    await page.keyboard.type('1130');
    await panel().getByText('åter i morgon 11.30').waitFor();
    await keepShots(page, 'console-absence-planned');
    await press('u');
    await page.getByText('Frånvaron är planerad från i morgon 8.00.').waitFor();
    await says(/Koppla samtalet.*Kommande.*Inte på plats, i morgon 8.00, åter i morgon 11.30/s);
  });

  test('is changed and removed there, and stays as it is otherwise', async () => {
    const times = { startsAt: tomorrow(8), endsAt: tomorrow(11), endsAtPrecision: 'ABOUT' };
    await set({ reason: 'MEETING', ...times, referral: { entryId: world.id[sofia] } });
    await open();
    await panel()
      .getByRole('button', { name: /^Ändra/ })
      .waitFor();
    await press('Shift+Tab', 'Shift+Tab', 'Enter');
    await panel().getByPlaceholder('Som nu: Sofia Renström').waitFor();
    expect(await violations(page)).toEqual([]);
    await keepShots(page, 'console-absence-change');
    // Escape lets it be, and the panel stays.
    await press('Escape');
    await press('Shift+Tab', 'Shift+Tab', 'Enter', 't');
    await page.getByText('Den planerade frånvaron är ändrad.').waitFor();
    expect(at(await kept(), 'absences')).toEqual([
      {
        reason: 'TRAVEL',
        endsAtPrecision: 'ABOUT',
        referral: { kind: 'PERSON', entry: { displayName: 'Sofia Renström' } },
      },
    ]);
    await press('F4');
    await panel()
      .getByRole('button', { name: /^Ta bort/ })
      .waitFor();
    await press('Shift+Tab', 'Enter');
    await page.getByText('Den planerade frånvaron är borttagen.').waitFor();
    expect(at(await kept(), 'absences')).toEqual([]);
  });

  test('is shown once where it repeats, and removed for that time only', async () => {
    const recurrence = { rule: 'FREQ=DAILY' };
    await set({ reason: 'LUNCH', startsAt: tomorrow(10), endsAt: tomorrow(11), recurrence });
    const before = at(await kept(), 'absences') as readonly unknown[];
    await open();
    const line = panel().getByRole('listitem').filter({ hasText: 'upprepas' });
    await line.waitFor();
    expect(await line.count()).toBe(1);
    expect(await page.getByRole('article').getByText('upprepas').count()).toBe(1);
    expect(
      await panel()
        .getByRole('button', { name: /^Ändra/ })
        .count(),
    ).toBe(0);
    expect(await violations(page)).toEqual([]);
    await press('Shift+Tab', 'Enter');
    await page.getByText('Frånvaron är borttagen den här gången.').waitFor();
    const after = at(await kept(), 'absences') as readonly unknown[];
    expect(after.length).toBe(before.length - 1);
  });

  test('is refused in words where a time is none or the end comes first', async () => {
    await open();
    await page.keyboard.type('99');
    await press('l');
    await panel().getByText('Det är ingen tid.').waitFor();
    await press('ArrowDown');
    await page.keyboard.type('3/12 8');
    await press('Enter', 'Control+a');
    await page.keyboard.type('2/12 8');
    await press('l');
    await panel().getByText('Frånvaron slutar innan den börjar.').waitFor();
    expect(at(await kept(), 'absences')).toEqual([]);
  });
});
