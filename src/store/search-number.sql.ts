import { searchFields } from '../kernel/search-fields.js';
import { rankUnit } from './search-code.sql.js';
import { inPlaces, inUnits, type SearchParameters } from './search-words.sql.js';
import { cell, visiblePeople } from './visible-people.js';

/** Who has a number that ends with some digits, or that extension, among the numbers that the viewer may know. */
export type NumberParameters = {
  readonly digits: string;
  readonly direct: string;
  readonly mobile: string;
};

/** Of a whole number or extension, and of the last digits of one, as of a word that is as typed or begun. */
const begun = 101_000;

/** The hits of a number, as `hitsOf` has those of words. */
export function hitsByNumber(
  { digits, direct, mobile }: NumberParameters,
  { cells, known, codes, units, among }: SearchParameters,
): string {
  // Whoever is hidden is left out before anything else is read.
  const seen = among.includes('HIDDEN')
    ? 'true'
    : `(n.person_id = any(${known}::uuid[]) or not exists (select from person_local d
        where d.person_id = n.person_id and d.protection_level = 'PROTECTED' offset 0))`;
  // As `like`, which no index serves where its text is not known beforehand; behind any digit stands ":".
  const fits = `reverse(e164) ~>=~ reverse(${digits}) and reverse(e164) ~<~ (reverse(${digits}) || ':') or extension = ${digits}`;
  return `select p.id, false, p.municipality_code, p.list_key,
      (case when n.extension = ${digits} or n.e164 = '+46' || ${digits} then 0 else 1 end) * (${begun} * ${rankUnit} + 25) + ${searchFields.NUMBER}
    from (
      select person_id, kind, e164, extension from directory_number where ${fits}
      union all
      select person_id, kind, e164, extension from added_number where ${fits}
    ) n
    cross join lateral (select * from person who where who.id = n.person_id and ${seen} offset 0) p
    cross join lateral (select * from person_local local where local.person_id = p.id offset 0) l
    join municipality m on m.code = p.municipality_code
   where ${visiblePeople(numberOf(cells), numberOf(known))}
     and (p.id = any(${known}::uuid[]) or case when n.kind = 'MOBILE'
       then coalesce(l.mobile_audience, m.mobile_visibility) || ':' || ${cell} = any(${mobile}::text[])
       else ${cell} = any(${direct}::text[]) end)
     and ${['true', ...inPlaces('p', codes), ...inUnits('p.id', units)].join(' and ')}`;
}

function numberOf(parameter: string): number {
  return Number(parameter.slice(1));
}
