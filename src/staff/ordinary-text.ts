/** Anything but visible ASCII, the space, and the signs and letters of Latin up to U+024F. */
const unusual = /[^ -~\u00a1-\u00ac\u00ae-\u024f]/;

/**
 * Whether a text is of nothing but characters that mean what they look like, as nearly every value in
 * a directory is: none is hidden, none is a mark that joins another (it is NFC), and its digits and
 * spaces are those of ASCII. Rules that fold or drop other characters have nothing to do then.
 */
export function isOrdinary(text: string): boolean {
  return !unusual.test(text);
}
