import { parseArgs } from 'node:util';

/** How the command is called. */
export const exportUsage = `Usage: npm run export -- operators [--out FILE]
  Writes what an operator may see of everybody, for the day when the system is down.
  --out  the file, or a folder for the file; otherwise operatorer-<date>T<time>.csv in this folder
Ends with 0 when the list was written, 1 when that failed, and 2 when it was called wrongly or the file
is there already: no file is ever overwritten.
`;

/** What the command line asks for. */
export type ExportRequest = { readonly list: 'OPERATORS'; readonly out: string | null };

/** Reads the command line, or null when it cannot be understood. */
export function exportArguments(argv: readonly string[]): ExportRequest | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const understood = positionals.length === 1 && positionals[0] === 'operators';
    return understood && values.out !== '' ? { list: 'OPERATORS', out: values.out ?? null } : null;
  } catch {
    return null;
  }
}
