import { searchFields, type SearchField } from '../kernel/search-fields.js';
import type { NameParts } from './names.js';
import { foldForSearch } from './names.js';
import { soundOf } from './swedish-sound.js';

/** Changed with the rules: words that another version of them made are made anew. */
export const searchWordsVersion = 1;

/** Behind a word, as it is written, that is only a part of a family name: whoever has it alone comes first. */
export const partOfName = '-';

/** More letters than any word of a name or title has. */
const longestWord = 64;

type Named = NameParts & { readonly displayName: string; readonly title: string | null };

/**
 * The words of a person's names and title as the database keeps them: the version of these rules, and each word as
 * `field/folded/written/sound`, parted by spaces; a whole title has _ for its own spaces. What a display name says besides is a name too.
 */
export function searchWordsOf({ displayName, givenName, familyName, title }: Named): string {
  const family = wordsOf(familyName ?? '');
  const given = wordsOf(givenName ?? '');
  const known = new Set([...family, ...given].map(({ folded }) => folded));
  const others = wordsOf(displayName).filter(({ folded }) => !known.has(folded));
  const isHeard = family.length === 0;
  const written = [
    ...family.map((word) => kept('FAMILY_NAME', family.length > 1 ? part(word) : word, true)),
    ...joined(familyName).map((word) => kept('FAMILY_NAME', word, true)),
    ...given.map((word) => kept('GIVEN_NAME', word, true)),
    ...joined(givenName).map((word) => kept('GIVEN_NAME', word, true)),
    ...others.map((word) => kept('NAME', word, isHeard)),
    ...titleOf(wordsOf(title ?? '')),
  ];
  return [`${searchWordsVersion}`, ...new Set(written)].join(' ');
}

/** A word as it is written, in small letters, and folded. */
export type WrittenWord = { readonly written: string; readonly folded: string };

/** The words of a text: what stands between anything but letters, their marks and digits. */
export function wordsOf(text: string): readonly WrittenWord[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => word.slice(0, longestWord))
    .flatMap((written) => {
      const folded = foldForSearch(written).replaceAll(' ', '');
      return folded === '' ? [] : [{ written, folded }];
    });
}

function part({ written, folded }: WrittenWord): WrittenWord {
  return { written: written + partOfName, folded };
}

/** Names with a hyphen as one word, which is how they are heard: Lars-Åke is typed larsåke too. */
function joined(name: string | null): readonly WrittenWord[] {
  const hyphenated = (name ?? '').split(/\s+/).filter((one) => /\p{L}-\p{L}/u.test(one));
  return hyphenated.flatMap((one) => wordsOf(one.replaceAll('-', '')));
}

/** A title as a whole, and each word of one that has several. */
function titleOf(words: readonly WrittenWord[]): readonly string[] {
  if (words.length === 0) return [];
  const written = words.map((word) => word.written).join('_');
  const whole = kept(
    'TITLE',
    { written, folded: words.map((word) => word.folded).join('_') },
    false,
  );
  return [whole, ...(words.length > 1 ? words.map((word) => kept('TITLE_PART', word, false)) : [])];
}

function kept(field: SearchField, { written, folded }: WrittenWord, isHeard: boolean): string {
  return [
    searchFields[field],
    folded,
    written,
    isHeard ? soundOf(written.replace(partOfName, '')) : '',
  ].join('/');
}
