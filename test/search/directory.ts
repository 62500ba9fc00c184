import type { FixedDirectory } from './directory/facts.js';
import { functions } from './directory/functions.js';
import { people } from './directory/people.js';
import { subjects } from './directory/subjects.js';
import { units } from './directory/units.js';

/** Which units have an answer group (P9), and how many are in each. */
const withAnswerGroup = [
  'barn-familj',
  'bistand',
  'bygglov',
  'ekonomi',
  'elevhalsan',
  'fastighet',
  'hemsjukvarden',
  'it',
  'kontaktcenter',
  'miljo',
  'personal',
  'va',
];
const inAnswerGroup = 5;

/**
 * The directory that the judged queries are about: 5,000 invented people of three municipalities with
 * names as common as they are in Sweden, and about sixty people placed by hand. It is always the same.
 */
export const fixedDirectory: FixedDirectory = {
  people,
  functions,
  units,
  answerGroups: new Map(
    units
      .filter(({ key }) => withAnswerGroup.some((slug) => key.endsWith(`/${slug}`)))
      .map(({ key }) => [
        key,
        people
          .filter(({ unit }) => unit === key)
          .slice(0, inAnswerGroup)
          .map((person) => person.key),
      ]),
  ),
  subjects,
};
