import { searchFields } from '../kernel/search-fields.js';
import { partOfName } from '../staff/search-words.js';
import { meant } from './search-meant.sql.js';

/** A word of the query as parameters name it: `$1` and so on. */
export type WordParameters = {
  readonly exact: string;
  readonly beyond: string;
  /** The bit of its beginning (`beginningBit`); a parameter once it is asked for, since the server takes none that is not used. */
  readonly begins: (letters: 2 | 3) => string;
  /** The fields in which a word as typed is looked for, and those in which a begun one is. */
  readonly wholeIn: string;
  readonly begunIn: string;
  /** Null for a word without marks. */
  readonly marked: string | null;
  /** Whether it is looked for among mail addresses and employee ids, by which not everybody may find everybody. */
  readonly isGuarded: boolean;
  /** A letter beside longer words: most have it, so that it is looked for among whoever has those. */
  readonly isLetter: boolean;
  /** Whether units are looked for by it. */
  readonly isOfUnits: boolean;
  /** It may name a place, and then nothing that a hit would have: one of several readings of several words is without it. */
  readonly mayBeLeftOut: boolean;
  /** False for what is neither heard nor misspelt, as a letter or digits. */
  readonly mayBeAlike: boolean;
  readonly sounds: string;
  readonly slipKeys: string;
  readonly stems: string;
};

/** What the viewer may find, and where. */
export type SearchParameters = {
  readonly cells: string;
  readonly known: string;
  readonly byEmail: string;
  readonly byEmployeeId: string;
  /** Null where municipalities are not asked for. */
  readonly codes: string | null;
  /** Null where units are not asked for. */
  readonly units: string | null;
  readonly among: readonly Among[];
};

/** Among whom beside those who may be anybody's: those whom the viewer knows whatever they are, or all PROTECTED. */
export type Among = 'KNOWN' | 'HIDDEN';

/** How words are compared: as typed, as begun, or by sound and slips too. */
export type How = 'WHOLE' | 'BEGUN' | 'ALIKE';

const { FAMILY_NAME, GIVEN_NAME, NAME } = searchFields;
const ofNames = `'{${FAMILY_NAME},${GIVEN_NAME},${NAME}}'::smallint[]`;
/** Of one word alone so many rows of each field are looked at: the first in Swedish order, or of the beginning's words. */
const mostOfField = 1_000;
/** Rows by which a word is found; `kind` as in `matchKinds`. */
export type Source = { readonly is: string; readonly fields: string; readonly kind: string };

/** Where a word is looked for; as typed and as begun at once, where both are in the same fields. */
export function sourcesOf(word: WordParameters, at: number, how: How): readonly Source[] {
  const { exact, beyond, wholeIn, begunIn, mayBeAlike } = word;
  const whole = { kind: '0', fields: wholeIn, is: `w.folded = ${exact}` };
  const begun = { kind: '1', fields: begunIn, is: `w.folded > ${exact} and w.folded < ${beyond}` };
  const both = {
    kind: `case when w.folded = ${exact} then 0 else 1 end`,
    fields: wholeIn,
    is: `w.folded >= ${exact} and w.folded < ${beyond}`,
  };
  const alike = [
    { kind: '2', fields: ofNames, is: `w.folded = any(${meant(at, 'heard')})` },
    { kind: '3', fields: wholeIn, is: `w.folded = any(${meant(at, 'slipped')})` },
  ];
  if (how === 'WHOLE') return [whole];
  return [
    ...(wholeIn === begunIn ? [both] : [whole, begun]),
    ...(how === 'ALIKE' && mayBeAlike ? alike : []),
  ];
}

/** Whose the row is, and how the word fits it: kind, field, letters, and whether its marks differ or it is but a part of a name. */
export function rowsOf({ is, kind }: Source, { marked }: WordParameters, where: string): string {
  const isWhole = `right(w.written, 1) <> '${partOfName}'`;
  const isMarked = marked === null ? isWhole : `starts_with(w.written, ${marked}) and ${isWhole}`;
  return `select w.entry_id, w.is_unit, w.municipality_code, w.list_key, w.field, w.folded, ${kind} as kind, case when ${isMarked} then 0 else 1 end as unmarked, w.unit_id
      from search_word w where ${where} and ${is}`;
}

/** Whoever is PROTECTED is found in an index apart, that nobody looks into who may not see them; who is known, by the entry alone. */
export function beside(
  sources: readonly Source[],
  word: WordParameters,
  viewer: SearchParameters,
): readonly string[] {
  const where = { KNOWN: `w.entry_id = any(${viewer.known}::uuid[])`, HIDDEN: 'w.hidden' };
  return viewer.among.flatMap((some) =>
    sources.map((one) => {
      const within = [`w.field = any(${one.fields})`, ...placed(viewer)];
      return rowsOf(one, word, [where[some], ...within].join(' and '));
    }),
  );
}

/** Where municipalities or units are asked for, in one of them. */
export function placed({ codes, units }: SearchParameters): readonly string[] {
  return [...inPlaces('w', codes), ...inUnits('w.entry_id', units)];
}

/** Where municipalities are asked for, in one of them. */
export function inPlaces(row: string, codes: string | null): readonly string[] {
  return codes === null ? [] : [`${row}.municipality_code = any(${codes}::text[])`];
}

/** Where units are asked for, in one of them. */
export function inUnits(entry: string, units: string | null): readonly string[] {
  if (units === null) return [];
  return [
    `${entry} = any(array(select who.id from person who where who.unit_id = any(${units}::uuid[])))`,
  ];
}

/** The rows of a word that is looked for alone, the best of each field. */
export function rowsAlone(
  word: WordParameters,
  at: number,
  how: How,
  viewer: SearchParameters,
  places: string | null,
): string {
  const sources = sourcesOf(word, at, how);
  const where = [...placed(viewer), ...inPlaces('w', places)];
  const best = sources.map(
    (one) => `select w.* from unnest(${one.fields}) f(field) cross join lateral (
      ${rowsOf(one, word, ['not w.hidden', 'w.field = f.field', ...where].join(' and '))}
      order by w.folded, w.list_key limit ${mostOfField}) w`,
  );
  return [...best, ...beside(sources, word, viewer)].join('\n    union all ');
}

/** The rows of a word that an entry has which the viewer may find. */
export function rowsOfEntry(word: WordParameters, at: number, how: How, entry: string): string {
  return sourcesOf(word, at, how)
    .map((one) => rowsOf(one, word, `w.entry_id = ${entry} and w.field = any(${one.fields})`))
    .join('\n    union all ');
}

/** Where letters are asked for beside longer words, that somebody has those. */
export function initialsOf(letters: readonly WordParameters[]): readonly string[] {
  return letters.map(({ exact }) => `strpos(w.initials, ${exact}) > 0`);
}

/** The tables of one way of comparing are `<name>0` and so on, one for each word. */
export type Tables = { readonly name: string; readonly how: How };
