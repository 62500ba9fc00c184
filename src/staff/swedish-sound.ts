import { foldForSearch } from './names.js';
import { soundRules } from './swedish-sound-rules.js';

/** Longer than any word of a name; what comes after is not read. */
const longestWord = 64;

/** More sounds than these tell no names apart. */
const longestSound = 20;

/** Letters whose marks are heard: they are another vowel, or another consonant. */
const heardMarks: Readonly<Record<string, string>> = {
  å: 'å',
  ä: 'ä',
  æ: 'ä',
  ö: 'ö',
  ø: 'ö',
  ü: 'ü',
  š: 'X',
  č: 'X',
  ć: 'X',
};

/** What may be meant by a vowel that is typed without its mark. */
const marked: Readonly<Record<string, readonly string[]>> = { a: ['å', 'ä'], o: ['ö'] };

/** Vowels that are taken for each other. */
const vowelSounds: Readonly<Record<string, string>> = {
  a: 'a',
  e: 'e',
  ä: 'e',
  i: 'i',
  y: 'i',
  ü: 'i',
  j: 'i',
  o: 'o',
  u: 'o',
  å: 'o',
  ö: 'ö',
};

/**
 * How a word of a name sounds in Swedish, as a short code: words with the same code are taken for each
 * other by ear. Wants the word with its marks, as å, ä and ö decide the sound; empty when there is no
 * Latin letter in it, and such words are not alike.
 *
 * In a code capitals are consonants, X the first sound of sju or tjugo, a small letter the first vowel,
 * and a dot any later one: it is the first that tells Lind from Lund.
 */
export function soundOf(word: string): string {
  return codeOf(lettersOf(word));
}

/**
 * The sounds that may be meant by a typed word, at most three, the likeliest first: without marks the
 * first vowel a may be å or ä, and o may be ö. By "skold" Sköld may be meant, which sounds as Skiöld.
 */
export function soundsMeant(typed: string): readonly string[] {
  const letters = lettersOf(typed);
  const [, before = '', bare = '', after = ''] =
    /^([^aeou]*)([ao])([a-z]*)$/.exec(/^[a-z]*$/.test(letters) ? letters : '') ?? [];
  const meant = (marked[bare] ?? []).map((vowel) => before + vowel + after);
  return [...new Set([letters, ...meant].map(codeOf))].filter((code) => code !== '');
}

/** Its letters from a to z, å, ä, ö and ü, and sounds that only a mark tells. */
function lettersOf(word: string): string {
  return word
    .slice(0, longestWord)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z]/gu, (letter) => heardMarks[letter] ?? foldForSearch(letter))
    .replace(/[^a-zåäöüX]/g, '');
}

function codeOf(letters: string): string {
  const heard = soundRules.reduce(
    (text, [written, sound]) => text.replace(written, sound),
    once(letters),
  );
  let vowels = 0;
  const code = once(heard).replace(/[aeiouyåäöüj]+|[a-z]/g, (sound) => {
    if (!/^[aeiouyåäöüj]/.test(sound)) return sound.toUpperCase();
    vowels += 1;
    return vowels === 1 ? vowelOf(sound) : '.';
  });
  return code.slice(0, longestSound);
}

/** Doubled letters, and sounds that have become so, are heard as one. */
function once(text: string): string {
  return text.replace(/(.)\1+/g, '$1');
}

/** The vowel that is heard of several: j of those in Leila, Layla and Päivi, and the second of Björk and Biörk. */
function vowelOf(letters: string): string {
  const heard = letters.replace(/^j+(?=.)|^i(?=[oöåä])/, '');
  return /^[aeä][ijy]/.test(heard) ? 'j' : (vowelSounds[heard.charAt(0)] ?? '');
}
