/**
 * The bit of 64 that stands for the first two or three letters of a folded word, as `search_bit` in the database makes it: several
 * beginnings share one. Of a word that has fewer letters, all of them, since any word may begin with it.
 */
export function beginningBit(folded: string, letters: 2 | 3): bigint {
  const [first = 0, second = 0, third = 0] = Array.from(folded, (letter) => letter.codePointAt(0));
  if ((letters === 2 ? second : third) === 0) return -1n;
  const place = 37 * first + 5 * second + (letters === 3 ? 11 * third : 0);
  return BigInt.asIntN(64, 1n << BigInt(place & 63));
}
