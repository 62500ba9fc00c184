import { subjectWordsFrom, type SubjectWord } from '../../src/staff/subject-words.js';
import type { FixedDirectory } from './directory/facts.js';

/** The subjects of each unit and function, by its key, as those responsible could have entered them. Throws for words that they could not. */
export function subjectsByKey({
  subjects,
}: FixedDirectory): ReadonlyMap<string, readonly SubjectWord[]> {
  const keys = new Set(subjects.flatMap((subject) => subject.keys));
  return new Map(
    [...keys].map((key) => {
      const found = subjectWordsFrom(
        subjects
          .filter((subject) => subject.keys.includes(key))
          .map(({ words: [word = '', ...synonyms] }) => ({ word, synonyms })),
      );
      if ('fault' in found) throw new Error(`The words of ${key} cannot be kept: ${found.fault}.`);
      return [key, found.subjects];
    }),
  );
}
