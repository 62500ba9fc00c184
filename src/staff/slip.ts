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

/** Whether the rests are alike after a slip in the first letter that differs: another would be a second one. */
function slips(
  typed: string,
  word: string,
  alike: (rest: string, meant: string) => boolean,
): boolean {
  const [is, should] = differing(Array.from(typed), Array.from(word));
  const from = (letters: readonly string[], at: number) => letters.slice(at).join('');
  return (
    (is.length > 0 && should.length > 0 && alike(from(is, 1), from(should, 1))) ||
    (should.length > 0 && alike(from(is, 0), from(should, 1))) ||
    (is.length > 0 && alike(from(is, 1), from(should, 0))) ||
    (is.length > 1 &&
      is[0] === should[1] &&
      is[1] === should[0] &&
      alike(from(is, 2), from(should, 2)))
  );
}

/** Both from the first letter on that differs. */
function differing(
  typed: readonly string[],
  word: readonly string[],
): readonly [readonly string[], readonly string[]] {
  let same = 0;
  while (same < typed.length && typed[same] === word[same]) same += 1;
  return [typed.slice(same), word.slice(same)];
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
