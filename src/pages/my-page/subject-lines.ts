/** A word that callers use, and others that mean the same. */
export type Subject = { readonly word: string; readonly synonyms: readonly string[] };

/** Words as one types them: one a line, its synonyms after a colon. */
export function subjectLines(subjects: readonly Subject[]): string {
  return subjects
    .map(({ word, synonyms }) => (synonyms.length === 0 ? word : `${word}: ${synonyms.join(', ')}`))
    .join('\n');
}

/** The words of what was typed; empty lines say nothing. */
export function subjectsIn(typed: string): readonly Subject[] {
  return typed.split('\n').flatMap((line) => {
    const [word = '', ...rest] = line.split(':').map((part) => part.trim());
    const synonyms = rest.join(' ').split(/[,;]/);
    if (word === '') return [];
    return [{ word, synonyms: synonyms.map((one) => one.trim()).filter(Boolean) }];
  });
}
