import { cleanText, foldForSearch } from './names.js';
import { containsNationalId } from './national-id.js';
import type { Person } from './person.js';

const maxLength = 80;

/** Why a text cannot be somebody's alias. */
export type AliasFault = 'NO_NAME' | 'TOO_LONG' | 'NOT_A_NAME' | 'OWN_NAME';

/** The alias as it is shown, or why it cannot be one. It is a name, so it has letters only; and it is no writing of the person's own. */
export function aliasFrom(
  text: string,
  person: Pick<Person, 'displayName' | 'givenName' | 'familyName'>,
): { readonly alias: string } | AliasFault {
  // Before anything is cut: what is left out might be part of a personnummer.
  if (containsNationalId(text) || /[\p{N}@]/u.test(text)) return 'NOT_A_NAME';
  const alias = cleanText(text, maxLength + 1);
  if (alias === null || foldForSearch(alias).length < 2) return 'NO_NAME';
  if (Array.from(alias).length > maxLength) return 'TOO_LONG';
  const own = [
    person.displayName,
    `${person.givenName ?? ''} ${person.familyName ?? ''}`,
    `${person.familyName ?? ''} ${person.givenName ?? ''}`,
  ];
  return own.some((name) => sameName(name, alias)) ? 'OWN_NAME' : { alias };
}

/** The same letters in the same words, in whatever order they stand and however they are parted. */
function sameName(a: string, b: string): boolean {
  const words = (text: string) => foldForSearch(text).split(' ').toSorted().join(' ');
  const letters = (text: string) => foldForSearch(text).replaceAll(' ', '');
  return words(a) === words(b) || letters(a) === letters(b);
}
