import * as fc from 'fast-check';

/** What hides, turns, joins or looks like something else; a text may hold any of it between any others. */
const hostile = [
  ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u061c'],
  ['\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069'],
  ['\0', '\u001b', '\u007f', '\u0085', '\u009f', '\t', '\r\n', '\v', '\u2028', '\u2029'],
  ['\u00a0', '\u202f', '\u2003', '\u3000', ' ', '  '],
  ['\u0301', '\u030a', '\u0327', '\u0338', '\u0345', '\u0301'.repeat(32), '\u1100\u1161'],
  ['\ud83d', '\ude00', '\u{1f600}', '\u{1d7d8}', '\u{e0001}'],
  ['\u0660', '\u0664', '\u06f5', '\uff12', '\u00b2', '\u2460', '\u0967'],
  ['\u2013', '\u2212', '\uff0d', '\uff0b', '\uff0c', '\uff1d', '\u037e', '\u212a'],
  ['İ', 'ı', 'ß', 'ẞ', 'ǅ', 'ŉ', 'ſ', 'ﬁ', 'ª', 'µ', '½', '´', '×', '÷', 'Σ', 'Ω'],
].flat();

/** Characters below U+0250, where the ordinary ones are, controls and all. */
const low = fc.nat(0x24f).map((code) => String.fromCharCode(code));

/** Text of the given parts alone, with low characters among them, and with hostile ones. */
export function textOf(...parts: readonly (readonly string[])[]): fc.Arbitrary<string> {
  const part = fc.constantFrom(...parts.flat());
  const mixed = fc.oneof(part, part, low, fc.constantFrom(...hostile));
  return fc
    .oneof(
      fc.array(part, { maxLength: 12 }),
      fc.array(fc.oneof(part, low), { maxLength: 12 }),
      fc.array(mixed, { maxLength: 16 }),
    )
    .map((all) => all.join(''));
}

/** Each UTF-16 unit alone, and where it may join, hide or part others. */
export function everyUnit(): readonly string[] {
  return Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).flatMap((unit) => [
    unit,
    `A${unit} =1${unit}${unit}2`,
  ]);
}
