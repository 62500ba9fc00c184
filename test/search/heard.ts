import { foldForSearch } from '../../src/staff/names.js';
import { fixedDirectory } from './directory.js';
import { judgedQueries, type JudgedQuery, type QueryKind } from './judged.js';

const { people, functions } = fixedDirectory;
const names = new Map([...people, ...functions].map(({ key, displayName }) => [key, displayName]));

/** The words of a name as it is written, marks and all. */
export function nameWords(name: string): readonly string[] {
  return name.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
}

/** The queries of a kind in the half that rules are tuned by. */
export function tuneQueries(kind: QueryKind): readonly JudgedQuery[] {
  return judgedQueries.filter((query) => query.kind === kind && query.half === 'tune');
}

/** Whether each typed word leads to some word of an expected entry's name: it begins it, or `alike` says so. */
export function leadsTo(
  { typed, expected }: JudgedQuery,
  alike: (typed: string, word: string) => boolean,
): boolean {
  return expected.some((key) => {
    const words = nameWords(names.get(key) ?? '');
    return nameWords(typed).every((one) =>
      words.some((word) => begins(one, word) || alike(one, word)),
    );
  });
}

function begins(typed: string, word: string): boolean {
  return foldForSearch(word).startsWith(foldForSearch(typed));
}

/** All words of the people's family names, or given names, each once. */
export function distinctWords(part: 'familyName' | 'givenName'): readonly string[] {
  const words = people.flatMap((person) => nameWords(person[part] ?? ''));
  return [...new Set(words.map((word) => word.toLowerCase()))];
}

/** With how many others each word is found: on average, and at most. */
export function company(
  words: readonly string[],
  finds: (typed: string, word: string) => boolean,
): { readonly words: number; readonly average: number; readonly most: number } {
  const others = words.map(
    (typed) => words.filter((word) => word !== typed && finds(typed, word)).length,
  );
  const sum = others.reduce((all, one) => all + one, 0);
  return {
    words: words.length,
    average: Math.round((sum / words.length) * 100) / 100,
    most: Math.max(...others),
  };
}
