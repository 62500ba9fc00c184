import { readFileSync } from 'node:fs';
import { readCsv } from '../support/csv.js';

/** A row of a table, by the names in its head. */
export type Row = Readonly<Record<string, string>>;

/** Reads a table of this folder. Throws where a row has not exactly the columns that the head names. */
export function tableOf(file: string): readonly Row[] {
  const text = readFileSync(`test/search/${file}`, 'utf8').replaceAll('\n', '\r\n');
  const [head = [], ...rows] = readCsv(text);
  return rows.map((cells) => {
    if (cells.length !== head.length) throw new Error(`${file}: ${cells.join(';')}`);
    return Object.fromEntries(head.map((name, at) => [name, cells[at] ?? '']));
  });
}

/** A cell of a row that the table must have. */
export function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`There is no column ${column}.`);
  return value;
}
