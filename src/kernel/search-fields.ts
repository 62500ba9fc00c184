/** By what an entry or a unit is found, in the order in which hits stand: names first. The numbers are kept. */
export const searchFields = {
  FAMILY_NAME: 1,
  GIVEN_NAME: 2,
  NAME: 3,
  SUBJECT: 4,
  NAME_PART: 5,
  TITLE: 6,
  TITLE_PART: 7,
  UNIT: 8,
  SUBJECT_PART: 9,
  EMAIL: 10,
  EMPLOYEE_ID: 11,
  NUMBER: 12,
  MUNICIPALITY: 13,
} as const;
export type SearchField = keyof typeof searchFields;

/** How a word fits: as typed, begun, as it sounds, or after a slip of the finger. The order is that of hits. */
export const matchKinds = ['EXACT', 'PREFIX', 'SOUND', 'MISSPELT'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** By what a hit was found. */
export type SearchMatch = { readonly field: SearchField; readonly kind: MatchKind };
