import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { csvLine } from '../../../src/cli/csv.js';
import { readCsv } from '../../support/csv.js';

test('cells are parted by semicolons, lines end as on Windows, and å, ä and ö stay', () => {
  expect(csvLine(['Laxå', 'Åsa Öberg', '', 'Lärare, NO'])).toBe('Laxå;Åsa Öberg;;Lärare, NO\r\n');
});

test.each([
  ['a;b', '"a;b"'],
  ['Anna "Ann" Ek', '"Anna ""Ann"" Ek"'],
  ['a\nb', '"a\nb"'],
  ['a\rb', '"a\rb"'],
])('%j is quoted', (text, written) => {
  expect(csvLine([text])).toBe(`${written}\r\n`);
});

test.each([
  '=1+1',
  '=HYPERLINK("http://x.test";"x")',
  '+46582001234',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1+1',
  '0812345',
])('%j stays text in a spreadsheet', (text) => {
  expect(readCsv(csvLine([text]))).toEqual([[`'${text}`]]);
});

test.each(['0582-00 12 34', '0047-22 12 34 56', '1234', '', 'Anna-Karin', 'a=b', '1+1', '0'])(
  '%j is nothing to mend',
  (text) => {
    expect(csvLine([text])).toBe(`${text}\r\n`);
  },
);

test('whatever is in the cells, as many come out, none of them a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(';', '"', '\r', '\n', '=', '+', '-', '@', "'", '0', ' ') }),
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (cells) => {
      const [row, ...rest] = readCsv(csvLine(cells));
      expect(rest).toEqual([]);
      expect(row?.length).toBe(cells.length);
      row?.forEach((cell, i) => {
        expect(cell).not.toMatch(/^\s*[=+\-@]/);
        expect([cells[i], `'${cells[i]}`]).toContain(cell);
      });
    }),
  );
});
