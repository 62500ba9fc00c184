import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { directoryStates } from '../../support/twins/directory-states.js';
import { proveTwins, type Proof } from '../../support/twins/prove.js';
import { describeStreams } from '../../support/twins/streams/describe-streams.js';
import { some } from '../../support/twins/streams/selection.js';

// A part of the proof that is small enough for every run: of each family one operation of so many, but
// never fewer than five where there are as many, by three of the viewers. The whole is test/long/twins.long.ts.
const every = 36;
const asking = ['operator', 'employeeHallsberg', 'phoneSystem'];
let proof: Proof;
let stop = async (): Promise<void> => undefined;
beforeAll(async () => {
  proof = await proveTwins(every, asking);
  stop = () => proof.stop();
}, 600_000);
afterAll(() => stop());

test('a world with a PROTECTED person answers as one without, to the byte, whoever asks whatever', () => {
  expect(proof.comparison.leaks.slice(0, 5)).toEqual([]);
});

test('the same questions do tell of an OPEN person, in every family and to everybody to whom they could', () => {
  expect(proof.blind()).toEqual([]);
});

test('whatever is to tell somebody something is answered, not refused', () => {
  expect(proof.whollyRefused()).toEqual([]);
});

test('the directory was read in every state, and failed and was held in every world alike', () => {
  expect(proof.outcomes).toHaveLength(directoryStates.length + 1);
  for (const [hidden, absent] of proof.outcomes) expect(hidden).toBe(absent);
  expect(proof.outcomes.map(([hidden]) => hidden)).toEqual(
    expect.arrayContaining(['COMPLETED_WITH_ERRORS', 'HELD', 'FAILED']),
  );
});

test('each of the viewers has asked a hundred times', () => {
  expect([...proof.askedBy().keys()]).toEqual(asking);
  for (const [viewer, asked] of proof.askedBy())
    expect([viewer, asked >= 100]).toEqual([viewer, true]);
});

describeStreams(() => proof.worlds, {
  every: 8,
  asked: null,
  watching: ['operator', 'employeeHallsberg', 'manager', 'integration'],
  entry: some,
});
