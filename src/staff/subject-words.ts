import { cleanText, foldForSearch } from './names.js';

/** A word by which callers ask for something (ämnesord, P14), and those that they use for the same thing. */
export type SubjectWord = { readonly word: string; readonly synonyms: readonly string[] };

export const mostSubjects = 50;
export const mostSynonyms = 20;
export const shortestWord = 2;
export const longestWord = 60;
/** A year has four and a postcode five: more may be a telephone number or a personnummer, however it is parted. */
export const mostDigits = 5;

/** Why subjects cannot be kept, and which of the words is to blame. */
export type SubjectWordsFault = {
  readonly fault:
    'TOO_MANY' | 'TOO_MANY_SYNONYMS' | 'TOO_SHORT' | 'TOO_LONG' | 'SIGNS' | 'DIGITS' | 'REPEATED';
  /** The subject's place in the list as it was given; null when it is the list as a whole. */
  readonly subject: number | null;
  /** The synonym's place in the subject; null when it is the subject's own word, or all of them. */
  readonly synonym: number | null;
};

/** A word as it is kept: its place, as it is shown, and as it is looked for. */
export type KeptWord = {
  readonly subject: number;
  /** 0 is the subject's own word. */
  readonly synonym: number;
  readonly word: string;
  readonly folded: string;
};

/** The subjects as they may be kept, or the first fault in them. A word stands once, whichever subject it is in. */
export function subjectWordsFrom(
  given: readonly SubjectWord[],
): { readonly subjects: readonly SubjectWord[] } | SubjectWordsFault {
  if (given.length > mostSubjects) return { fault: 'TOO_MANY', subject: null, synonym: null };
  const taken = new Set<string>();
  const subjects: SubjectWord[] = [];
  for (const [subject, { word, synonyms }] of given.entries()) {
    if (synonyms.length > mostSynonyms)
      return { fault: 'TOO_MANY_SYNONYMS', subject, synonym: null };
    const words: string[] = [];
    for (const [place, text] of [word, ...synonyms].entries()) {
      const kept = wordFrom(text, taken);
      if ('fault' in kept) return { ...kept, subject, synonym: place === 0 ? null : place - 1 };
      words.push(kept.word);
    }
    const [own = '', ...others] = words;
    subjects.push({ word: own, synonyms: others });
  }
  return { subjects };
}

/** Every word of some subjects, in their order. */
export function keptWords(subjects: readonly SubjectWord[]): readonly KeptWord[] {
  return subjects.flatMap(({ word, synonyms }, subject) =>
    [word, ...synonyms].map((one, synonym) => {
      return { subject, synonym, word: one, folded: foldForSearch(one) };
    }),
  );
}

/** A subject as text, for a version: no word has a comma. */
export function writtenSubject({ word, synonyms }: SubjectWord): string {
  return [word, ...synonyms].join();
}

/** Whether two lists say the same, in the same order. */
export function sameSubjects(a: readonly SubjectWord[], b: readonly SubjectWord[]): boolean {
  return a.map(writtenSubject).join(';') === b.map(writtenSubject).join(';');
}

function wordFrom(
  text: string,
  taken: Set<string>,
): { readonly word: string } | Pick<SubjectWordsFault, 'fault'> {
  const word = cleanText(text, longestWord + 1) ?? '';
  if (Array.from(word).length > longestWord) return { fault: 'TOO_LONG' };
  const folded = foldForSearch(word);
  if (folded.length < shortestWord) return { fault: 'TOO_SHORT' };
  if (/[^\p{L}\p{M}\p{N} -]/u.test(word)) return { fault: 'SIGNS' };
  if ((word.match(/\p{N}/gu) ?? []).length > mostDigits) return { fault: 'DIGITS' };
  if (taken.has(folded)) return { fault: 'REPEATED' };
  taken.add(folded);
  return { word };
}
