/**
 * Whether a slip of the finger makes the one word of the other: one letter wrong, missing or too many
 * (as one doubled), or two neighbours swapped. Wants both folded; equal words are no slip.
 */
export function isOneSlip(typed: string, word: string): boolean {
  return slips(typed, word, (rest, meant) => rest === meant);
}

/** The same for a word that is still being typed: whether it is one slip from some beginning of the other. */
export function isOneSlipFromBeginning(typed: string, word: string): boolean {
  return !word.startsWith(typed) && slips(typed, word, (rest, meant) => meant.startsWith(rest));
}

/** Whether a word is meant by a typed one after a slip of the finger, typed to its end or not; not what begins as typed. */
export function isSlipOf(typed: string, word: string): boolean {
  return !word.startsWith(typed) && (isOneSlip(typed, word) || isOneSlipFromBeginning(typed, word));
}

/** Whether the rests are alike after a slip in the first letter that differs: another would be a second one. */
function slips(
  typed: string,
  word: string,
  alike: (rest: string, meant: string) => boolean,
): boolean {
  const same = sameBeginning(typed, word);
  const [is, should] = [typed.slice(same), word.slice(same)];
  const [isNext, shouldNext] = [withoutFirst(is), withoutFirst(should)];
  return (
    (is !== '' && should !== '' && alike(isNext, shouldNext)) ||
    (should !== '' && alike(is, shouldNext)) ||
    (is !== '' && alike(isNext, should)) ||
    (isNext !== '' &&
      is.codePointAt(0) === shouldNext.codePointAt(0) &&
      isNext.codePointAt(0) === should.codePointAt(0) &&
      alike(withoutFirst(isNext), withoutFirst(shouldNext)))
  );
}

/** How much of both is the same, in UTF-16 units; never half a letter. */
function sameBeginning(typed: string, word: string): number {
  let same = 0;
  while (same < typed.length && typed[same] === word[same]) same += 1;
  const half = same > 0 && [typed, word].some((text) => unitsOfLetter(text, same - 1) === 2);
  return half ? same - 1 : same;
}

/** The text without its first letter. */
function withoutFirst(text: string): string {
  return text.slice(unitsOfLetter(text, 0));
}

/** How many UTF-16 units the letter has that begins there. */
function unitsOfLetter(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** How many letters of a word its keys are made of. */
export const slipKeyLetters = 5;

/**
 * By which an index finds what is one slip away without reading all words: the first five letters, and
 * these without each of them. A word of n letters has min(n, 5) + 1 keys, one less for each doubled letter.
 *
 * Two words of any length that are one slip apart, or none, share a key. So do a word of at least five
 * letters and one of which it is one slip from a beginning. Others share keys too: the rules above decide.
 */
export function slipKeys(word: string): readonly string[] {
  const letters = Array.from(word).slice(0, slipKeyLetters);
  const without = letters.map((_, at) => letters.toSpliced(at, 1).join(''));
  return [...new Set([letters.join(''), ...without])];
}
