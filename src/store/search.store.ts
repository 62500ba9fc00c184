import { Injectable } from '@nestjs/common';
import type { PersonId } from '../kernel/ids.js';
import type { PagePosition, Within } from '../kernel/page.js';
import { searchFields, type SearchField, type SearchMatch } from '../kernel/search-fields.js';
import type { Reach } from '../kernel/viewer.js';
import type { Municipality } from '../staff/municipality.js';
import type { Person, Unit } from '../staff/person.js';
import { beginningBit } from '../staff/beginning-bits.js';
import { matchesOf } from '../staff/search-match.js';
import type { TypedSearch, TypedWord } from '../staff/typed-search.js';
import { listedUnit, ListedPerson, type ListedRow } from './listed-person.js';
import { MunicipalitiesStore } from './municipalities.store.js';
import type { NamedUnitJson, UnitJson } from './person-card-row.js';
import { unitFrom } from './person-card.js';
import { QuickReads } from './quick-reads.js';
import type { Reading } from './search-code.sql.js';
import { searchSql } from './search.sql.js';
import type { Among, How, WordParameters } from './search-words.sql.js';

/** What is looked for, where, and which page of it. */
export type SearchWanted = {
  readonly typed: TypedSearch;
  readonly within: Within;
  /** The municipality whose hits come first among those that fit as well. */
  readonly near: string | null;
  readonly first: number;
  readonly after: PagePosition | null;
};

/** An entry or a unit that was found, where it stands, and by what. */
export type Hit = PagePosition & {
  readonly entry: PersonId | null;
  readonly unit: Unit | null;
  readonly matches: readonly SearchMatch[];
};

/** A hit with what a list shows of the entry; null for a unit. */
export type ListedHit = Hit & { readonly person: Person | null };

type HitRow<InLine> = {
  readonly hitId: string;
  readonly isUnit: boolean;
  readonly rank: number;
  readonly away: number;
  readonly listKey: string;
  readonly code: string;
  readonly municipality: string;
  readonly lineOfUnits: readonly InLine[] | null;
};

type UnitOf<InLine> = (line: readonly InLine[], municipality: Municipality) => Unit | null;

/** Of a unit, the columns of a person are null. */
type ListedHitRow = HitRow<NamedUnitJson> & (ListedRow | { readonly id: null });

/** Behind any word that begins with another stands that with the last of all letters. */
const last = String.raw`U&'\+10FFFF'`;

/** Finds entries and units by words, only those whom a reach lets out and only by what it lets be known. */
@Injectable()
export class SearchStore {
  constructor(
    private readonly reads: QuickReads,
    private readonly municipalities: MunicipalitiesStore,
  ) {}

  /** One page of what fits, the best first. */
  async find(reach: Reach, wanted: SearchWanted): Promise<readonly Hit[]> {
    const rows = await this.rows<HitRow<UnitJson>>(reach, wanted, false);
    return rows.map((row) => this.hitFrom(row, unitFrom));
  }

  /** The same with what a list shows of each entry; nothing else of these people has been read. */
  async undisclosed(reach: Reach, wanted: SearchWanted): Promise<readonly ListedHit[]> {
    const rows = await this.rows<ListedHitRow>(reach, wanted, true);
    return rows.map((row) => {
      return { ...this.hitFrom(row, listedUnit), person: this.personFrom(row) };
    });
  }

  private async rows<Row>(reach: Reach, wanted: SearchWanted, listed: boolean): Promise<Row[]> {
    const { typed } = wanted;
    if (typed.words.length === 0 && typed.digits === null) return [];
    const { sql, given } = statementOf(reach, wanted, listed);
    return this.reads.read<Row>('HASHED', sql, given);
  }

  private hitFrom<InLine>(row: HitRow<InLine>, unitOf: UnitOf<InLine>): Hit {
    const { hitId, isUnit, rank, away, listKey, code, municipality, lineOfUnits } = row;
    const place = this.municipalities.byCode(municipality);
    return {
      id: hitId,
      sortKey: `${rank}/${away}/${listKey}`,
      entry: isUnit ? null : (hitId as PersonId),
      unit: lineOfUnits && place && unitOf(lineOfUnits, place),
      matches: matchesOf(BigInt(code)),
    };
  }

  private personFrom(row: ListedHitRow): Person | null {
    if (row.id === null) return null;
    const municipality = this.municipalities.byCode(row.municipality_code);
    return municipality && new ListedPerson(row, municipality);
  }
}

/** The statement of a search, and what it is given. */
function statementOf(reach: Reach, wanted: SearchWanted, listed: boolean) {
  const { typed, within, near, first, after } = wanted;
  const ways = waysOf(typed);
  const given: unknown[] = [];
  const give = (value: unknown) => `$${given.push(value)}`;
  const viewer = {
    cells: give(reach.people),
    known: give(reach.known),
    ...(typed.words.some(isGuarded) ? guardsOf(reach, give) : noGuards),
    codes: within.municipalityCodes && give(within.municipalityCodes),
    units: within.unitIds && give(within.unitIds),
    among: amongOf(reach),
  };
  const areLetters = typed.words.every((word) => isLetter(word) || word.places.length > 0);
  const areOthers = typed.words.filter(({ places }) => places.length === 0).length > 1;
  const words = typed.words.map((word) => ({
    ...beginning(word.folded, give),
    isLetter: isLetter(word) && !areLetters,
    isOfUnits: word.fields.includes('UNIT'),
    mayBeLeftOut: word.places.length > 0 && areOthers,
    ...fieldsOf(word, give),
    marked: word.marked === null ? null : `${give(word.marked)}::text`,
    isGuarded: isGuarded(word),
    ...(ways.includes('ALIKE') ? othersOf(word, give) : noOthers),
  }));
  const number =
    typed.digits === null
      ? null
      : {
          digits: `${give(typed.digits)}::text`,
          direct: give(reach.findByDirect),
          mobile: give(reach.findByMobile),
        };
  const readings = readingsOf(typed, give);
  const phrase = typed.phrase === null ? [] : [phraseOf(typed.phrase, give)];
  const sql = searchSql(
    { words: [...words, ...phrase], readings, number },
    viewer,
    {
      listed,
      near: `${give(near)}::text`,
      after: after && placeOf(after, give),
      first: `${give(first)}::int`,
    },
    ways,
  );
  return { sql, given };
}

/** Where a hit stands, as its cursor says. */
function placeOf({ sortKey, id }: PagePosition, give: Give) {
  const [rank = '', away = '', ...listKey] = sortKey.split('/');
  return {
    rank: `${give(rank)}::bigint`,
    away: `${give(away)}::int`,
    listKey: `${give(listKey.join('/'))}::text`,
    id: `${give(id)}::uuid`,
  };
}

/** Those who are PROTECTED are looked for only where somebody may see one of them, and those alone. */
function amongOf({ people, known }: Reach): readonly Among[] {
  if (people.some((cell) => cell.startsWith('PROTECTED:'))) return ['HIDDEN'];
  return known.length > 0 ? ['KNOWN'] : [];
}

type Give = (value: unknown) => string;

function beginning(folded: string, give: Give) {
  const exact = `${give(folded)}::text`;
  const bits = new Map<2 | 3, string>();
  const begins = (letters: 2 | 3) => {
    const bit = bits.get(letters) ?? `${give(`${beginningBit(folded, letters)}`)}::bigint`;
    bits.set(letters, bit);
    return bit;
  };
  return { exact, beyond: `(${exact} || ${last})`, begins };
}

/** All of the query as one word, as subjects, titles and names of units are kept. */
function phraseOf(text: string, give: Give): WordParameters {
  const fields = fieldsGiven(['NAME', 'SUBJECT', 'TITLE'], give);
  return {
    ...beginning(text, give),
    wholeIn: fields,
    begunIn: fields,
    marked: null,
    isGuarded: false,
    isLetter: false,
    isOfUnits: false,
    mayBeLeftOut: false,
    ...noOthers,
  };
}

/** The same fields are given once. */
function fieldsOf({ fields, begunFields }: TypedWord, give: Give) {
  const wholeIn = fieldsGiven(fields, give);
  return { wholeIn, begunIn: begunFields === fields ? wholeIn : fieldsGiven(begunFields, give) };
}

function fieldsGiven(fields: readonly SearchField[], give: Give): string {
  return `${give(fields.map((field) => searchFields[field]))}::smallint[]`;
}

/** Whether it is looked for among mail addresses or employee ids. */
function isGuarded({ fields, begunFields }: TypedWord): boolean {
  const guarded: readonly SearchField[] = ['EMAIL', 'EMPLOYEE_ID'];
  return [...fields, ...begunFields].some((field) => guarded.includes(field));
}

function guardsOf({ findByEmail, findByEmployeeId }: Reach, give: Give) {
  return { byEmail: give(findByEmail), byEmployeeId: give(findByEmployeeId) };
}

const nothing = `'{}'::text[]`;
/** Nobody may be found by either; no word is looked for there. */
const noGuards = { byEmail: nothing, byEmployeeId: nothing };
const noOthers = { mayBeAlike: false, sounds: nothing, slipKeys: nothing, stems: nothing };

function othersOf(word: TypedWord, give: Give) {
  const { sounds, slipKeys, stems } = word;
  const list = (words: readonly string[]) => `${give(words)}::text[]`;
  if (!mayBeAlike(word)) return noOthers;
  return { mayBeAlike: true, sounds: list(sounds), slipKeys: list(slipKeys), stems: list(stems) };
}

function isLetter({ folded }: TypedWord): boolean {
  return /^\p{L}$/u.test(folded);
}

/** Whether it may be heard or misspelt: a letter, a number or a mail address is not. */
function mayBeAlike({ sounds, slipKeys, stems }: TypedWord): boolean {
  return sounds.length + slipKeys.length + stems.length > 0;
}

/**
 * What fits less is looked for only where the page is not full. As typed, two words seldom fill it; and more than two, but
 * for those that name a place, seldom do at all, so that what is begun would be looked for twice.
 */
function waysOf({ words }: TypedSearch): readonly How[] {
  if (words.length === 0) return ['WHOLE'];
  const most = words.some(mayBeAlike) ? 'ALIKE' : 'BEGUN';
  if (words.filter(({ places }) => places.length === 0).length > 2) return [most];
  const first: readonly How[] = words.length === 1 ? ['WHOLE', 'BEGUN'] : ['BEGUN'];
  return [...first.filter((how) => how !== most), most];
}

/** All words as words; those that name a municipality as that; and all of it as one, which stands after them. */
function readingsOf({ words, phrase }: TypedSearch, give: Give): readonly Reading[] {
  const every = [...words.keys()];
  const others = every.filter((at) => words[at]?.places.length === 0);
  const isOfPlace = others.length > 0 && others.length < every.length;
  const places = words.flatMap((word) => word.places);
  return [
    ...(every.length > 0 ? [{ words: every, codes: null }] : []),
    ...(isOfPlace ? [{ words: others, codes: give(places) }] : []),
    ...(phrase === null ? [] : [{ words: [words.length], codes: null }]),
  ];
}
