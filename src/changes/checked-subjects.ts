import type { UserErrorCode } from '../kernel/words.js';
import { done, refused, type Outcome } from '../kernel/user-error.js';
import {
  longestWord,
  mostDigits,
  mostSubjects,
  mostSynonyms,
  shortestWord,
  subjectWordsFrom,
  type SubjectWord,
  type SubjectWordsFault,
} from '../staff/subject-words.js';

const refusals: Readonly<Record<SubjectWordsFault['fault'], readonly [UserErrorCode, string]>> = {
  TOO_MANY: ['LIMIT', `Högst ${mostSubjects} ämnesord.`],
  TOO_MANY_SYNONYMS: ['LIMIT', `Högst ${mostSynonyms} synonymer till ett ämnesord.`],
  TOO_SHORT: ['INVALID', `Minst ${shortestWord} bokstäver eller siffror.`],
  TOO_LONG: ['TOO_LONG', `Högst ${longestWord} tecken.`],
  SIGNS: ['INVALID', 'Bara bokstäver, siffror, mellanslag och bindestreck.'],
  DIGITS: ['INVALID', `Högst ${mostDigits} siffror: inga telefonnummer eller personnummer.`],
  REPEATED: ['INVALID', 'Ordet står redan i listan.'],
};

/** The subjects as they may be kept, or why not; `subjects` is where they stand in the input. */
export function checkedSubjects(given: readonly SubjectWord[]): Outcome<readonly SubjectWord[]> {
  const found = subjectWordsFrom(given);
  if ('subjects' in found) return done(found.subjects);
  const [code, message] = refusals[found.fault];
  return refused(code, message, 'subjects', ...pathOf(found));
}

function pathOf({ fault, subject, synonym }: SubjectWordsFault): readonly string[] {
  if (subject === null) return [];
  if (synonym !== null) return [String(subject), 'synonyms', String(synonym)];
  return [String(subject), fault === 'TOO_MANY_SYNONYMS' ? 'synonyms' : 'word'];
}
