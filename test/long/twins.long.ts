import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { proveTwins, type Proof } from '../support/twins/prove.js';

/** The whole of the proof of which test/medium/twins/twins.test.ts is a part: at least so many operations a viewer. */
const least = 2_000;
const result = 'test/long/twins.txt';
let proof: Proof;
let stop = async (): Promise<void> => undefined;

beforeAll(async () => {
  proof = await proveTwins(1);
  stop = () => proof.stop();
  writeFileSync(result, `${linesOf(proof).join('\n')}\n`);
}, 60 * 60_000);
afterAll(() => stop());

/** What is kept of a run: who asked how much, what differed, and to how many an OPEN person made a difference. */
function linesOf({ askedBy, comparison: { tallies, leaks } }: Proof): readonly string[] {
  const families = [...new Set(tallies.map(({ family }) => family))];
  return [
    `${leaks.length} answers differ between a world with a PROTECTED person and one without.`,
    '',
    ...[...askedBy()].map(([viewer, asked]) => `${viewer}: ${asked} operations`),
    '',
    ...families.map((family) => {
      const of = tallies.filter((one) => one.family === family && one.asked > 0);
      const asked = of.reduce((sum, one) => sum + one.asked, 0);
      const told = of.filter(({ controlDiffers }) => controlDiffers).length;
      return `${family}: ${asked} operations; an OPEN person makes a difference to ${told} of ${of.length} viewers`;
    }),
  ];
}

test('no byte differs between a world with a PROTECTED person and one without', () => {
  expect(proof.comparison.leaks.slice(0, 5)).toEqual([]);
});

test('an OPEN person makes a difference in every family, to everybody to whom it could', () => {
  expect(proof.blind()).toEqual([]);
  expect(proof.whollyRefused()).toEqual([]);
});

test(`every kind of viewer has asked at least ${least} times`, () => {
  for (const [viewer, asked] of proof.askedBy())
    expect([viewer, asked >= least]).toEqual([viewer, true]);
});
