/** A number as far as it is written out. */
export type WrittenNumber = { readonly e164: string | null; readonly extension: string | null };

/** Swedish area codes of two and three digits (with the 0); all others have four. */
const shortCodes = /^0(?:8|1[013689]|2[136]|3[1356]|4[0246]|54|60|63|90)/;

/** A number as a Swede reads it: 0582-00 12 34, with the extension first where there is one. */
export function numberText({ e164, extension }: WrittenNumber): string {
  const outside = e164 === null ? null : nationalText(e164);
  if (extension === null) return outside ?? '';
  return outside === null ? extension : `${extension} · ${outside}`;
}

/** What is dialled or copied: the number from outside, which every telephone reaches, or the extension. */
export function dialledText({ e164, extension }: WrittenNumber): string {
  return e164 ?? extension ?? '';
}

/** A number of another country stays as it is. */
export function nationalText(e164: string): string {
  if (!e164.startsWith('+46')) return e164;
  const national = `0${e164.slice(3)}`;
  const code =
    /^07\d/.exec(national)?.[0] ?? shortCodes.exec(national)?.[0] ?? national.slice(0, 4);
  return `${code}-${inGroups(national.slice(code.length))}`;
}

/** Pairs from the right, the first group of two or three. */
function inGroups(digits: string): string {
  const head = digits.length % 2 === 0 || digits.length < 3 ? 2 : 3;
  const rest = digits.slice(head).match(/\d{1,2}/g) ?? [];
  return [digits.slice(0, head), ...rest].join(' ');
}

/** What a caller says their number is, as the API takes it; null when it cannot be one. */
export function e164Of(typed: string): string | null {
  const digits = typed.replaceAll(/[\s()\-/.]/g, '');
  const international = digits.replace(/^00/, '+').replace(/^0/, '+46');
  return /^\+[1-9]\d{6,14}$/.test(international) ? international : null;
}
