import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  desiree,
  lars,
  mail,
  sofia,
  startAnswering,
  type Answering,
} from '../support/answering.js';
import { keepShots, openPage, signIn, startBrowser, violations } from '../support/browser.js';
import { startCuttingProxy } from '../support/cutting-proxy.js';
import { at, textAt } from '../support/json.js';

const report =
  'mutation ($input: ReportLinesInput!) { reportLines(input: $input) { userErrors { code } } }';
let world: Answering;
let browser: Browser;
let page: Page;
let faults: readonly string[];

/** An operator who has signed in, at the desk; `before` is done with the page first. */
async function operator(url = world.app.url, before?: (page: Page) => Promise<void>) {
  const opened = await openPage(browser, `${url}/telefonist`);
  await before?.(opened.page);
  await signIn(opened.page, 'operator');
  await opened.page.getByText('Uppdateras direkt').waitFor();
  return opened;
}
const card = (desk: Page) => desk.getByRole('article');
const option = (desk: Page, name: string | RegExp) =>
  desk.getByRole('listbox', { name: /Sök/ }).getByRole('option', { name });
const reportDesiree = (status: string, reportSeq: string) =>
  reportLines([
    { number: '+46582001235', status, reportSeq, observedAt: new Date().toISOString() },
  ]);
const reportLines = (lines: readonly object[]) =>
  world.app.ask('phoneSystem', report, { input: { dialPlan: 'sydnarke.test', lines } });
const says = (desk: Page, text: string | RegExp) => card(desk).filter({ hasText: text }).waitFor();
/** Types as an operator does at the next call, and waits for the card. */
async function search(desk: Page, words: string, name: string) {
  await desk.keyboard.press('Escape');
  await desk.keyboard.type(words);
  await card(desk).getByRole('heading', { level: 2, name }).waitFor();
}

beforeAll(async () => {
  [world, browser] = await Promise.all([startAnswering(), startBrowser()]);
  ({ page, faults } = await operator());
}, 90_000);
afterAll(async () => {
  await browser.close();
  await world.stop();
});

describe('by the keyboard, from some letters to an answer', () => {
  test('P13: who can be put through, to which number, and whether it may be told', async () => {
    await search(page, 'désir', 'Désirée Holm');
    await says(page, /Koppla samtalet.*0582-00 12 35.*Får sägas/s);
    expect(await violations(page)).toEqual([]);
  });

  test('P4: when somebody is back, and who answers instead, one key away', async () => {
    const input = {
      person: { id: world.id[lars] },
      reason: 'MEETING',
      note: 'Sitter i nämnden',
      referral: { entryId: world.id[sofia] },
    };
    expect(await world.change('operator', 'setAbsence', input)).toEqual([]);
    await search(page, 'lars-å', 'Lars-Åke Nilsson');
    await says(page, /Upptagen, åter (i morgon )?omkring .*Sofia Renström svarar i stället/);
    // P23: the note and the exact reason are not on the screen until asked for.
    expect(await card(page).innerText()).not.toMatch(/nämnden|Möte/);
    await page.keyboard.press('F6');
    await says(page, /Möte.*Sitter i nämnden/s);
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    await card(page).getByRole('heading', { level: 2, name: 'Sofia Renström' }).waitFor();
    await search(page, 'lars-å', 'Lars-Åke Nilsson');
    await says(page, /Visa det som inte får sägas/);
    expect(await card(page).innerText()).not.toMatch(/nämnden|Möte/);
  });

  test('P13: somebody busy: wait, or call again; never a word of a call (P22)', async () => {
    await reportDesiree('IN_CALL', '1');
    await search(page, 'désir', 'Désirée Holm');
    await says(page, /Upptagen. Låt vänta.*är upptagen. Vill du vänta eller ringa igen/s);
    expect(await card(page).innerText()).not.toMatch(/Telefonen/);
    await reportDesiree('IDLE', '2');
    await says(page, 'Koppla samtalet');
  });

  test('P16: a telephone that a team shares, with who is responsible', async () => {
    await world.facts.db.query(
      `update person set kind = 'SHARED_PHONE', manager_id = (select id from person where email = $2)
        where email = $1`,
      [mail(sofia), mail('erik.bjorkman')],
    );
    await search(page, 'renstr', 'Sofia Renström');
    await says(page, /Gemensam telefon.*Erik Björkman Ansvarig/s);
    await world.facts.db.query(`update person set kind = 'EMPLOYEE' where email = $1`, [
      mail(sofia),
    ]);
  });

  test('P11: somebody without any telephone has nothing to ask for, and is not said to be withheld', async () => {
    const numbers = `delete from directory_number where person_id = (select id from person where email = $1)`;
    await world.facts.db.query(numbers, [mail(sofia)]);
    await search(page, 'renstr', 'Sofia Renström');
    await says(page, /har ingen telefon att koppla till/);
    expect(await violations(page)).toEqual([]);
    await card(page).getByRole('button', { name: 'Sätt frånvaro' }).waitFor();
    expect(await card(page).innerText()).not.toMatch(/Lämnas inte ut|Begär|Nummer/);
  });

  test('P14: a unit by what callers ask for, and on to its answer group', async () => {
    const subjects = [{ word: 'Kvarglömt', synonyms: ['hittegods'] }];
    const unit = await world.unit('technician', world.kansliet, 'version');
    const expectedVersion = textAt(unit, 'version');
    const input = { holder: { unitId: world.kansliet }, subjects, expectedVersion };
    expect(await world.change('technician', 'setSubjectWords', input)).toEqual([]);
    const group = { unitId: world.kansliet, memberIds: [world.id[desiree]] };
    expect(await world.change('technician', 'setAnswerGroup', group)).toEqual([]);
    await search(page, 'hittegods', 'Kansliet');
    await says(page, /Enhet.*Svarsgrupp.*Désirée Holm.*Kvarglömt/s);
    await keepShots(page, 'console-unit');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    await card(page).getByRole('heading', { level: 2, name: 'Désirée Holm' }).waitFor();
  });

  test('P21: the numbers of somebody RESTRICTED only for a purpose, and not for long', async () => {
    await search(page, 'josefin', 'Josefin Årman');
    await says(page, /Lämnas inte ut av växeln/);
    expect(await card(page).innerText()).not.toMatch(/0582-00 12 61/);
    await page.keyboard.press('F6');
    await page.getByRole('dialog', { name: 'Begär numren till Josefin Årman' }).waitFor();
    await keepShots(page, 'console-reveal');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('1');
    await says(page, /0582-00 12 61.*Får inte sägas/s);
    await search(page, 'désir', 'Désirée Holm');
    await search(page, 'josefin', 'Josefin Årman');
    await says(page, /Lämnas inte ut av växeln/);
    expect(await card(page).innerText()).not.toMatch(/0582-00 12 61/);
  });

  test('P21: of somebody PROTECTED there is nothing, and a message goes to the officers', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.type('eva sundin');
    await page.getByText('Ingen träff.').waitFor();
    await page.keyboard.press('F8');
    const form = page.getByRole('dialog', { name: 'Meddelande till någon som inte visas' });
    expect(await form.getByLabel('Vem söks').inputValue()).toBe('eva sundin');
    await page.keyboard.type('Hallsberg');
    await page.keyboard.press('Tab');
    await page.keyboard.type('070-174 06 99');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Vill bli uppringd.');
    await keepShots(page, 'console-message');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Meddelandet är lämnat.').waitFor();
    const officer = await world.app.token('officer', '1861');
    const inbox = '{ contactRequests { edges { node { name callerNumber } } } }';
    const { data } = await world.app.ask(officer, inbox);
    expect(at(data, 'contactRequests.edges.*.node')).toEqual([
      { name: 'eva sundin', callerNumber: '+46701740699' },
    ]);
  });
});

test('P17: lunch by two keys is on the other operator’s screen by itself, and ended by two', async () => {
  const other = await operator();
  await search(other.page, 'anna-karin lindblad', 'Anna-Karin Lindblad');
  await says(other.page, 'Koppla samtalet');
  await search(page, 'anna-karin lindblad', 'Anna-Karin Lindblad');
  await page.keyboard.press('F4');
  await page.keyboard.press('l');
  await page.getByText('Frånvaron är satt.').waitFor();
  for (const desk of [page, other.page]) {
    await says(desk, /Inte på plats just nu, åter (i morgon )?omkring/);
    await option(desk, /Inte på plats just nu, åter (i morgon )?omkring/).waitFor();
  }
  await page.keyboard.press('F4');
  await page.keyboard.press('x');
  await page.getByText('Frånvaron är avslutad.').waitFor();
  for (const desk of [page, other.page]) await says(desk, 'Koppla samtalet');
  expect(other.faults).toEqual([]);
  await other.page.context().close();
});

test('P13: what came and went before the stream told of it does not stay on the screen', async () => {
  let unseen = false;
  // As if both changes were one to the stream, after which everything is as it was.
  const { page: desk } = await operator(world.app.url, (opened) =>
    opened.routeWebSocket('**/graphql', (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) => {
        if (!unseen || !message.includes('EntryChanged')) socket.send(message);
      });
    }),
  );
  unseen = true;
  await reportDesiree('IN_CALL', '3');
  await search(desk, 'désir', 'Désirée Holm');
  await desk.keyboard.press('F6');
  await says(desk, 'Telefonen är upptagen.');
  await reportDesiree('IDLE', '4');
  await says(desk, /Koppla samtalet.*Telefonen är ledig\./s);
  await option(desk, /Kan kopplas/).waitFor();
  await desk.context().close();
}, 60_000);

test('a broken connection: what is known stays with its age and can be searched; it comes back by itself', async () => {
  const proxy = await startCuttingProxy(Number(new URL(world.app.url).port), null);
  const { page: desk } = await operator(`http://127.0.0.1:${proxy.port}`);
  await search(desk, 'désir', 'Désirée Holm');
  await says(desk, /Koppla samtalet.*Får sägas/s);
  proxy.cutAfter(0);
  proxy.cutAll();
  await desk.getByText(/Förbindelsen är bruten. Det som visas är \d+ (s|min) gammalt/).waitFor();
  await says(desk, /Koppla samtalet.*Får sägas/s);
  expect(await violations(desk)).toEqual([]);
  await keepShots(desk, 'console-offline');
  await search(desk, 'lindbl', 'Anna-Karin Lindblad');
  await desk.getByText('Servern svarar inte. Listan är sökt i det som är känt här.').waitFor();
  const person = { email: mail('anna-karin.lindblad') };
  expect(await world.change('operator', 'setAbsence', { person, reason: 'VACATION' })).toEqual([]);
  proxy.cutAfter(null);
  await desk.getByText('Uppdateras direkt').waitFor({ timeout: 25_000 });
  await says(desk, 'Ej anträffbar');
  await desk.getByText('1 träff', { exact: true }).waitFor();
  await desk.context().close();
  await proxy.close();
}, 60_000);

test('pictures in both languages and themes, of a screen and of a telephone, all of them fit for a screen reader', async () => {
  await search(page, 'anna', 'Anna Johansson');
  for (const language of ['sv', 'en']) {
    for (const width of [1440, 800, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await page.keyboard.press('Enter');
      await keepShots(page, `console-card-${width}-${language}`);
      await page.keyboard.press('F4');
      await keepShots(page, `console-absence-${width}-${language}`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('?');
    expect(await violations(page)).toEqual([]);
    await keepShots(page, `console-help-${language}`);
    await page.keyboard.press('Escape');
    if (language === 'sv') await page.getByRole('button', { name: 'In English' }).click();
  }
  await page.getByRole('button', { name: 'På svenska' }).click();
}, 60_000);

test('nothing is logged, kept, or in the address', async () => {
  expect(faults).toEqual([]);
  expect(page.url()).toBe(`${world.app.url}/telefonist`);
  const kept = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])';
  expect(await page.evaluate(kept)).toBe('[{"ett-samtal.language":"sv"},{},""]');
});
