/** Letters that Swedish sorts after z, as signs that stand after z byte by byte. */
const afterZ: Readonly<Record<string, string>> = { å: '{', ä: '|', æ: '|', ö: '}', ø: '}' };
/** Letters that no decomposition takes apart, as Swedish sorts them; ü is sorted as y. */
const asOthers: Readonly<Record<string, string>> = {
  ü: 'y',
  ß: 'ss',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/**
 * Where a sort key (`sortKeyOf`) stands in Swedish order, as a text that is compared byte by byte: what differs in
 * case or in other marks than those of å, ä and ö stands together, in no order of its own.
 */
export function listKeyOf(sortKey: string): string {
  return sortKey
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^ -~]/gu, (letter) => afterZ[letter] ?? asOthers[letter] ?? plain(letter));
}

function plain(letter: string): string {
  return letter.normalize('NFKD').replace(/\p{M}+/gu, '');
}
