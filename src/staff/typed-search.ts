import type { MunicipalityCode } from '../kernel/ids.js';
import type { SearchField } from '../kernel/search-fields.js';
import { searchDigits } from './number-search.js';
import { wordsOf, type WrittenWord } from './search-words.js';
import { slipKeys } from './slip.js';
import { soundsMeant } from './swedish-sound.js';

/** A word as somebody typed it. */
export type TypedWord = {
  /** What a word that is meant begins with. */
  readonly folded: string;
  /** The same with its marks, where there are any: then words that have them come first. */
  readonly marked: string | null;
  /** How a name sounds that may be meant; none for what is no name. */
  readonly sounds: readonly string[];
  /** By which an index finds words that are one slip of the finger away; none for a word that is too short for that. */
  readonly slipKeys: readonly string[];
  /** The municipalities that it may name. */
  readonly places: readonly MunicipalityCode[];
  /** Where it is looked for, as it stands and as the beginning of a word. */
  readonly fields: readonly SearchField[];
  readonly begunFields: readonly SearchField[];
  /** Without the ending that a caller's word has and a kept one has not. */
  readonly stems: readonly string[];
};

/** A search taken apart. */
export type TypedSearch = {
  readonly words: readonly TypedWord[];
  /** All of it as one word, as subjects and names of units are kept; null when it is one word anyway. */
  readonly phrase: string | null;
  /** Its digits, if it looks like a number or the end of one. */
  readonly digits: string | null;
};

/** What stands after these is not looked at. */
const mostWords = 6;
/** Of shorter words too many others are one slip away. */
const shortestSlipped = 4;
const shortestStem = 4;
const shortestPlace = 3;
/** The endings of Swedish nouns: of one or several, and of the very one. */
const endings = /(?:arnas|ernas|ornas|arna|erna|orna|ens|ets|ar|er|or|en|et|na|n|t|s)$/;

const ofNames: readonly SearchField[] = ['FAMILY_NAME', 'GIVEN_NAME', 'NAME'];
const ofAnything: readonly SearchField[] = [
  ...ofNames,
  'SUBJECT',
  'NAME_PART',
  'TITLE',
  'TITLE_PART',
  'UNIT',
  'SUBJECT_PART',
];

/** A municipality as a word may name it. */
type Place = { readonly name: string; readonly code: MunicipalityCode };

/** Takes apart what somebody typed in a search box; a text without letters and digits has no words. */
export function typedSearch(query: string, places: readonly Place[]): TypedSearch {
  const typed = query.split(/\s+/).filter(Boolean);
  const words = typed
    .flatMap((one) =>
      one.includes('@') ? [mailTyped(one)] : wordsOf(one).map((word) => typedWord(word, places)),
    )
    .slice(0, mostWords)
    .map((word, _, all) => (all.length === 1 ? alone(word) : word));
  const phrase = words.map(({ folded }) => folded).join(' ');
  const digits = searchDigits(query);
  const isNumber = digits !== null && words.length > 1;
  return {
    words: isNumber && words.every(ofDigits) ? words.map(asItStands) : words,
    phrase: words.length > 1 ? phrase : null,
    digits,
  };
}

function typedWord({ written, folded }: WrittenWord, places: readonly Place[]): TypedWord {
  const isLong = folded.length >= shortestSlipped && !/\d/.test(folded);
  const stem = folded.replace(endings, '');
  return {
    folded,
    marked: written === folded ? null : written,
    sounds: /^\p{L}{2,}$/u.test(folded) ? soundsMeant(written) : [],
    slipKeys: isLong ? slipKeys(folded) : [],
    places: placesNamed(folded, places),
    ...fieldsOf(folded),
    stems: stem !== folded && stem.length >= shortestStem ? [stem] : [],
  };
}

/** A letter begins a name, and an employee id has a digit: of other words each would be any. */
function fieldsOf(folded: string): Pick<TypedWord, 'fields' | 'begunFields'> {
  const fields: readonly SearchField[] = /\d/.test(folded)
    ? [...ofAnything, 'EMPLOYEE_ID']
    : ofAnything;
  return { fields, begunFields: folded.length === 1 ? ofNames : fields };
}

function ofDigits({ folded }: TypedWord): boolean {
  return /^\d+$/.test(folded);
}

/** A group of a number begins nothing else: of all employee ids, one in ten begins with any digit. */
function asItStands(word: TypedWord): TypedWord {
  return { ...word, begunFields: [] };
}

/** One word alone may be the beginning of a mail address too. */
function alone(word: TypedWord): TypedWord {
  const fields: readonly SearchField[] = [...ofAnything, 'EMAIL', 'EMPLOYEE_ID'];
  return word.fields.includes('EMAIL') ? word : { ...word, fields, begunFields: fields };
}

/** A mail address, or the beginning of one, is compared as it is. */
function mailTyped(text: string): TypedWord {
  return {
    folded: text.toLowerCase(),
    marked: null,
    sounds: [],
    slipKeys: [],
    places: [],
    fields: ['EMAIL'],
    begunFields: ['EMAIL'],
    stems: [],
  };
}

/** As it is called or as whose it is ("Laxås"), or the beginning of that. */
function placesNamed(folded: string, places: readonly Place[]): readonly MunicipalityCode[] {
  if (folded.length < shortestPlace) return [];
  const isNamed = (name: string) =>
    wordsOf(name).some((one) => `${one.folded}s`.startsWith(folded));
  return places.filter(({ name }) => isNamed(name)).map(({ code }) => code);
}
