import type { Page } from 'playwright-core';

/** Searches for a colleague by keyboard in the field that has the focus, and takes the first hit. */
export async function chooseColleague(page: Page, typed: string, name: string): Promise<void> {
  await page.keyboard.type(typed);
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('Enter');
}

/** Goes on by the tabulator until the focus is on what is named so; a keyboard has nothing else. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = `(() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement; return (e?.getAttribute('aria-label') ?? e?.labels?.[0]?.textContent ?? e?.textContent ?? '').trim(); })()`;
  for (let presses = 0; presses < 60; presses += 1) {
    if (name.test(await page.evaluate<string>(focused))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached by Tab: ${name}.`);
}
