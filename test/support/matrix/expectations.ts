import { readFileSync } from 'node:fs';
import { readCsv } from '../csv.js';

/** One line of a file of expectations: what it is about, in which case, and a cell for each viewer. */
export type Line = {
  readonly subject: string;
  readonly situation: string;
  readonly cells: Readonly<Record<string, string>>;
  /** Where it stands, for messages. */
  readonly name: string;
};

/** What somebody wrote down by hand: the viewers are the columns after the third. */
export type Expectations = {
  readonly viewers: readonly string[];
  readonly lines: readonly Line[];
};

/** Reads a file of expectations; lines without a cell only head a part of the file. Throws at a line that stands twice. */
export function readExpectations(file: string): Expectations {
  const text = readFileSync(file, 'utf8').replaceAll(/\r?\n/g, '\r\n');
  const [head = [], ...rows] = readCsv(text);
  const viewers = head.slice(3);
  const lines = rows
    .filter((row) => row.slice(3).some((cell) => cell !== ''))
    .map(([subject = '', situation = '', , ...cells]) => {
      const name = situation === '' ? subject : `${subject}, ${situation}`;
      const byViewer = Object.fromEntries(viewers.map((viewer, i) => [viewer, cells[i] ?? '']));
      return { subject, situation, cells: byViewer, name };
    });
  const twice = lines.filter(({ name }, i) => lines.findIndex((one) => one.name === name) !== i);
  if (twice.length > 0) throw new Error(`${twice[0]?.name} stands twice in ${file}.`);
  return { viewers, lines };
}
