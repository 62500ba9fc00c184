import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GuardedCopy, type Outcome } from '../support/guarded-copy.js';
import { everyGuard as every } from './every-guard.js';
import type { Mutant } from './mutants.js';

const result = 'test/long/mutants.txt';
/** With GUARDS=again only those are removed that the kept result does not have as noticed; its other lines stay. */
const kept = process.env['GUARDS'] === 'again' ? noticedIn(readFileSync(result, 'utf8')) : [];
const removed = every.filter((mutant) => keptLine(mutant) === undefined);
/** Every test that any of these guards hangs on. */
const all = [...new Set(removed.flatMap(({ tests }) => tests))].toSorted();
const outcomes = new Map<Mutant, Outcome | Error>();
let whole: Outcome | null = null;
let copies: readonly GuardedCopy[] = [];

beforeAll(async () => {
  copies = [new GuardedCopy(), new GuardedCopy()];
  // Two at a time, each in a copy of its own: a run waits as much as it works.
  const waiting = removed[Symbol.iterator]();
  const halves = await Promise.all(
    copies.map((copy, half) => copy.whole(all.filter((_, at) => at % copies.length === half))),
  );
  whole = {
    passed: halves.reduce((sum, { passed }) => sum + passed, 0),
    failed: halves.reduce((sum, { failed }) => sum + failed, 0),
    unloadable: halves.some(({ unloadable }) => unloadable),
  };
  await Promise.all(copies.map((copy) => removeOneByOne(copy, waiting)));
}, 7_200_000);
afterAll(() => {
  for (const copy of copies) copy.remove();
  const lines = every.map((mutant) => `${wordFor(mutant)}: ${nameOf(mutant)}`);
  const head = `with every guard: ${whole?.passed} passed, ${whole?.failed} failed; removed in the last run: ${removed.length}`;
  writeFileSync(result, `${[head, ...lines].join('\n')}\n`);
});

async function removeOneByOne(copy: GuardedCopy, waiting: Iterable<Mutant>): Promise<void> {
  for (const mutant of waiting) {
    const outcome = await copy.without(mutant).catch((error: unknown) => error as Error);
    outcomes.set(mutant, outcome);
  }
}

/** The lines of guards that were noticed; of two guards with one name nothing is known. */
function noticedIn(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.startsWith('noticed'));
  const named = (line: string) => line.replace(/^[^:]*: /, '');
  return lines.filter((line) => lines.filter((other) => named(other) === named(line)).length === 1);
}

/** What was noticed says nothing of a guard that has been moved or written differently since. */
function keptLine(mutant: Mutant): string | undefined {
  if (readFileSync(mutant.file, 'utf8').split(mutant.guard).length !== 2) return undefined;
  return kept.find((line) => line.endsWith(`: ${nameOf(mutant)}`));
}

function wordFor(mutant: Mutant): string {
  const before = keptLine(mutant);
  if (before !== undefined) return before.slice(0, before.indexOf(': '));
  const outcome = outcomes.get(mutant);
  if (outcome === undefined) return 'NOT RUN';
  if (outcome instanceof Error || outcome.unloadable) return 'DOES NOT RUN';
  const { passed, failed } = outcome;
  return failed > 0 ? `noticed by ${failed} of ${passed + failed}` : 'NOT NOTICED';
}

function nameOf({ file, guard }: Mutant): string {
  return `${file}: ${guard.trim().split('\n')[0]}`;
}

test('with every guard in place nothing fails', () => {
  expect(whole).toMatchObject({ failed: 0, unloadable: false });
});

test.each(every)('some test notices when $file has no "$guard"', (mutant) => {
  expect(wordFor(mutant)).toMatch(/^noticed/);
});
