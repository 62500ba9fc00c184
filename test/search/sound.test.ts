import { expect, test } from '@jest/globals';
import { soundOf, soundsMeant } from '../../src/staff/swedish-sound.js';
import { company, distinctWords, leadsTo, tuneQueries } from './heard.js';

const soundsAs = (typed: string, word: string) => soundsMeant(typed).includes(soundOf(word));

test('every tuned query by sound has words that begin an expected name or sound as it', () => {
  const queries = tuneQueries('sound');
  expect(queries.length).toBeGreaterThanOrEqual(20);
  expect(queries.filter((query) => !leadsTo(query, soundsAs)).map(({ typed }) => typed)).toEqual(
    [],
  );
  // Without the rules nearly none of them is found.
  expect(queries.filter((query) => leadsTo(query, () => false)).length).toBeLessThan(3);
});

// How many others sound as a name: each is somebody whom the operator did not ask for.
test.each([
  [
    'familyName',
    {
      written: { words: 323, average: 0.39, most: 3 },
      typed: { words: 323, average: 0.42, most: 3 },
    },
  ],
  [
    'givenName',
    {
      written: { words: 324, average: 0.3, most: 2 },
      typed: { words: 324, average: 0.32, most: 3 },
    },
  ],
] as const)('few words of a %s have the sound of another', (part, others) => {
  const words = distinctWords(part);
  const written = company(words, (one, other) => soundOf(one) === soundOf(other));
  expect({ written, typed: company(words, soundsAs) }).toEqual(others);
});
