import { searchFields } from '../kernel/search-fields.js';
import { apart, codeOf, rowAt, type Reading } from './search-code.sql.js';
import {
  inPlaces,
  rowsAlone,
  rowsOfEntry,
  type How,
  type SearchParameters,
  type Tables,
  type WordParameters,
} from './search-words.sql.js';

const { EMAIL, EMPLOYEE_ID } = searchFields;

/**
 * The entries and units to whom all words of a reading lead, each by a row of its own: once for each way. Of one word
 * alone its best rows; of several, the tables that `rowsTogether` makes.
 */
export function hitsOf(
  reading: Reading,
  every: readonly WordParameters[],
  tables: Tables,
  viewer: SearchParameters,
): string {
  const { words, codes } = reading;
  const { name, how } = tables;
  const [only = 0] = words;
  const word = every[only];
  if (words.length === 1 && word)
    return joined(
      reading,
      every,
      how,
      viewer,
      () => `(${rowsAlone(word, only, how, viewer, codes)})`,
    );
  return joined(reading, every, how, viewer, (at) => `${name}${at}`);
}

/** The rows that belong together, of the tables that there are for words at their places; of letters, of whoever the others find. */
function joined(
  { words, codes }: Reading,
  every: readonly WordParameters[],
  how: How,
  viewer: SearchParameters,
  table: (at: number) => string,
): string {
  const isLetter = (at: number) => every[at]?.isLetter === true;
  const [first = 0, ...others] = [
    ...words.filter((at) => !isLetter(at)),
    ...words.filter(isLetter),
  ];
  const holds = [
    ...apart(words),
    ...words.flatMap((at) => (every[at]?.isGuarded ? mayFind(rowAt(at), viewer) : [])),
    ...inPlaces(rowAt(first), codes),
  ];
  const one = rowAt(first);
  const beside = (at: number) => {
    const other = every[at];
    return other?.isLetter
      ? `cross join lateral (${rowsOfEntry(other, at, how, `${one}.entry_id`)}) ${rowAt(at)}`
      : `join ${table(at)} ${rowAt(at)} on ${rowAt(at)}.entry_id = ${one}.entry_id`;
  };
  return `select ${one}.entry_id, ${one}.is_unit, ${one}.municipality_code, ${one}.list_key, ${codeOf(words, codes !== null)} as code
    from ${table(first)} ${one}${others.map((at) => `\n    ${beside(at)}`).join('')}
   where ${['true', ...holds].join('\n     and ')}`;
}

/** Nobody is found by what the viewer may not see. */
function mayFind(
  one: string,
  { known, byEmail, byEmployeeId }: SearchParameters,
): readonly string[] {
  const within = (field: number, cells: string) =>
    `(${one}.field <> ${field} or ${one}.is_unit or ${one}.entry_id = any(${known}::uuid[])
      or (select e.cell from stream_entry e where e.entry_id = ${one}.entry_id) = any(${cells}::text[]))`;
  return [within(EMAIL, byEmail), within(EMPLOYEE_ID, byEmployeeId)];
}
