import type { Reach } from '../kernel/viewer.js';

/** The cell of a person as a `Cell` writes it: level, municipality, and LEFT for who has left. Nobody's cell is GONE. */
export const cell = `(l.protection_level || ':' || p.municipality_code ||
    case p.employment when 'ACTIVE' then '' else ':' || p.employment end)`;

/**
 * The condition that keeps hidden people in the database; every statement that reads people for a
 * viewer has it. `p` is person, `l` is person_local; the two parameters follow `visibleParameters`.
 * Who is known personally is known while at work: nobody is named for somebody who has left.
 * The join with person_local is an inner one: a person without a level does not exist.
 */
export function visiblePeople(cells: number, known: number): string {
  return `(${cell} = any($${cells}) or p.employment = 'ACTIVE' and p.id = any($${known}::uuid[]))
    and ${standing}`;
}

/** An alias card stands as long as its person works here and is PROTECTED, whatever has happened to either. */
const standing = `(p.alias_of is null or exists (
    select 1 from person o join person_local ol on ol.person_id = o.id
     where o.id = p.alias_of and o.employment = 'ACTIVE' and ol.protection_level = 'PROTECTED'))`;

/** The parameters of `visiblePeople`, in order. */
export function visibleParameters(reach: Reach): [readonly string[], readonly string[]] {
  return [reach.people, reach.known];
}
