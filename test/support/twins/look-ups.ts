import { globalId } from '../../../src/kernel/ids.js';
import { hasRoot } from './selections.js';
import { rut } from './hidden-person.js';

/** One way to ask for somebody, for a person who is hidden and for one who never was: as long, and as well formed. */
export type LookUp = {
  readonly name: string;
  readonly query: string;
  readonly hidden: Readonly<Record<string, unknown>>;
  readonly missing: Readonly<Record<string, unknown>>;
};

const missing = {
  uuid: '5f3f0a52-5a0c-4b3a-9f0e-6f2b8c1d7e91',
  email: 'rut.sundahl@hallsberg.test',
  employeeId: '49980',
  direct: '+46582007751',
};
const fields = 'id displayName';

/** Every look-up whose time could tell; one for a root field that is not there yet waits for it. */
export function lookUps(uuid: string): readonly LookUp[] {
  const all: readonly (LookUp & { readonly root?: string })[] = [
    {
      name: 'node',
      query: 'query ($id: ID!) { node(id: $id) { id } }',
      hidden: { id: globalId('PERSON', uuid) },
      missing: { id: globalId('PERSON', missing.uuid) },
    },
    {
      name: 'person by mail',
      query: `query ($mail: EmailAddress!) { person(ref: { email: $mail }) { ${fields} } }`,
      hidden: { mail: rut.email },
      missing: { mail: missing.email },
    },
    {
      name: 'person by employee id',
      query: `query ($id: String!) { person(ref: { employee: { municipalityCode: "1861", employeeId: $id } }) { ${fields} } }`,
      hidden: { id: rut.employeeId },
      missing: { id: missing.employeeId },
    },
    {
      name: 'lookupNumber',
      query: `query ($number: E164!) { lookupNumber(number: $number) { label entry { ${fields} } } }`,
      hidden: { number: rut.direct },
      missing: { number: missing.direct },
    },
    {
      // By a word that nobody else has: what a name leads to among others takes its time, and may be known.
      name: 'search by mail address',
      query: `query ($words: String!) { searchDirectory(query: $words) { edges { matchedOn { field kind } node { ... on DirectoryEntry { ${fields} } } } } }`,
      hidden: { words: rut.email },
      missing: { words: missing.email },
    },
    {
      name: 'search by number',
      query: `query ($words: String!) { searchDirectory(query: $words) { edges { matchedOn { field kind } node { ... on DirectoryEntry { ${fields} } } } } }`,
      hidden: { words: rut.direct },
      missing: { words: missing.direct },
    },
    {
      name: 'blindContactRequest',
      root: 'blindContactRequest',
      query: `mutation ($name: String!) { blindContactRequest(input: { municipalityCode: "1861",
        nameAsGiven: $name, message: "Ring upp", callbackNumber: "+46701740699" }) { userErrors { code } } }`,
      hidden: { name: rut.displayName },
      missing: { name: 'Rut Sundahl' },
    },
  ];
  return all.filter(({ root }) => root === undefined || hasRoot(root));
}
