import type { MatchKind, SearchField } from '../kernel/search-fields.js';
import { described } from './enums.js';

export const SearchFieldEnum = described<SearchField>(
  'SearchField',
  'By what a hit was found; never by anything that you may not see.',
  {
    FAMILY_NAME: 'Family name.',
    GIVEN_NAME: 'Given name.',
    NAME: 'Name of a function, a shared telephone or a unit, or what else stands in a displayed name; as a whole.',
    SUBJECT: 'A subject or one of its synonyms, as a whole (P14).',
    SUBJECT_PART: 'A word of a subject.',
    NAME_PART: "A word of a unit's name.",
    TITLE: 'Title, as a whole.',
    TITLE_PART: 'A word of a title.',
    UNIT: 'A word of the name of the unit where somebody works.',
    EMAIL: 'Mail address.',
    EMPLOYEE_ID: 'Employee id.',
    NUMBER: 'The end of a number, or an extension.',
    MUNICIPALITY: 'The municipality.',
  },
);

export const MatchKindEnum = described<MatchKind>('MatchKind', 'How a typed word fits.', {
  EXACT: 'As typed, marks and capitals aside.',
  PREFIX: 'Begins as typed.',
  SOUND: 'A name that sounds as typed, in Swedish.',
  MISSPELT:
    'One letter is wrong, missing, too many or swapped with its neighbour; or the ending is another one.',
});
