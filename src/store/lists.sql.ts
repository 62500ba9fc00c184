import { listedColumns } from './person-card.sql.js';
import { visiblePeople } from './visible-people.js';

/** What of a list is wanted, each as a parameter names it: `$1` and so on. What is not asked for is null. */
export type ListParameters = {
  readonly codes: string | null;
  /** Those of these units, or whom somebody manages without them. */
  readonly units: { readonly ids: string; readonly managedBy: string } | null;
  readonly after: { readonly sortKey: string; readonly id: string } | null;
  readonly first: string;
};

/** No page has more. The plan must know: for a tenth of all people, as it would think, it sorts them all. */
const mostOnPage = 101;

/** Where those stand who are on a page: everybody visible who is asked for, in Swedish order. Alias cards stand in it as in a search: whoever lists is told when one is taken back. */
function places({ codes, units, after }: ListParameters): string {
  const wanted = [
    ...(codes === null ? [] : [`p.municipality_code = any(${codes}::text[])`]),
    ...(units === null
      ? []
      : [
          // Begun with: otherwise everybody would be gone through in order, until as many of the units were found.
          `p.id = any(array(
         select one.id from person one where one.unit_id = any(${units.ids}::uuid[])
         union all
         select one.id from person one where one.manager_id = ${units.managedBy}::uuid))`,
        ]),
    ...(after === null
      ? []
      : [`(p.sort_key, p.id) > (${after.sortKey}::text collate "sv-x-icu", ${after.id}::uuid)`]),
  ];
  return `select p.id, p.sort_key
      from person p
      join person_local l on l.person_id = p.id
     where ${[visiblePeople(1, 2), ...wanted].join('\n       and ')}
     order by p.sort_key, p.id
     limit ${mostOnPage}`;
}

const inOrder = (first: string) => `order by place.sort_key, place.id\n   limit ${first}`;

/** One page of a list: who stands on it. Parameters: visible cells, self, and those that are named. */
export function listOfIds(list: ListParameters): string {
  return `
  select place.id, place.sort_key as "sortKey"
    from (${places(list)}) place
   ${inOrder(list.first)}`;
}

/** One page of a list, with what a list shows of those who stand on it. */
export function listOfCards(list: ListParameters): string {
  return `
  select ${listedColumns}, place.sort_key as "sortKey"
    from (${places(list)}) place
    join person p on p.id = place.id
    join person_local l on l.person_id = p.id
    join municipality m on m.code = p.municipality_code
   ${inOrder(list.first)}`;
}
