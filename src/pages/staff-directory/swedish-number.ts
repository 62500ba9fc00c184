/** A number as the API gives it. */
export type GivenNumber = { readonly e164: string | null; readonly extension: string | null };

/** Area codes of two and three digits with their 0, after the Swedish numbering plan; all others have four. */
const three = /^(1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|7[0-9]|90)/;

/** A number as people in Sweden write it, such as "0582-00 12 34"; a foreign one as it stands. */
export function writtenNumber({ e164, extension }: GivenNumber): string {
  if (e164 === null) return extension ?? '';
  if (!e164.startsWith('+46')) return e164;
  const national = e164.slice(3);
  const length = national.startsWith('8') ? 1 : three.test(national) ? 2 : 3;
  return `0${national.slice(0, length)}-${grouped(national.slice(length))}`;
}

/** Pairs from the end, and three digits first when they are an odd number. */
function grouped(digits: string): string {
  const odd = digits.length % 2 === 1 ? 3 : 0;
  const head = digits.slice(0, odd);
  const pairs = digits.slice(odd).match(/../g) ?? [];
  return [...(head === '' ? [] : [head]), ...pairs].join(' ');
}
