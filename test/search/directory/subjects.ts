import { cell, tableOf } from '../table.js';
import { placeNames, type Subject } from './facts.js';
import { functions } from './functions.js';
import { keyOf, units } from './units.js';

const keys = new Set([...units, ...functions].map(({ key }) => key));

/** The subjects, with whoever has to do with them in each municipality. Throws where nobody has. */
export const subjects: readonly Subject[] = tableOf('directory/subjects.csv').map((row) => {
  const slugs = cell(row, 'units and functions').split(' ');
  const known = (slug: string) => placeNames.some((place) => keys.has(keyOf(place, slug)));
  const strange = slugs.find((slug) => !known(slug));
  if (strange !== undefined) throw new Error(`There is no ${strange}.`);
  return {
    words: [cell(row, 'word'), ...cell(row, 'synonyms').split(', ')],
    keys: slugs.flatMap((slug) =>
      placeNames.map((place) => keyOf(place, slug)).filter((key) => keys.has(key)),
    ),
  };
});
