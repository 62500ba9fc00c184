/** Without it Excel takes the bytes for another character set than UTF-8. */
export const byteOrderMark = '\ufeff';

/** Beginnings that spreadsheets take for a formula, in both widths; whatever comes after would be carried out. */
const beginsFormula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** Digits alone are taken for a quantity, which has no zero in front. */
const losesZero = /^0\d+$/;

/** One line as a Swedish Excel reads it: semicolons, and quotation marks as in RFC 4180. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(text: string): string {
  // An apostrophe in front makes it text, also where the file is read into another spreadsheet.
  const harmless = beginsFormula.test(text) || losesZero.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
